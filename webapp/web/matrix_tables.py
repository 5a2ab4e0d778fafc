"""The matrix of offer and finding places in words: as a table on a page, and as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Response, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.core import clock
from webapp.core.i18n import N_
from webapp.insight.matrix import Axis, Balance, Cell, Matrix, Row, matrix_of
from webapp.trajectories.ladder import rungs
from webapp.web.csv_answer import csv_answer
from webapp.web.edge import db
from webapp.web.site import current_municipality

# What a cell says of itself, and the sum of such cells.
_WORDS: Mapping[Balance, str] = {
    Balance.NOTHING: N_("Gat: geen van beide"),
    Balance.NO_WORKPLACE: N_("Gat: geen werkplek"),
    Balance.NO_FINDING_PLACE: N_("Gat: geen vindplaats"),
    Balance.BOTH: N_("Allebei"),
}
_NAMES: Mapping[Axis, str] = {Axis.SECTOR: N_("Soort werk"), Axis.PLACE: N_("Plaats")}


@dataclass(frozen=True)
class WrittenCell:
    """A cell in words: what there is of the two, and how many if any; `url` shows which."""

    balance: str
    kind: str
    numbers: str
    url: str


@dataclass(frozen=True)
class WrittenRow:
    """A row with its name in the first column."""

    name: str
    cells: Sequence[WrittenCell]


@dataclass(frozen=True)
class WrittenMatrix:
    """The whole table, the sums of its cells, and where more of it is."""

    columns: Sequence[str]
    rows: Sequence[WrittenRow]
    sums: Sequence[tuple[str, int]]
    axis: Axis
    other_url: str
    file_url: str
    places_url: str


def written_matrix(audience: str) -> WrittenMatrix:
    """Return the matrix that the address asks for, with links to pages of an audience."""
    matrix = _asked()
    other = Axis.PLACE if matrix.axis is Axis.SECTOR else Axis.SECTOR
    page, file = f"{audience}.matrix", f"{audience}.matrix_file"
    return WrittenMatrix(
        columns=_columns(matrix),
        rows=[_written(matrix, row, f"{audience}.finding_places") for row in matrix.rows],
        sums=[(str(_(_WORDS[each])), count) for each, count in matrix.balances.items()],
        axis=matrix.axis,
        other_url=url_for(page, per=other.value if other is Axis.PLACE else None),
        file_url=url_for(file, per=matrix.axis.value),
        places_url=url_for(f"{audience}.finding_places"),
    )


def matrix_csv() -> Response:
    """Return the same as a file: for each rung a column of each of the two, and what lacks."""
    matrix = _asked()
    first, *steps = _columns(matrix)
    parts = (_("werkplekken"), _("vindplaatsen"), _("wat er is"))
    columns = [first, *(f"{step}, {part}" for step in steps for part in parts)]
    rows = [
        [_name(row), *(text for cell in row.cells.values() for text in _in_file(cell))]
        for row in matrix.rows
    ]
    return csv_answer(f"vindplaatsen-per-{matrix.axis.value}", columns, rows)


def _asked() -> Matrix:
    is_by_place = request.args.get("per") == Axis.PLACE.value
    axis = Axis.PLACE if is_by_place else Axis.SECTOR
    return matrix_of(db(), current_municipality().code, axis, today=clock.today())


def _columns(matrix: Matrix) -> list[str]:
    steps = [_("Trede %(number)s", number=rung.number) for rung in rungs()]
    return [str(_(_NAMES[matrix.axis])), *map(str, steps)]


def _name(row: Row) -> str:
    return row.name or str(_("Geen soort werk genoemd"))


def _written(matrix: Matrix, row: Row, endpoint: str) -> WrittenRow:
    cells = []
    for number, cell in row.cells.items():
        is_empty = cell.balance is Balance.NOTHING
        is_listed = matrix.axis is Axis.SECTOR and row.key and not is_empty
        url = url_for(endpoint, trede=number, branche=row.key) if is_listed else ""
        kind = "ok" if cell.balance is Balance.BOTH else "warning"
        numbers = "" if is_empty else _numbers(cell)
        cells.append(WrittenCell(str(_(_WORDS[cell.balance])), kind, numbers, url))
    return WrittenRow(_name(row), cells)


def _numbers(cell: Cell) -> str:
    work = ngettext("%(num)s werkplek", "%(num)s werkplekken", cell.workplaces)
    found = ngettext("%(num)s vindplaats", "%(num)s vindplaatsen", cell.finding_places)
    return f"{work}, {found}"


def _in_file(cell: Cell) -> tuple[str, str, str]:
    return str(cell.workplaces), str(cell.finding_places), str(_(_WORDS[cell.balance]))
