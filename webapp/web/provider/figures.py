"""How often a workplace is looked at: a year in charts, in a table and as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from flask import Response
from flask_babel import gettext as _

from webapp.core import clock
from webapp.core.i18n import N_
from webapp.permissions.table import Permission
from webapp.statistics import counts
from webapp.statistics.models import CountKind
from webapp.statistics.months import last_months, month_of
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.charts import Chart, bar_chart
from webapp.web.csv_answer import csv_answer
from webapp.web.edge import db
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, page
from webapp.web.provider.standing import standing_of
from webapp.workplaces.models import Workplace

_MONTHS = 12
KINDS = {
    CountKind.VIEW: N_("Pagina bekeken"),
    CountKind.RESULT: N_("Getoond in zoekresultaten"),
    CountKind.ENQUIRY: N_("Vragen gesteld"),
}


@dataclass(frozen=True)
class MonthFigures:
    """The sums of one month, in the order of `KINDS`."""

    month: date
    sums: tuple[int, ...]

    @property
    def name(self) -> str:
        """The month as people say it: 'mei 2026'."""
        return format_date(self.month, "MMMM y", locale="nl")

    @property
    def short_name(self) -> str:
        """The month where there is little room: 'mei 2026', 'sept. 2026'."""
        return format_date(self.month, "MMM y", locale="nl")


@blueprint.get("/aanbieder/werkplekken/<public_id>/cijfers")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_figures(public_id: str) -> str:
    """Show the last twelve months."""
    workplace = own_workplace(public_id)
    months = _months_of(workplace)
    return page(
        "workplace_figures",
        standing=standing_of(workplace),
        months=months,
        kinds=KINDS,
        charts=_charts(months),
    )


@blueprint.get("/aanbieder/werkplekken/<public_id>/cijfers.csv")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_figures_file(public_id: str) -> Response:
    """Give the same figures as a file for a spreadsheet."""
    months = _months_of(own_workplace(public_id))
    rows = [[each.month.strftime("%Y-%m"), *map(str, each.sums)] for each in months]
    columns = [_("Maand"), *(_(name) for name in KINDS.values())]
    return csv_answer(f"cijfers-{public_id}", columns, rows)


def _months_of(workplace: Workplace) -> list[MonthFigures]:
    months = last_months(month_of(clock.today()), _MONTHS)
    found = counts.since(db(), workplace.id, months[0])
    return [
        MonthFigures(month, tuple(found.get((month, kind), 0) for kind in KINDS))
        for month in months
    ]


def _charts(months: Sequence[MonthFigures]) -> list[tuple[str, str, Chart]]:
    """Return a chart for each kind, with its key and its title."""
    return [
        (
            kind.value,
            str(_(name)),
            bar_chart([(each.short_name, each.sums[position]) for each in months]),
        )
        for position, (kind, name) in enumerate(KINDS.items())
    ]
