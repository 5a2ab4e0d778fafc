"""Logos of organisations of the demonstration, drawn by code: on nothing, as logos are sent."""

from collections.abc import Callable, Mapping
from io import BytesIO

from PIL import Image, ImageDraw

_SIZE = (720, 360)
# Drawn larger than it is kept, which makes the edges smooth.
_SCALE = 2
_LEAF, _DARK_LEAF, _EARTH = "#5b9a3f", "#2f6a2c", "#8a5a3c"


def _sprout() -> bytes:
    """Draw two leaves above a furrow."""
    image = Image.new("RGBA", (_SIZE[0] * _SCALE, _SIZE[1] * _SCALE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((700, 300, 740, 600), 20, fill=_DARK_LEAF)
    draw.chord((120, 40, 720, 400), 0, 180, fill=_LEAF)
    draw.chord((720, 140, 1320, 500), 0, 180, fill=_DARK_LEAF)
    for top, left in ((560, 120), (640, 260)):
        draw.rounded_rectangle((left, top, 1440 - left, top + 44), 22, fill=_EARTH)
    target = BytesIO()
    image.resize(_SIZE, Image.Resampling.LANCZOS).save(target, "PNG")
    return target.getvalue()


LOGOS: Mapping[str, Callable[[], bytes]] = {"kiem": _sprout}
