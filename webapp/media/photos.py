"""Reading a photo that somebody sends: known by its content, checked before it is unpacked."""

import struct
import zlib
from io import BytesIO
from threading import Lock
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

from webapp.core.i18n import N_
from webapp.media.errors import FileRefusedError
from webapp.media.limits import MAX_PIXELS, check_size
from webapp.media.renditions import LARGEST

# Nothing else is looked at: each reader of a format is another way in.
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
# A photo is unpacked whole, some 160 MB at the most: one at a time in each process.
_one_at_a_time = Lock()
# How readers of formats take a file that is broken, or made to break them.
_BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, OverflowError, RuntimeError,
    struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip
Image.MAX_IMAGE_PIXELS = MAX_PIXELS


def read_photo(file: BinaryIO) -> Image.Image:
    """Return the photo upright, in plain colours, no larger than is ever shown.

    Of one that moves it is the first frame. Raise FileRefusedError for what is no whole photo.
    """
    check_size(file)
    with _one_at_a_time:
        return _unpacked(_opened(file))


def _opened(file: BinaryIO) -> Image.Image:
    """Return the photo with its size known and its pixels still packed."""
    try:
        image = Image.open(file, formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise FileRefusedError(_too_many_pixels()) from None
    except _BROKEN:
        raise FileRefusedError(
            N_("Dit is geen foto die we kennen. Kies een JPEG, PNG, WebP of AVIF.")
        ) from None
    if image.width * image.height > MAX_PIXELS:
        raise FileRefusedError(_too_many_pixels())
    return image


def _unpacked(image: Image.Image) -> Image.Image:
    try:
        # A JPEG can be read at a half, a quarter or an eighth, which takes that much less memory.
        image.draft("RGB", (2 * LARGEST, 2 * LARGEST))
        image.load()
        upright = ImageOps.exif_transpose(image)
        coloured = _in_plain_colours(upright)
    except _BROKEN:
        raise FileRefusedError(
            N_("De foto is niet heel. Maak of bewaar de foto opnieuw, en kies hem dan nog eens.")
        ) from None
    coloured.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    return coloured


def _in_plain_colours(image: Image.Image) -> Image.Image:
    """Return the image in sRGB, on white where it is see-through."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        image = image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        layered.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
        white = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(white, layered).convert("RGB")
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        image.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
        return _without_profile(image, profile)
    return image.convert("RGB")


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


def _too_many_pixels() -> str:
    return N_("De foto heeft te veel beeldpunten. Kies een foto van hooguit 40 megapixel.")
