"""Comparing up to three workplaces for a client, with their distance to where the client lives."""

from flask import Response, request, url_for

from webapp.permissions.table import Permission
from webapp.search import parameters
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import (
    address_of,
    find_kept,
    understood,
    without_place,
)
from webapp.web.consultant.page import page
from webapp.web.edge import db
from webapp.web.workplace_comparison import comparison
from webapp.workplaces.sectors import all_sectors


@blueprint.get("/consulent/zoeken/<public_id>/vergelijk")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def workplaces_compare(public_id: str) -> Response:
    """Show the chosen workplaces side by side."""
    kept = find_kept(public_id)
    if kept is None:
        return page("search_gone", 404)
    asked = understood(kept, request.args, all_sectors(db())).request
    shown = comparison(
        request.args.getlist("id"),
        where=asked.where,
        hidden=parameters.pairs_of(without_place(asked)),
        results_url=address_of(asked, public_id),
        own_url=url_for("consultant.workplaces_compare", public_id=public_id),
    )
    return page("workplaces_compare", shown.status, shown=shown, public_id=public_id)
