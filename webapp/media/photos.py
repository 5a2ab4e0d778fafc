"""Reading a photo or a logo that somebody sends: known by its content, checked before unpacking."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from threading import Lock
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

from webapp.core.i18n import N_
from webapp.media.errors import FileRefusedError
from webapp.media.limits import MAX_PIXELS, check_size, ends_as
from webapp.media.renditions import LARGEST

# Nothing else is looked at: each reader of a format is another way in.
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
_ENDINGS = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".avif"})
# A photo is unpacked whole, some 320 MB at the most: one at a time in each process.
_one_at_a_time = Lock()
# A JPEG may come in passes over the whole photo. Cameras need ten or so; each pass takes time, and
# a small file can ask for thousands.
_MOST_PASSES = 100
_PASS = b"\xff\xda"
_PIECE = 1024 * 1024
# How readers of formats take a file that is broken, or made to break them.
_BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, OverflowError, RuntimeError,
    struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
_MIXED = frozenset({"RGB", "RGBA", "L", "LA", "CMYK"})
_WITH_PROFILE = frozenset({"RGB", "CMYK", "L"})


def read_photo(file: BinaryIO, name: str = "") -> Image.Image:
    """Return the photo upright, in plain colours, no larger than is ever shown.

    Of one that moves it is the first frame. Raise FileRefusedError for what is no whole photo, or
    is called like something else; a PNG that is called .jpg is a photo.
    """
    return _read(file, name, _in_plain_colours)


def read_logo(file: BinaryIO, name: str = "") -> Image.Image:
    """Return a logo as `read_photo` does, but see-through where it was. Errors as there."""
    return _read(file, name, _see_through)


def _read(file: BinaryIO, name: str, finish: Callable[[Image.Image], Image.Image]) -> Image.Image:
    check_size(file)
    if not ends_as(name, _ENDINGS):
        raise FileRefusedError(_not_a_picture())
    _refuse_many_passes(file)
    with _one_at_a_time:
        return _unpacked(_opened(file), finish)


def _opened(file: BinaryIO) -> Image.Image:
    """Return the photo with its size known and its pixels still packed."""
    try:
        image = Image.open(file, formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise FileRefusedError(_too_many_pixels()) from None
    except _BROKEN:
        raise FileRefusedError(_not_a_picture()) from None
    if image.width * image.height > MAX_PIXELS:
        raise FileRefusedError(_too_many_pixels())
    return image


def _refuse_many_passes(file: BinaryIO) -> None:
    """Refuse a JPEG that would keep us busy; inside a pass no marker of another one can stand."""
    passes, before = 0, b""
    while piece := file.read(_PIECE):
        passes += (before + piece).count(_PASS)
        before = piece[-1:]
        if passes > _MOST_PASSES and _is_jpeg(file):
            raise FileRefusedError(_not_whole())
    file.seek(0)


def _is_jpeg(file: BinaryIO) -> bool:
    place = file.tell()
    file.seek(0)
    is_jpeg = file.read(2) == b"\xff\xd8"
    file.seek(place)
    return is_jpeg


def _unpacked(image: Image.Image, finish: Callable[[Image.Image], Image.Image]) -> Image.Image:
    try:
        # A JPEG can be read at a half, a quarter or an eighth, which takes that much less memory.
        image.draft("RGB", (2 * LARGEST, 2 * LARGEST))
        image.load()
        # Smaller before anything else: every other step would hold a second photo of full size.
        return finish(ImageOps.exif_transpose(_smaller(image)))
    except _BROKEN:
        raise FileRefusedError(_not_whole()) from None


def _smaller(image: Image.Image) -> Image.Image:
    """Return the image no larger than is ever shown, in colours that can be mixed."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        image = image.point(lambda value: value / 256).convert("L")
    if image.mode not in _MIXED or "transparency" in image.info:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    return image


def _in_plain_colours(image: Image.Image) -> Image.Image:
    """Return the image in sRGB, on white where it is see-through."""
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        white = Image.new("RGBA", layered.size, "white")
        image = Image.alpha_composite(white, layered).convert("RGB")
    if profile and image.mode in _WITH_PROFILE:
        return _without_profile(image, profile)
    return image.convert("RGB")


def _see_through(image: Image.Image) -> Image.Image:
    """Return the image in sRGB, with what is see-through left so."""
    if not image.has_transparency_data:
        return _in_plain_colours(image)
    layered = image.convert("RGBA")
    plain = _in_plain_colours(layered.convert("RGB"))
    plain.putalpha(layered.getchannel("A"))
    return plain


def _without_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the colours as they look with this profile; a broken one counts for nothing."""
    try:
        changed = ImageCms.profileToProfile(
            image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )  # fmt: skip
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        changed = None
    return changed or image.convert("RGB")


def _not_a_picture() -> str:
    return N_("Dit is geen afbeelding die we kennen. Kies een JPEG, PNG, WebP of AVIF.")


def _not_whole() -> str:
    return N_(
        "De afbeelding is niet heel. Maak of bewaar het bestand opnieuw, en kies het dan nog eens."
    )


def _too_many_pixels() -> str:
    return N_("De afbeelding heeft te veel beeldpunten. Kies er een van hooguit 40 megapixel.")
