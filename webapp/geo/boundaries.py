"""What follows from the shapes of areas: a point inside, and who borders on whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import shapely

from webapp.geo.coordinates import Coordinates
from webapp.geo.geojson import Area
from webapp.geo.rd import to_degrees, to_rd

# All in metres. Two that touch at a corner only are no neighbours.
_LEAST_SHARED = 50.0
# How far two drawings of one border may lie apart.
_TOLERANCE = 1.0


class Boundaries:
    """Shapes by key; areas with the same key are parts of one."""

    def __init__(self, areas: Iterable[tuple[str, Area]]) -> None:
        """Put the parts together."""
        parts: dict[str, list[shapely.Geometry]] = defaultdict(list)
        for key, area in areas:
            parts[key].append(area.shape)
        self._shapes = {
            key: found[0] if len(found) == 1 else shapely.union_all(found)
            for key, found in parts.items()
        }
        self._keys = list(self._shapes)
        self._tree = shapely.STRtree(list(self._shapes.values()))

    def holds(self, key: str, point: Coordinates) -> bool:
        """Tell whether a point lies in this area."""
        return bool(shapely.covers(self._shapes[key], _in_metres(point)))

    def point_in(self, key: str) -> Coordinates:
        """Return a point that surely lies inside, also of an area with a bay or with islands."""
        inside = shapely.point_on_surface(self._shapes[key])
        return to_degrees(inside.x, inside.y)

    def key_at(self, point: Coordinates) -> str | None:
        """Return the area in which a point lies."""
        found = self._tree.query(_in_metres(point), predicate="within")
        return self._keys[min(found)] if len(found) else None

    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """Return for each area those that share at least 50 metres of border with it."""
        found: dict[str, set[str]] = {key: set() for key in self._keys}
        shapes = list(self._shapes.values())
        pairs = self._tree.query(shapes, predicate="dwithin", distance=_TOLERANCE)
        for one, other in pairs.T.tolist():
            if one < other and _shared(shapes[one], shapes[other]) >= _LEAST_SHARED:
                found[self._keys[one]].add(self._keys[other])
                found[self._keys[other]].add(self._keys[one])
        return {key: frozenset(keys) for key, keys in found.items()}


def _shared(one: shapely.Geometry, other: shapely.Geometry) -> float:
    """Return how many metres of the border of one run along that of the other."""
    frame = shapely.intersection(*(shapely.box(*each.bounds) for each in (one, other)))
    frame = frame.buffer(2 * _TOLERANCE).bounds
    first, second = (shapely.clip_by_rect(each.boundary, *frame) for each in (one, other))
    return float(shapely.length(first.intersection(second.buffer(_TOLERANCE))))


def _in_metres(point: Coordinates) -> shapely.Point:
    return shapely.Point(*to_rd(point.longitude, point.latitude))
