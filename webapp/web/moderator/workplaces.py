"""All workplaces of the municipality, by where they stand."""

from flask import request

from webapp.core.text import one_line
from webapp.moderation import overview
from webapp.moderation.labels import STANDINGS
from webapp.moderation.overview import Standing
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.paging import asked_page
from webapp.web.site import current_municipality
from webapp.workplaces.labels import STATUSES


@blueprint.get("/moderatie/werkplekken")
@requires(Permission.MODERATE, MUNICIPALITY)
def workplaces() -> str:
    """Show the workplaces that were ever submitted, filtered by `?status=` and `?q=`."""
    standing = request.args.get("status", None, type=Standing)
    text = one_line(request.args.get("q", ""))
    found = overview.workplaces_of(current_municipality().code, standing=standing, text=text)
    paging = asked_page(overview.count(db(), found))
    return page(
        "workplaces",
        reviews=overview.page_of(db(), found, offset=paging.offset, limit=paging.size),
        paging=paging,
        standing=standing,
        text=text,
        standing_labels=STANDINGS,
        status_labels=STATUSES,
    )
