"""Every kind of logo that comes in goes out as WebP and PNG, see-through where it was."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from tests.support.pictures import (
    BLUE,
    CAMERA,
    ORANGE,
    OWNER,
    deep_png,
    encoded,
    picture,
    told_of_everything,
)
from webapp.media.logos import names_of
from webapp.media.scanner import NoScanner
from webapp.media.storages.folder import FolderStorage
from webapp.media.uploads import Uploads

SIZE = (600, 300)


def _with_hole(mode="RGBA", colour=(*ORANGE, 255), clear=(*ORANGE, 0)):
    """Return an image of which the left half is see-through."""
    image = picture(SIZE, colour, mode)
    image.paste(clear, (0, 0, SIZE[0] // 2, SIZE[1]))
    return image


def _palette():
    image = picture(SIZE, 1, "P")
    image.putpalette([*BLUE, *ORANGE])
    image.paste(0, (0, 0, SIZE[0] // 2, SIZE[1]))
    return image


SEE_THROUGH = {
    "PNG": (encoded(_with_hole(), "PNG"), ORANGE),
    "WebP": (encoded(_with_hole(), "WEBP", lossless=True), ORANGE),
    "AVIF": (encoded(_with_hole(), "AVIF"), ORANGE),
    "grey PNG": (encoded(_with_hole("LA", (90, 255), (9, 0)), "PNG"), (90, 90, 90)),
    "palette PNG": (encoded(_palette(), "PNG", transparency=0), ORANGE),
}
WHOLE = {
    "JPEG": encoded(picture(SIZE)),
    "PNG": encoded(picture(SIZE), "PNG"),
    "PNG of sixteen bits": deep_png((60, 40), 2, b"\xc8\0\x64\0\x32\0"),
}


@pytest.fixture
def uploads(tmp_path):
    """Where logos come in, in front of an empty folder."""
    return Uploads(FolderStorage(tmp_path), NoScanner())


def outputs(uploads, content):
    """Return every file that is kept of a logo, by name."""
    key, width, _height = uploads.take_logo(BytesIO(content))
    found = {}
    for name in names_of(width):
        stored = uploads.storage.open(key, name)
        with stored.stream:
            found[name] = stored.stream.read()
    return found


def is_near(colour, other, room=10):
    return all(abs(one - two) <= room for one, two in zip(colour, other, strict=True))


@pytest.mark.parametrize("kind", SEE_THROUGH)
def test_what_was_see_through_stays_so(uploads, kind):
    content, colour = SEE_THROUGH[kind]
    for name, output in outputs(uploads, content).items():
        image = Image.open(BytesIO(output))
        assert image.mode == "RGBA", name
        middle = image.height // 2
        assert image.getpixel((2, middle))[3] < 10, name
        seen = image.getpixel((image.width - 3, middle))
        assert seen[3] > 245, name
        assert is_near(seen[:3], colour), f"{name}: {seen}"


@pytest.mark.parametrize("kind", WHOLE)
def test_a_logo_that_hides_what_is_behind_it_goes_out_as_it_looks(uploads, kind):
    for name, output in outputs(uploads, WHOLE[kind]).items():
        image = Image.open(BytesIO(output))
        assert (image.format, image.mode) == ("WEBP" if name.endswith("webp") else "PNG", "RGB")
        assert is_near(image.getpixel((9, 9)), ORANGE), name


def test_a_logo_is_kept_in_widths_that_fit_and_is_never_made_larger(uploads):
    large = outputs(uploads, encoded(picture((2400, 800)), "PNG"))
    assert sorted(large) == sorted(
        f"logo-{width}.{kind}" for width in (120, 240, 480) for kind in ("png", "webp")
    )
    for name, output in large.items():
        width = int(name.split("-")[1].split(".")[0])
        assert Image.open(BytesIO(output)).size == (width, width // 3), name
    assert sorted(outputs(uploads, encoded(picture((64, 64)), "PNG"))) == [
        "logo-64.png",
        "logo-64.webp",
    ]


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (9000, 1)], ids=str)
def test_a_logo_of_an_odd_shape_is_kept_too(uploads, size):
    assert outputs(uploads, encoded(picture(size), "PNG"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_of_where_when_and_by_whom_goes_out(uploads, kind):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = picture(SIZE) if kind == "JPEG" else _with_hole()
    told = encoded(
        image, kind, exif=told_of_everything(), icc_profile=profile,
        xmp=f"<x:xmpmeta>{OWNER}</x:xmpmeta>".encode(),
    )  # fmt: skip
    assert CAMERA.encode() in told
    for name, output in outputs(uploads, told).items():
        image = Image.open(BytesIO(output))
        image.load()
        assert dict(image.getexif()) == {}, name
        assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys(), name
        assert CAMERA.encode() not in output, name
        assert OWNER.encode() not in output, name
