"""Every kind of photo that comes in goes out as WebP and JPEG, upright, and telling nothing."""

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from tests.support.media import image_of, uploads_of
from tests.support.pictures import (
    BLUE,
    CAMERA,
    COMMENT,
    ORANGE,
    OWNER,
    deep_png,
    encoded,
    halves,
    photo,
    picture,
    told_of_everything,
)
from webapp.media.focus import Focus
from webapp.media.photos import read_photo
from webapp.media.renditions import names_of
from webapp.media.scanner import NoScanner
from webapp.media.storages.folder import FolderStorage
from webapp.media.uploads import Uploads

WHITE = (255, 255, 255)
SEE_THROUGH = (*ORANGE, 0)
_BLACK = picture(colour=(0, 0, 0))
KINDS = {
    "JPEG": (encoded(picture()), ORANGE),
    "progressive JPEG": (encoded(picture(), progressive=True), ORANGE),
    "grey JPEG": (encoded(picture(mode="L", colour=90)), (90, 90, 90)),
    "CMYK JPEG": (encoded(picture(mode="CMYK", colour=(0, 255, 255, 0))), (255, 0, 0)),
    "two photos in a JPEG": (
        encoded(picture(), "MPO", save_all=True, append_images=[_BLACK]), ORANGE,
    ),
    "PNG": (encoded(picture(), "PNG"), ORANGE),
    "black and white PNG": (encoded(picture(mode="1", colour=1), "PNG"), WHITE),
    "palette PNG": (encoded(picture().quantize(8), "PNG"), ORANGE),
    "see-through PNG": (encoded(picture(mode="RGBA", colour=SEE_THROUGH), "PNG"), WHITE),
    "half see-through PNG": (
        encoded(picture(mode="RGBA", colour=(0, 0, 0, 128)), "PNG"), (127, 127, 127),
    ),
    "grey see-through PNG": (encoded(picture(mode="LA", colour=(9, 0)), "PNG"), WHITE),
    "palette PNG with a see-through colour": (
        encoded(picture().quantize(2), "PNG", transparency=b"\0\0"), WHITE,
    ),
    "PNG with a see-through colour": (encoded(picture(), "PNG", transparency=ORANGE), WHITE),
    "PNG of sixteen bits": (
        deep_png((60, 40), 2, struct.pack(">HHH", *(each * 256 for each in ORANGE))), ORANGE,
    ),
    "see-through PNG of sixteen bits": (
        deep_png((60, 40), 6, struct.pack(">HHHH", 9, 9, 9, 0)), WHITE,
    ),
    "grey PNG of sixteen bits": (deep_png((60, 40), 0, struct.pack(">H", 40_000)), (156,) * 3),
    "moving PNG": (encoded(picture(), "PNG", save_all=True, append_images=[_BLACK]), ORANGE),
    "WebP": (encoded(picture(), "WEBP"), ORANGE),
    "see-through WebP": (encoded(picture(mode="RGBA", colour=SEE_THROUGH), "WEBP"), WHITE),
    "moving WebP": (encoded(picture(), "WEBP", save_all=True, append_images=[_BLACK]), ORANGE),
    "AVIF": (encoded(picture(), "AVIF"), ORANGE),
    "see-through AVIF": (encoded(picture(mode="RGBA", colour=SEE_THROUGH), "AVIF"), WHITE),
    "moving AVIF": (encoded(picture(), "AVIF", save_all=True, append_images=[_BLACK]), ORANGE),
}  # fmt: skip


def is_near(colour, other, room=10):
    return all(abs(one - two) <= room for one, two in zip(colour, other, strict=True))


@pytest.fixture
def uploads(tmp_path):
    """Where photos come in, in front of an empty folder."""
    return Uploads(FolderStorage(tmp_path), NoScanner())


def outputs(uploads, key, width, _height):
    """Return every file that is kept of a photo, by name."""
    found = {}
    for name in names_of(width, Focus.CENTRE):
        stored = uploads.storage.open(key, name)
        with stored.stream:
            found[name] = stored.stream.read()
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_photo_of_this_kind_goes_out_as_it_looks(uploads, kind):
    content, colour = KINDS[kind]
    for name, output in outputs(uploads, *uploads.take_photo(BytesIO(content))).items():
        image = Image.open(BytesIO(output))
        assert (image.format, image.mode) == ("WEBP" if name.endswith("webp") else "JPEG", "RGB")
        assert getattr(image, "n_frames", 1) == 1
        middle = image.getpixel((image.width // 2, image.height // 2))
        assert is_near(middle, colour), f"{name}: {middle}"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_stands_upright_however_the_camera_was_held(kind, orientation):
    turned = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    held = halves() if turned is None else halves().transpose(turned)
    sent = encoded(held, kind, exif=told_of_everything(orientation))
    image = read_photo(BytesIO(sent))
    assert image.size == (600, 400)
    assert is_near(image.getpixel((300, 20)), ORANGE)
    assert is_near(image.getpixel((300, 380)), BLUE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_of_where_when_and_by_whom_goes_out(app, provider, kind):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    comment = {"comment": COMMENT.encode()} if kind == "JPEG" else {}
    told = encoded(
        picture(), kind, exif=told_of_everything(), icc_profile=profile,
        xmp=f"<x:xmpmeta>{OWNER}</x:xmpmeta>".encode(), **comment,
    )  # fmt: skip
    assert CAMERA.encode() in told
    provider.send((f"{OWNER}.jpg", told))
    (kept,) = provider.photos
    assert OWNER not in repr(kept)
    for name, output in outputs(uploads_of(app), kept.key, kept.width, kept.height).items():
        image = Image.open(BytesIO(output))
        image.load()
        assert dict(image.getexif()) == {}, name
        assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys(), name
        for mark in (CAMERA, OWNER, COMMENT):
            assert mark.encode() not in output, name


def test_a_photo_is_kept_in_the_widths_that_it_has(uploads):
    great = uploads.take_photo(BytesIO(photo((2400, 1200))))
    assert great[1:] == (1600, 800)
    kept = outputs(uploads, *great)
    assert sorted(kept) == sorted(
        f"{name}.{kind}"
        for name in ("480", "960", "1600", "kaart-midden-360", "kaart-midden-720")
        for kind in ("jpg", "webp")
    )
    for name, output in kept.items():
        width = int(name.split(".")[0].rsplit("-", 1)[-1])
        height = width * 2 // 3 if name.startswith("kaart") else width // 2
        assert Image.open(BytesIO(output)).size == (width, height), name
    small = outputs(uploads, *uploads.take_photo(BytesIO(photo((700, 300), "PNG"))))
    assert {"480.jpg", "700.jpg"} <= small.keys()


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (9000, 1)], ids=str)
def test_a_photo_of_an_odd_shape_is_kept_too(uploads, size):
    assert outputs(uploads, *uploads.take_photo(BytesIO(photo(size, "PNG"))))


@pytest.mark.parametrize("broken", [True, False])
def test_a_profile_of_other_colours_or_a_broken_one_counts_for_nothing(uploads, broken):
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    sent = encoded(picture(), icc_profile=b"geen profiel" if broken else other)
    output = outputs(uploads, *uploads.take_photo(BytesIO(sent)))["600.jpg"]
    assert is_near(Image.open(BytesIO(output)).getpixel((300, 200)), ORANGE)


def test_what_the_provider_sees_is_what_was_sent(provider):
    provider.send(("een.jpg", photo()))
    (kept,) = provider.photos
    response = provider.browser.raw(f"{provider.address}/{kept.key}/480.webp")
    assert is_near(image_of(response).getpixel((9, 9)), ORANGE)
    response.close()
