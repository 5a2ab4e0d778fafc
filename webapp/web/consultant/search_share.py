"""A link to a consultant's results for somebody else, which does not tell about the client."""

from dataclasses import replace

from flask import Response, request, url_for

from webapp.permissions.table import Permission
from webapp.search import parameters
from webapp.search.engine import Sort
from webapp.search.request import SearchRequest
from webapp.search.scope import Area
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import address_of, find_kept, understood, without_place
from webapp.web.consultant.page import page
from webapp.web.edge import db
from webapp.web.search_words import search_in_words
from webapp.web.site import current_site
from webapp.workplaces.sectors import all_sectors


@blueprint.post("/consulent/zoeken/<public_id>/delen")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def search_share(public_id: str) -> Response:
    """Show the address of the public search that comes nearest: without a place no distance."""
    kept = find_kept(public_id)
    if kept is None:
        return page("search_gone", 404)
    asked = understood(kept, request.form, all_sectors(db())).request
    shared = _without_client(asked)
    query = parameters.query_string(shared)
    return page(
        "search_share",
        link=current_site().url + url_for("public.search") + (f"?{query}" if query else ""),
        was_by_distance=asked.area is Area.DISTANCE,
        shows=search_in_words(shared, None, current_site()),
        results_url=address_of(asked, public_id),
    )


def _without_client(asked: SearchRequest) -> SearchRequest:
    """Return the same search for who does not know where the client lives."""
    return replace(
        without_place(asked),
        area=Area.SURROUNDINGS if asked.area is Area.DISTANCE else asked.area,
        sort=None if asked.sort is Sort.DISTANCE else asked.sort,
        page=1,
    )
