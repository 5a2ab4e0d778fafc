"""Distances, as the crow flies; the door to geopy's distances."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians

from geopy.distance import geodesic

from webapp.geo.coordinates import Coordinates

# Along a meridian, in the middle of the Netherlands.
KM_PER_DEGREE = 111.27
# How far `about_km` may be beside the truth, as a share of it, anywhere in the Netherlands.
ABOUT = 0.005


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


# Many workplaces share a point, that of their postcode, and a search is often repeated.
@lru_cache(maxsize=20_000)
def distance_km(one: Coordinates, other: Coordinates) -> float:
    """Return the distance between two points over the ellipsoid, in kilometres."""
    return float(
        geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).kilometers
    )


def about_km(one: Coordinates, other: Coordinates) -> float:
    """Return the distance in kilometres, give or take a share ABOUT of it.

    A degree is as long here as it is on the ellipsoid halfway (the usual series of cosines), and
    the earth flat in between. That is a hundred times quicker than measuring, so it tells which
    points are worth measuring.
    """
    halfway = radians((one.latitude + other.latitude) / 2)
    north = 111.132 - 0.560 * cos(2 * halfway)
    east = 111.413 * cos(halfway) - 0.094 * cos(3 * halfway)
    return hypot((one.latitude - other.latitude) * north, (one.longitude - other.longitude) * east)


def box_around(centre: Coordinates, radius_km: float) -> BoundingBox:
    """Return a box that holds every point within `radius_km` of `centre`."""
    height = radius_km / KM_PER_DEGREE * 1.01
    width = height / cos(radians(centre.latitude))
    return BoundingBox(
        south=centre.latitude - height,
        north=centre.latitude + height,
        west=centre.longitude - width,
        east=centre.longitude + width,
    )
