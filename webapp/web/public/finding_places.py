"""The finding places of a municipality and what lacks, where it shows them to everybody."""

from flask import Response, abort, render_template

from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.finding_places import overview
from webapp.web.matrix_tables import matrix_csv, written_matrix
from webapp.web.public.blueprint import blueprint
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_site


@blueprint.get("/vindplaatsen")
@per_caller("60 per minute")
@anyone(MUNICIPALITY)
def finding_places() -> str:
    """Show what there is today, on a map and in lists."""
    _only_where_shown()
    return render_template("pages/public/finding_places.html", shown=overview())


@blueprint.get("/vindplaatsen/matrix")
@per_caller("60 per minute")
@anyone(MUNICIPALITY)
def matrix() -> str:
    """Show for each rung what there is and what lacks, by kind of work or by place."""
    _only_where_shown()
    return render_template("pages/public/matrix.html", written=written_matrix("public"))


@blueprint.get("/vindplaatsen/matrix.csv")
@per_caller("60 per hour")
@anyone(MUNICIPALITY)
def matrix_file() -> Response:
    """Give the same table as a file."""
    _only_where_shown()
    return matrix_csv()


def _only_where_shown() -> None:
    """Answer 404 where the municipality keeps these pages for its staff."""
    if not current_site().settings.finding_places_public:
        abort(404)
