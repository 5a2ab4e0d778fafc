"""A flat map of a part of the country: where a point lies on it, and how large it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import KM_PER_DEGREE, BoundingBox

# The map in units of its own: four to three, as wide as a column and as high as a small screen.
WIDTH, HEIGHT = 1000, 750
_MARGIN = 0.06
_NARROWEST_KM = 4.0


@dataclass(frozen=True)
class Spot:
    """A point on the map, in its units, from the left and from the top."""

    x: float
    y: float

    @property
    def is_inside(self) -> bool:
        """Whether it lies on the map, and not beside it."""
        return 0 <= self.x <= WIDTH and 0 <= self.y <= HEIGHT


@dataclass(frozen=True)
class Frame:
    """What of the country is on the map; `km_wide` kilometres fit in its width."""

    centre: Coordinates
    km_wide: float

    def spot(self, point: Coordinates) -> Spot:
        """Return where a point is drawn; one outside the map has a place outside it."""
        east, north = _kilometres(self.centre, point)
        units = WIDTH / self.km_wide
        return Spot(WIDTH / 2 + east * units, HEIGHT / 2 - north * units)

    def units(self, kilometres: float) -> float:
        """Return how long a distance is on the map."""
        return kilometres / self.km_wide * WIDTH

    def touches(self, box: BoundingBox) -> bool:
        """Tell whether something of what lies in `box` may be on the map."""
        low = self.spot(Coordinates(box.south, box.west))
        high = self.spot(Coordinates(box.north, box.east))
        return low.x <= WIDTH and high.x >= 0 and low.y >= 0 and high.y <= HEIGHT


def frame_around(points: Iterable[Coordinates]) -> Frame:
    """Return the smallest map, with a margin, that has all of these points on it: at least one."""
    box = box_of(points)
    centre = Coordinates((box.south + box.north) / 2, (box.west + box.east) / 2)
    east, north = _kilometres(centre, Coordinates(box.north, box.east))
    across = 2 * max(east, north * WIDTH / HEIGHT)
    return Frame(centre, max(across * (1 + 2 * _MARGIN), _NARROWEST_KM))


def box_of(points: Iterable[Coordinates]) -> BoundingBox:
    """Return the box that just holds these points: at least one."""
    every = list(points)
    latitudes, longitudes = [each.latitude for each in every], [each.longitude for each in every]
    return BoundingBox(min(latitudes), max(latitudes), min(longitudes), max(longitudes))


def _kilometres(origin: Coordinates, point: Coordinates) -> tuple[float, float]:
    """Return how far east and north of `origin` a point lies; at most a hair off in one country."""
    east = (point.longitude - origin.longitude) * cos(radians(origin.latitude))
    return east * KM_PER_DEGREE, (point.latitude - origin.latitude) * KM_PER_DEGREE
