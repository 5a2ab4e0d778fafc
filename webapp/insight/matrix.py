"""The matrix of offer and finding places: rung by kind of work, or rung by place [S3]."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from webapp.core.text import fold
from webapp.findingplaces.queries import active_in
from webapp.trajectories.ladder import rungs
from webapp.workplaces.public import public_lying_in
from webapp.workplaces.sectors import all_sectors

# A finding place that goes with no kind of work in particular.
NO_SECTOR = ""


class Axis(StrEnum):
    """What the rows are; the value is how addresses name it."""

    SECTOR = "werk"
    PLACE = "plaats"


class Balance(StrEnum):
    """What there is of the two: gaps, and overlap."""

    NOTHING = "nothing"
    NO_WORKPLACE = "no_workplace"
    NO_FINDING_PLACE = "no_finding_place"
    BOTH = "both"


@dataclass(frozen=True)
class Cell:
    """How many workplaces and finding places there are for a rung in a row."""

    workplaces: int
    finding_places: int

    @property
    def balance(self) -> Balance:
        """What is there, and what lacks."""
        if self.workplaces and self.finding_places:
            return Balance.BOTH
        if self.workplaces:
            return Balance.NO_FINDING_PLACE
        return Balance.NO_WORKPLACE if self.finding_places else Balance.NOTHING


@dataclass(frozen=True)
class Row:
    """A kind of work or a place, with a cell for each rung by its number."""

    key: str
    name: str
    cells: Mapping[int, Cell]


@dataclass(frozen=True)
class Matrix:
    """All rows, and how many cells are of each balance."""

    axis: Axis
    rows: Sequence[Row]

    @property
    def balances(self) -> Mapping[Balance, int]:
        """How many cells there are of each balance, also of what there is none."""
        counts = Counter(cell.balance for row in self.rows for cell in row.cells.values())
        return {balance: counts[balance] for balance in Balance}


_Pairs = Counter[tuple[str, int]]


def matrix_of(session: Session, municipality_code: str, axis: Axis, *, today: date) -> Matrix:
    """Return the matrix of what lies in a municipality: what visitors find there today."""
    contents = [
        each.published_version.content
        for each in public_lying_in(session, municipality_code)
        if each.published_version is not None
    ]
    found = active_in(session, municipality_code, today=today)
    if axis is Axis.PLACE:
        names = _names([*(each.place for each in contents), *(each.place for each in found)])
        offer = _count(((fold(each.place),), each.rungs) for each in contents)
        there = _count(((fold(each.place),), each.rungs) for each in found)
    else:
        names = {each.key: each.name for each in all_sectors(session)} | {NO_SECTOR: ""}
        offer = _count((each.sectors, each.rungs) for each in contents)
        there = _count((each.sectors or (NO_SECTOR,), each.rungs) for each in found)
        if not any(key == NO_SECTOR for key, _ in there):
            del names[NO_SECTOR]
    return Matrix(axis, [_row(key, name, offer, there) for key, name in names.items()])


def _names(places: Iterable[str]) -> dict[str, str]:
    """Return each place once, however its capitals were typed, by name."""
    return {fold(place): place for place in sorted(places, key=fold)}


def _count(items: Iterable[tuple[Iterable[str], Iterable[int | str]]]) -> _Pairs:
    return Counter((key, int(rung)) for keys, steps in items for key in keys for rung in steps)


def _row(key: str, name: str, offer: _Pairs, there: _Pairs) -> Row:
    cells = {
        rung.number: Cell(offer[key, rung.number], there[key, rung.number]) for rung in rungs()
    }
    return Row(key, name, cells)
