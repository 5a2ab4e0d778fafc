"""Numbers and names on a drawn map that do not lie over each other."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from webapp.geo.frame import HEIGHT, WIDTH, Spot

# All in pixels of the screen, in which letters keep their size however wide the map is.
_MARKER_HEIGHT, _MARKER_PADDING, _DIGIT = 28.0, 14.0, 9.0
_LABEL_HEIGHT, _LETTER = 18.0, 7.5
# How far up or down a name may go to be free.
_SHIFTS = (0.0, -24.0, 24.0, -42.0, 42.0)
_DASH = "\N{EN DASH}"
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_MOST_SHOWN = 16


@dataclass(frozen=True)
class Plate:
    """A rectangle with words, by its middle, in pixels."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Plate") -> bool:
        """Tell whether two lie over each other."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )

    def inside(self, canvas: "Canvas") -> "Plate":
        """Return the same rectangle, moved as little as keeps it whole on the map."""
        return Plate(
            min(max(self.x, self.width / 2), canvas.width - self.width / 2),
            min(max(self.y, self.height / 2), canvas.height - self.height / 2),
            self.width,
            self.height,
        )


@dataclass(frozen=True)
class Canvas:
    """A map that is shown `width` pixels wide."""

    width: float

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return self.width * HEIGHT / WIDTH

    @property
    def corner(self) -> Plate:
        """Where the scale bar is."""
        return Plate(self.width * 0.2, self.height * 0.93, self.width * 0.4, self.height * 0.14)

    def plate(self, spot: Spot, width: float, height: float) -> Plate:
        """Return a rectangle around a point of the map."""
        scale = self.width / WIDTH
        return Plate(spot.x * scale, spot.y * scale, width, height)

    def percentages(self, plate: Plate) -> tuple[float, float]:
        """Return where the middle of a rectangle is, from the left and from the top."""
        return round(plate.x / self.width * 100, 2), round(plate.y / self.height * 100, 2)


@dataclass(frozen=True)
class Marker:
    """The numbers of workplaces that lie at a point, or so near that their markers would meet."""

    numbers: tuple[int, ...]
    shown: str
    plate: Plate

    @property
    def text(self) -> str:
        """All its numbers, in words for who does not see the map."""
        return in_short(self.numbers)


@dataclass(frozen=True)
class Label:
    """The name of a municipality."""

    text: str
    is_own: bool
    plate: Plate


def markers(spots: Mapping[int, Spot], canvas: Canvas) -> Sequence[Marker]:
    """Return markers for numbered points, in the order of their first number; none overlap."""
    groups = [frozenset(numbers) for numbers in _at_each_spot(spots).values()]
    made = [_marker(group, spots, canvas) for group in groups]
    while pair := _overlapping(made):
        one, other = pair
        joined = _marker({*one.numbers, *other.numbers}, spots, canvas)
        made = [each for each in made if each not in pair] + [joined]
    return sorted(made, key=lambda marker: marker.numbers)


def labels(
    names: Iterable[tuple[str, Spot, bool]], canvas: Canvas, taken: Iterable[Marker]
) -> Sequence[Label]:
    """Return names where there is room for them, the first first; `names` tells which is own."""
    plates, found = [marker.plate for marker in taken] + [canvas.corner], []
    for text, spot, is_own in names:
        wanted = canvas.plate(spot, len(text) * _LETTER, _LABEL_HEIGHT).inside(canvas)
        tried = (replace(wanted, y=wanted.y + by).inside(canvas) for by in _SHIFTS)
        free = (each for each in tried if not any(map(each.overlaps, plates)))
        if (plate := next(free, None)) is not None:
            plates.append(plate)
            found.append(Label(text, is_own, plate))
    return found


def in_short(numbers: Sequence[int]) -> str:
    """Write numbers, from small to large, with a dash for three or more in a row: '1-3, 7'."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}{_DASH}{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def _at_each_spot(spots: Mapping[int, Spot]) -> Mapping[Spot, list[int]]:
    found: dict[Spot, list[int]] = {}
    for number, spot in spots.items():
        found.setdefault(spot, []).append(number)
    return found


def _marker(numbers: AbstractSet[int], spots: Mapping[int, Spot], canvas: Canvas) -> Marker:
    """Return the marker of some numbers, in the middle of where they lie."""
    ordered = tuple(sorted(numbers))
    shown = _fitting(ordered)
    middle = Spot(
        sum(spots[number].x for number in ordered) / len(ordered),
        sum(spots[number].y for number in ordered) / len(ordered),
    )
    width = max(_MARKER_HEIGHT, len(shown) * _DIGIT + _MARKER_PADDING)
    return Marker(ordered, shown, canvas.plate(middle, width, _MARKER_HEIGHT).inside(canvas))


def _fitting(numbers: Sequence[int]) -> str:
    """Write numbers as short as a marker on the map of a phone can hold them."""
    text = in_short(numbers)
    if len(text) <= _MOST_SHOWN:
        return text
    return f"{numbers[0]}, {_ELLIPSIS}, {numbers[-1]}"


def _overlapping(made: Sequence[Marker]) -> tuple[Marker, Marker] | None:
    """Return two markers that lie over each other, or None."""
    return next(
        (
            (one, other)
            for index, one in enumerate(made)
            for other in made[index + 1 :]
            if one.plate.overlaps(other.plate)
        ),
        None,
    )
