"""Distances, as the crow flies; the door to geopy's distances."""

from dataclasses import dataclass
from math import cos, radians

from geopy.distance import geodesic

from webapp.geo.coordinates import Coordinates

_KM_PER_DEGREE = 111.0


@dataclass(frozen=True)
class BoundingBox:
    """A box in degrees around a circle: what lies outside it need not be measured."""

    south: float
    north: float
    west: float
    east: float

    def holds(self, point: Coordinates) -> bool:
        """Tell whether `point` lies in the box."""
        return (
            self.south <= point.latitude <= self.north and self.west <= point.longitude <= self.east
        )


def distance_km(one: Coordinates, other: Coordinates) -> float:
    """Return the distance between two points over the ellipsoid, in kilometres."""
    return float(
        geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).kilometers
    )


def box_around(centre: Coordinates, radius_km: float) -> BoundingBox:
    """Return a box that holds every point within `radius_km` of `centre`."""
    height = radius_km / _KM_PER_DEGREE * 1.01
    width = height / cos(radians(centre.latitude))
    return BoundingBox(
        south=centre.latitude - height,
        north=centre.latitude + height,
        west=centre.longitude - width,
        east=centre.longitude + width,
    )
