"""Hiding numbers of so few people that they may tell who somebody is.

A number below five is hidden. And where it could be worked out, or nearly so, from a total and its
other parts, one more is hidden, and so on. What a reader can work out is what is known of each
number: which values it can have, given all that is shown and which numbers add up to which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf

FEWEST = 5
# Of a number that is few, a reader is left with at least this many possibilities.
_LEAST_DOUBT = 3

Key = tuple[str, str]
Bounds = dict[Key, tuple[float, float]]


class Hidden(Enum):
    """Why a number is not shown: it is few, or it would tell one that is."""

    FEW = "few"
    TELLING = "telling"


@dataclass(frozen=True)
class Sum:
    """Numbers that add up to a total, as every reader knows."""

    parts: Sequence[Key]
    total: Key

    @property
    def keys(self) -> tuple[Key, ...]:
        """The parts and the total."""
        return (*self.parts, self.total)


def shared(numbers: Mapping[Key, int], sums: Sequence[Sum]) -> dict[Key, int | Hidden]:
    """Return each of `numbers` as it may be shown beside all others."""
    shown: dict[Key, int | Hidden] = {
        key: Hidden.FEW if number < FEWEST else number for key, number in numbers.items()
    }
    while (told := _told(shown, sums)) is not None:
        candidate = _next_to_hide(told, shown, sums)
        if candidate is None:
            break
        shown[candidate] = Hidden.TELLING
    return shown


def _told(shown: Mapping[Key, int | Hidden], sums: Sequence[Sum]) -> Key | None:
    """Return a number that is few and can be worked out too well, or None."""
    bounds = _bounds(shown, sums)
    few = (key for key, value in shown.items() if value is Hidden.FEW)
    return next((key for key in few if _doubt(bounds[key]) < _LEAST_DOUBT), None)


def _doubt(bounds: tuple[float, float]) -> float:
    least, most = bounds
    return most - least + 1


def _next_to_hide(told: Key, shown: Mapping[Key, int | Hidden], sums: Sequence[Sum]) -> Key | None:
    """Return the least number that stands beside one that is told: a part rather than a total."""
    beside = [each for each in sums if told in each.keys]
    others = [each for each in sums if any(isinstance(shown[key], Hidden) for key in each.keys)]
    for group in (beside, others):
        found = [
            (key == each.total, value, key)
            for each in group
            for key in each.keys
            if isinstance(value := shown[key], int)
        ]
        if found:
            return min(found)[2]
    return None


def _bounds(shown: Mapping[Key, int | Hidden], sums: Sequence[Sum]) -> Bounds:
    """Return between which values each number lies, as far as a reader can tell."""
    bounds = {key: _first_bounds(value) for key, value in shown.items()}
    changed = True
    while changed:
        changed = False
        for each in sums:
            for key, new in _narrowed(each, bounds):
                if new != bounds[key]:
                    bounds[key], changed = new, True
    return bounds


def _first_bounds(value: int | Hidden) -> tuple[float, float]:
    if value is Hidden.FEW:
        return 0, FEWEST - 1
    return (FEWEST, inf) if value is Hidden.TELLING else (value, value)


def _narrowed(each: Sum, bounds: Bounds) -> list[tuple[Key, tuple[float, float]]]:
    """Return what a sum tells of its parts and its total."""
    least = sum(bounds[key][0] for key in each.parts)
    most = sum(bounds[key][1] for key in each.parts)
    total = bounds[each.total]
    found = [(each.total, (max(total[0], least), min(total[1], most)))]
    for key in each.parts:
        low, high = bounds[key]
        rest_least = sum(bounds[other][0] for other in each.parts if other != key)
        rest_most = sum(bounds[other][1] for other in each.parts if other != key)
        found.append((key, (max(low, total[0] - rest_most), min(high, total[1] - rest_least))))
    return found
