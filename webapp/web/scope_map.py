"""The drawn map of a search: the area, the workplaces on it by number, and names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import BoundingBox, box_around
from webapp.geo.frame import HEIGHT, WIDTH, Frame, Spot, frame_around
from webapp.municipalities.queries import all_municipalities
from webapp.municipalities.shapes import SOURCE_YEAR, Shape, shapes_by_code
from webapp.search.queries import ResultPage
from webapp.search.scope import Scope
from webapp.web.edge import db
from webapp.web.map_markers import Canvas, Label, Marker, labels, markers

# How wide the map is on a phone and at a desk: markers that meet on one stand apart on the other.
_CANVASES = {"narrow": Canvas(288), "wide": Canvas(560)}
_BAR_LENGTHS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class Area:
    """A municipality as it is drawn; `kind`: 'own', 'searched' or 'other'."""

    kind: str
    path: str


@dataclass(frozen=True)
class Layer:
    """What is written on the map at one width."""

    name: str
    canvas: Canvas
    markers: Sequence[Marker]
    labels: Sequence[Label]


@dataclass(frozen=True)
class Circle:
    """The distance within which is searched, in units of the map."""

    middle: Spot
    radius: float


@dataclass(frozen=True)
class ScopeMap:
    """All that the component `map` draws.

    `bar_km` is the length of the scale bar in kilometres, `bar_width` in percents of the map;
    `shown` are the numbers of the workplaces that are on it: an exception may lie far off.
    """

    width: int
    height: int
    areas: Sequence[Area]
    circle: Circle | None
    layers: Sequence[Layer]
    bar_km: int
    bar_width: float
    source_year: int
    shown: frozenset[int]


def draw(page: ResultPage) -> ScopeMap | None:
    """Return the map of a page of results; None where it is not clear around what was searched."""
    if page.scope is None:
        return None
    points = {
        number: point for number, hit in page.numbered if (point := hit.workplace.point) is not None
    }
    return draw_points(page.scope, points)


def draw_points(scope: Scope, points: Mapping[int, Coordinates]) -> ScopeMap:
    """Return the map of an area, with numbers at these points."""
    shapes = shapes_by_code(db())
    frame = frame_around(_corners(scope, shapes))
    spots = {number: frame.spot(point) for number, point in points.items()}
    inside = {number: spot for number, spot in spots.items() if spot.is_inside}
    bar_km = max(km for km in _BAR_LENGTHS if frame.units(km) <= WIDTH / 3)
    return ScopeMap(
        width=WIDTH,
        height=HEIGHT,
        areas=sorted(_areas(scope, shapes, frame), key=lambda area: _UNDER[area.kind]),
        circle=_circle(scope, frame),
        layers=_layers(scope, frame, inside),
        bar_km=bar_km,
        bar_width=round(frame.units(bar_km) / WIDTH * 100, 2),
        source_year=SOURCE_YEAR,
        shown=frozenset(inside),
    )


# What is drawn later lies over what was drawn before: the own border must be seen whole.
_UNDER = {"other": 0, "searched": 1, "own": 2}


def _kind(code: str, scope: Scope) -> str:
    """Return how a municipality is drawn: with a circle it is the circle that is searched."""
    if code == scope.own:
        return "own"
    beside = scope.adjacent | {key.rpartition("|")[2] for key in scope.adjacent_places}
    return "searched" if code in beside and scope.circle is None else "other"


def _corners(scope: Scope, shapes: Mapping[str, Sequence[Shape]]) -> Iterator[Coordinates]:
    """Return corners of what must be on the map of a scope."""
    boxes: Sequence[BoundingBox]
    if scope.circle is not None:
        boxes = [box_around(scope.circle.centre, scope.circle.radius_km)]
    else:
        boxes = [
            shape.box
            for code, parts in shapes.items()
            if _kind(code, scope) != "other"
            for shape in parts
        ]
    for box in boxes:
        yield Coordinates(box.south, box.west)
        yield Coordinates(box.north, box.east)


def _areas(scope: Scope, shapes: Mapping[str, Sequence[Shape]], frame: Frame) -> Iterator[Area]:
    for code, parts in shapes.items():
        path = "".join(_path(shape, frame) for shape in parts if frame.touches(shape.box))
        if path:
            yield Area(_kind(code, scope), path)


def _path(shape: Shape, frame: Frame) -> str:
    """Return a shape in the words of SVG, coarser as the map shows more of the country.

    Points are put on a grid, which two neighbours share: their borders go on meeting.
    """
    step = max(1, round(frame.km_wide / 55))
    return "".join(_ring([frame.spot(point) for point in ring], step) for ring in shape.rings)


def _ring(spots: Sequence[Spot], step: int) -> str:
    grid = [(round(spot.x / step) * step, round(spot.y / step) * step) for spot in spots]
    kept = [grid[0]]
    kept += [spot for before, spot in pairwise(grid) if spot != before]
    if len(kept) < 4:  # an island of less than a step
        return ""
    moves = (f"{x - from_x} {y - from_y}" for (from_x, from_y), (x, y) in pairwise(kept[:-1]))
    return f"M{kept[0][0]} {kept[0][1]}l{' '.join(moves)}z"


def _circle(scope: Scope, frame: Frame) -> Circle | None:
    if scope.circle is None:
        return None
    return Circle(frame.spot(scope.circle.centre), frame.units(scope.circle.radius_km))


def _layers(scope: Scope, frame: Frame, spots: Mapping[int, Spot]) -> Sequence[Layer]:
    names = _names(scope, frame)
    layers = []
    for name, canvas in _CANVASES.items():
        placed = markers(spots, canvas)
        layers.append(Layer(name, canvas, placed, labels(names, canvas, placed)))
    return layers


def _names(scope: Scope, frame: Frame) -> Sequence[tuple[str, Spot, bool]]:
    """Return the municipalities of which the name may be written: the own, then the largest."""
    known = sorted(
        all_municipalities(db()), key=lambda each: (each.code != scope.own, -each.population)
    )
    named = (
        (each.name, frame.spot(Coordinates(each.latitude, each.longitude)), each.code == scope.own)
        for each in known
    )
    return [(name, spot, is_own) for name, spot, is_own in named if spot.is_inside]
