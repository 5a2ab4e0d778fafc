"""A point on the earth."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Coordinates:
    """A point in WGS84 degrees."""

    latitude: float
    longitude: float
