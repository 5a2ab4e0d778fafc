"""What placements come to: who moves up or drops out, and how long people wait for the start."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from sqlalchemy.orm import Session

from webapp.core.clock import day_of
from webapp.insight.small_numbers import FEWEST, Hidden, Key, Sum, shared
from webapp.placements.results import Result, results_of
from webapp.placements.vocabulary import WELL_ENDED, EndReason
from webapp.trajectories.products import products

# The columns of the figures. Of an ended placement the rung is one of the first four, and how it
# ended one of the next two.
RUNGS = UP, SAME, DOWN, UNKNOWN = "up", "same", "down", "unknown"
ENDS = WELL, DROPPED = "well", "dropped"
ENDED, STARTED = "ended", "started"
ALL = "all"
_YEARS = 5
_BEFORE = "before"


@dataclass(frozen=True)
class PlacementFigures:
    """The figures as they may be shown to all: by row and column.

    Rows are products, years, and ALL. `rows` has by column (ENDED, STARTED) of which products and
    years there is anything: the others are left out. `reasons`
    says why people dropped out, the rare reasons together under None. `waiting` is the median of
    the days to the start, where there are enough of them.
    """

    numbers: Mapping[Key, int | Hidden]
    rows: Mapping[str, Sequence[str]]
    waiting: Mapping[str, float]
    reasons: Mapping[EndReason | None, int]

    def of(self, row: str, column: str) -> int | Hidden:
        """Return a number; nobody there is few as well."""
        return self.numbers.get((row, column), Hidden.FEW)


def placement_figures(
    session: Session, municipality_code: str, *, now: datetime
) -> PlacementFigures:
    """Return the figures of a municipality: outcomes by the year of the end, waiting by the start.

    Who starts later than today does not count yet.
    """
    today = day_of(now)
    results = results_of(session, municipality_code)
    years = [str(year) for year in range(today.year, today.year - _YEARS, -1)] + [_BEFORE]
    codes = [product.code.value for product in products()]
    counted = Counter(_counted(results, today.year))
    rows = {
        kind: [row for row in (*codes, *years) if counted[row, kind]] for kind in (ENDED, STARTED)
    }
    numbers = {
        (row, column): counted[row, column]
        for kind, columns in _COLUMNS.items()
        for row in (*rows[kind], ALL)
        for column in columns
    }
    shown = shared(numbers, list(_sums(rows, codes)))
    return PlacementFigures(
        numbers=shown,
        rows=rows,
        waiting=_waiting(results, shown, today.year),
        reasons=_reasons(results) if isinstance(shown[ALL, DROPPED], int) else {},
    )


_COLUMNS = {ENDED: (*RUNGS, *ENDS, ENDED), STARTED: (STARTED,)}


def _sums(rows: Mapping[str, Sequence[str]], codes: Sequence[str]) -> Iterable[Sum]:
    """Yield everything that adds up, in one table or over them all."""
    for row in (*rows[ENDED], ALL):
        yield Sum([(row, column) for column in RUNGS], (row, ENDED))
        yield Sum([(row, column) for column in ENDS], (row, ENDED))
    for kind, columns in _COLUMNS.items():
        by_product = [row for row in rows[kind] if row in codes]
        by_year = [row for row in rows[kind] if row not in codes]
        for column in columns:
            for group in (by_product, by_year):
                yield Sum([(row, column) for row in group], (ALL, column))


def _counted(results: Iterable[Result], this_year: int) -> Iterable[Key]:
    """Yield where each result counts."""
    for result in results:
        code = result.product.value
        if result.days_to_start is not None and result.start_year <= this_year:
            for row in (code, _year(result.start_year, this_year), ALL):
                yield row, STARTED
        if result.end_year is not None and result.end_reason is not None:
            end = WELL if result.end_reason in WELL_ENDED else DROPPED
            for row in (code, _year(result.end_year, this_year), ALL):
                yield from ((row, column) for column in (_rung(result), end, ENDED))


def _rung(result: Result) -> str:
    if result.rung_after is None:
        return UNKNOWN
    if result.rung_after == result.rung_before:
        return SAME
    return UP if result.rung_after > result.rung_before else DOWN


def _year(year: int, this_year: int) -> str:
    return str(year) if this_year - year < _YEARS else _BEFORE


def _reasons(results: Iterable[Result]) -> Mapping[EndReason | None, int]:
    """Return how often each reason was given; those of few people go together, with enough others.

    So they add up to who dropped out, and none of them can be worked out.
    """
    reasons = (result.end_reason for result in results if result.end_year is not None)
    counted = Counter(each for each in reasons if each is not None and each not in WELL_ENDED)
    found: dict[EndReason | None, int] = {}
    rare = 0
    for reason, count in sorted(counted.items(), key=lambda item: item[1]):
        if count < FEWEST or 0 < rare < FEWEST:
            rare += count
        else:
            found[reason] = count
    return {**dict(reversed(found.items())), **({None: rare} if rare else {})}


def _waiting(
    results: Iterable[Result], shown: Mapping[Key, int | Hidden], this_year: int
) -> Mapping[str, float]:
    """Return by row the median of the days, where the number of people is shown."""
    days: dict[str, list[int]] = {}
    for result in results:
        if result.days_to_start is not None and result.start_year <= this_year:
            for row in (result.product.value, _year(result.start_year, this_year), ALL):
                days.setdefault(row, []).append(result.days_to_start)
    return {
        row: median(found)
        for row, found in days.items()
        if len(found) >= FEWEST and isinstance(shown[row, STARTED], int)
    }
