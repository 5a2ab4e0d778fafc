"""The figures of the municipality."""

from typing import Any

from babel.numbers import format_decimal
from flask import Response, abort
from flask_babel import gettext as _

from webapp.audit.operations import record
from webapp.core import clock
from webapp.insight.figures import Figures, figures_of
from webapp.insight.waiting import WaitingTimes
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.csv_answer import csv_answer
from webapp.web.edge import db, writes
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.figure_tables import tables_of
from webapp.web.moderator.page import page
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_municipality

_MOST = 10


@blueprint.get("/moderatie/cijfers")
@requires(Permission.MODERATE, MUNICIPALITY)
def figures() -> str:
    """Show how the municipality's workplaces and registrations are doing."""
    found = _figures()
    unconfirmed = found.offer.unconfirmed
    return page(
        "figures",
        tables=tables_of(found),
        waiting=_rows_of(found.waiting) if found.waiting else [],
        unconfirmed=unconfirmed[:_MOST],
        unconfirmed_total=len(unconfirmed),
    )


@blueprint.get("/moderatie/cijfers/<key>/tabel.csv")
@requires(Permission.MODERATE, MUNICIPALITY)
@per_caller("60 per hour")
@writes
def figures_file(key: str) -> Response:
    """Give one table as a file; that this was done is in the log."""
    table = tables_of(_figures()).get(key) or abort(404)
    code = current_municipality().code
    record(
        db(),
        "figures.exported",
        subject=("figures", key),
        actor=require(Permission.MODERATE).actor,
        now=clock.now(),
        municipality_code=code,
    )
    return csv_answer(f"cijfers-{key}", table.columns, table.rows_to_share)


def _rows_of(waiting: WaitingTimes) -> list[dict[str, Any]]:
    """Return the waiting times as the rows of a data list."""
    return [
        {"label": _("Besluiten"), "value": waiting.count},
        {"label": _("De helft wacht hooguit"), "value": _in_days(waiting.median)},
        {"label": _("9 van de 10 wachten hooguit"), "value": _in_days(waiting.most)},
    ]


def _in_days(number: float) -> str:
    """Write a number of days: '2,5 dagen'."""
    if round(number, 1) < 1:
        return str(_("minder dan 1 dag"))
    words = format_decimal(round(number, 1), locale="nl")
    return str(_("1 dag") if words == "1" else _("%(number)s dagen", number=words))


def _figures() -> Figures:
    return figures_of(db(), current_municipality().code, now=clock.now())
