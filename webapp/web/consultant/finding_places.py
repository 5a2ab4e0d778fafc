"""The finding places of the municipality and what lacks, for its staff."""

from flask import Response

from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.finding_places import overview
from webapp.web.matrix_tables import matrix_csv, written_matrix
from webapp.web.rate_limits import per_caller


@blueprint.get("/consulent/vindplaatsen")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def finding_places() -> Response:
    """Show what there is today, on a map and in lists."""
    return page("finding_places", shown=overview())


@blueprint.get("/consulent/matrix")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def matrix() -> Response:
    """Show for each rung what there is and what lacks, by kind of work or by place."""
    return page("matrix", written=written_matrix("consultant"))


@blueprint.get("/consulent/matrix.csv")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
@per_caller("60 per hour")
def matrix_file() -> Response:
    """Give the same table as a file."""
    return matrix_csv()
