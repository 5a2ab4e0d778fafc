"""What the placements of the municipality come to, on a page and in files."""

from collections.abc import Mapping

from flask import Response, abort
from werkzeug.wrappers import Response as AnyResponse

from webapp.audit.operations import record
from webapp.core import clock
from webapp.insight.placements import placement_figures as figures_of
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.placement import by_whom
from webapp.web.csv_answer import csv_answer
from webapp.web.edge import db, writes
from webapp.web.placement_tables import PlacementTable, tables_of
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_municipality


@blueprint.get("/consulent/plaatsingen/cijfers")
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_figures() -> Response:
    """Show the figures."""
    return page("placement_figures", tables=list(_tables().values()))


@blueprint.get("/consulent/plaatsingen/cijfers/<key>/tabel.csv")
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
@per_caller("60 per hour")
@writes
def placement_figures_file(key: str) -> AnyResponse:
    """Give one table as a file; that this was done is in the log."""
    table = _tables().get(key) or abort(404)
    code = current_municipality().code
    subject = ("figures", f"plaatsingen-{key}")
    record(db(), "figures.exported", subject=subject, municipality_code=code, **by_whom())
    return csv_answer(f"plaatsingen-{key}", table.columns, table.rows)


def _tables() -> Mapping[str, PlacementTable]:
    code = current_municipality().code
    return tables_of(figures_of(db(), code, now=clock.now()))
