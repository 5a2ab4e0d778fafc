"""The sizes in which a photo is kept, each as WebP and as JPEG, and what their files are called."""

from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageOps

from webapp.media.encoding import encoded
from webapp.media.focus import CARD_SHAPE, Focus

WIDTHS = (480, 960, 1600)
CARD_WIDTHS = (360, 720)
# Largest side of what is kept.
LARGEST = WIDTHS[-1]
_OPTIONS: dict[str, dict[str, Any]] = {
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}
FORMATS = {"webp": "image/webp", "jpg": "image/jpeg"}


def widths_of(width: int) -> tuple[int, ...]:
    """Return the widths in which a photo `width` wide is kept: it is never made larger."""
    return (*(each for each in WIDTHS if each < width), min(width, LARGEST))


def name_of(width: int, extension: str) -> str:
    """Return the name of the file with the whole photo in this width."""
    return f"{width}.{extension}"


def card_name(focus: Focus, width: int, extension: str) -> str:
    """Return the name of the file with what is cut around `focus`."""
    return f"kaart-{focus.value}-{width}.{extension}"


def card_height(width: int) -> int:
    """Return how high a card's photo of this width is."""
    across, down = CARD_SHAPE
    return width * down // across


def names_of(width: int, focus: Focus) -> frozenset[str]:
    """Return the names of all files of a photo as it is shown."""
    whole = {name_of(each, extension) for each in widths_of(width) for extension in FORMATS}
    cut = {card_name(focus, each, extension) for each in CARD_WIDTHS for extension in FORMATS}
    return frozenset(whole | cut)


def renditions(image: Image.Image) -> Iterator[tuple[str, bytes]]:
    """Yield a name and a file for each width of a photo."""
    for width in widths_of(image.width):
        height = max(1, round(image.height * width / image.width))
        smaller = image.resize((width, height), Image.Resampling.LANCZOS)
        for extension in FORMATS:
            yield name_of(width, extension), encoded(smaller, **_OPTIONS[extension])


def cards(image: Image.Image, focus: Focus) -> Iterator[tuple[str, bytes]]:
    """Yield a name and a file for each size of what is cut around `focus`."""
    for width in CARD_WIDTHS:
        size = (width, card_height(width))
        cut = ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=focus.centring)
        for extension in FORMATS:
            yield card_name(focus, width, extension), encoded(cut, **_OPTIONS[extension])
