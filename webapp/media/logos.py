"""The sizes in which a logo is kept, each as WebP and as PNG: see-through where it was sent so."""

from collections.abc import Iterator
from typing import Any

from PIL import Image

from webapp.media.encoding import encoded

WIDTHS = (120, 240)
# Largest side of what is kept: on a page it is half of this at most.
LARGEST = 480
_OPTIONS: dict[str, dict[str, Any]] = {
    "webp": {"format": "WEBP", "quality": 90, "method": 4},
    "png": {"format": "PNG", "optimize": True},
}
FORMATS = {"webp": "image/webp", "png": "image/png"}


def widths_of(width: int) -> tuple[int, ...]:
    """Return the widths in which a logo `width` wide is kept: it is never made larger."""
    return (*(each for each in WIDTHS if each < width), width)


def name_of(width: int, extension: str) -> str:
    """Return the name of the file with the logo in this width."""
    return f"logo-{width}.{extension}"


def names_of(width: int) -> frozenset[str]:
    """Return the names of all files of a logo."""
    return frozenset(name_of(each, extension) for each in widths_of(width) for extension in FORMATS)


def renditions(image: Image.Image) -> Iterator[tuple[str, bytes]]:
    """Yield a name and a file for each width of a logo that is no larger than `LARGEST`."""
    for width in widths_of(image.width):
        height = max(1, round(image.height * width / image.width))
        smaller = image.resize((width, height), Image.Resampling.LANCZOS)
        for extension, options in _OPTIONS.items():
            yield name_of(width, extension), encoded(smaller, **options)
