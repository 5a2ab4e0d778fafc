"""Between degrees (WGS84) and metres (RD, the Dutch grid); the one door to pyproj."""

from collections.abc import Callable
from functools import cache
from typing import Any

from pyproj import Transformer

from webapp.geo.coordinates import Coordinates

_WGS84, _RD = "EPSG:4326", "EPSG:28992"


def to_rd(longitudes: Any, latitudes: Any) -> tuple[Any, Any]:  # noqa: ANN401 (numbers or arrays)
    """Return metres to the east and to the north for degrees."""
    return _between(_WGS84, _RD)(longitudes, latitudes)


def to_degrees(east: float, north: float) -> Coordinates:
    """Return the point at these metres; five decimals of a degree are a metre."""
    longitude, latitude = _between(_RD, _WGS84)(east, north)
    return Coordinates(round(latitude, 5), round(longitude, 5))


@cache
def _between(source: str, target: str) -> Callable[..., tuple[Any, Any]]:
    return Transformer.from_crs(source, target, always_xy=True).transform
