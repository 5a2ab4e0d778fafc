"""The figures as tables, each of which the page shows and a file holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from flask_babel import gettext as _

from webapp.insight.figures import Figures
from webapp.moderation.labels import STANDINGS
from webapp.registrations.labels import STATUSES
from webapp.trajectories.ladder import rungs
from webapp.web.charts import Chart, bar_chart

# Below this a number may tell who somebody is: a file that is shared does not have it.
_FEWEST = 5


@dataclass(frozen=True)
class Table:
    """One table; `key` names it in addresses, `is_personal` that its numbers are of people."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str | int, ...]]
    description: str = ""
    is_personal: bool = False

    @property
    def chart(self) -> Chart:
        """The same, drawn: of a table with a name and a number."""
        return bar_chart([(str(row[0]), int(row[1])) for row in self.rows])

    @property
    def rows_to_share(self) -> list[list[str]]:
        """The rows as they may go around."""
        return [[self._shared(cell) for cell in row] for row in self.rows]

    def _shared(self, cell: str | int) -> str:
        is_few = self.is_personal and isinstance(cell, int) and cell < _FEWEST
        return str(_("minder dan %(count)s", count=_FEWEST)) if is_few else str(cell)


def tables_of(figures: Figures) -> Mapping[str, Table]:
    """Return every table, by its key."""
    tables = [
        _counts(
            "werkplekken",
            _("Werkplekken"),
            [(str(_(STANDINGS[each])), count) for each, count in figures.workplaces.items()],
        ),
        _offer(figures),
        _by_month("besluiten-per-maand", _("Besluiten per maand"), figures.decisions_by_month),
        _counts(
            "aanmeldingen",
            _("Aanmeldingen"),
            [(str(_(STATUSES[each])), count) for each, count in figures.registrations.items()],
            is_personal=True,
        ),
        _by_month(
            "aanmeldingen-per-maand",
            _("Aanmeldingen per maand"),
            figures.registrations_by_month,
            is_personal=True,
        ),
    ]
    return {table.key: table for table in tables}


def _counts(
    key: str, title: str, rows: Sequence[tuple[str, int]], *, is_personal: bool = False
) -> Table:
    columns = (_("Hoe het ervoor staat"), _("Aantal"))
    return Table(key, title, columns, rows, is_personal=is_personal)


def _by_month(
    key: str, title: str, counts: Mapping[date, int], *, is_personal: bool = False
) -> Table:
    rows = [(format_date(month, "MMM y", locale="nl"), count) for month, count in counts.items()]
    return Table(
        key,
        title,
        (_("Maand"), _("Aantal")),
        rows,
        description=_("Een balk voor elk van de laatste 12 maanden."),
        is_personal=is_personal,
    )


def _offer(figures: Figures) -> Table:
    steps = [rung.number for rung in rungs()]
    columns = (_("Soort werk"), *(_("Trede %(number)s", number=number) for number in steps))
    rows = [
        (row.name, *(row.counts[number] or str(_("geen")) for number in steps))
        for row in figures.offer.rows
    ]
    return Table("aanbod", _("Aanbod op de site"), columns, rows)
