"""Searching near where a client lives; the place stands in no address, title or log."""

from dataclasses import replace

from flask import Response, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.core.text import one_line
from webapp.permissions.table import Permission
from webapp.search import consultant_searches, parameters
from webapp.search.engine import Sort
from webapp.search.queries import ResultPage
from webapp.search.whereabouts import Centre, look_up
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.asked_search import search_for
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import (
    address_of,
    find_kept,
    map_address_of,
    save_address_of,
    values_near_client,
    without_place,
)
from webapp.web.consultant.overview import begin
from webapp.web.consultant.page import page
from webapp.web.edge import db
from webapp.web.rate_limits import per_caller, searches_per_caller
from webapp.web.scope_map import draw
from webapp.web.search_form import search_form
from webapp.web.search_words import page_sentence
from webapp.web.site import current_municipality, current_site
from webapp.workplaces.sectors import all_sectors

_LONGEST_LABEL = 60


@blueprint.post("/consulent/zoeken")
@per_caller("60 per minute")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def search_begin() -> AnyResponse:
    """Keep where the client lives under an id of this consultant, and lead to the results."""
    read = parameters.understand(
        request.form.to_dict(flat=False), [sector.key for sector in all_sectors(db())]
    )
    asked = read.request
    label = one_line(request.form.get("kenmerk", ""))
    where = look_up(db(), asked.where)
    problems = dict(read.problems)
    if not asked.where:
        problems["postcode"] = _("Vul de postcode of de plaats in waar de inwoner woont.")
    is_too_long = len(label) > _LONGEST_LABEL
    if problems or is_too_long or not isinstance(where, Centre):
        found = ResultPage(asked, Sort.DISTANCE, (), 0, {}, where if asked.where else None)
        fields = search_form(found, problems, current_site())
        error = (
            _("Maak het kenmerk korter: hooguit %(n)s tekens.", n=_LONGEST_LABEL)
            if is_too_long
            else ""
        )
        return begin(fields, label=label, label_error=error, status=422)
    kept = consultant_searches.keep(
        db(),
        current_municipality().code,
        actor=require(Permission.SEARCH_FOR_CLIENT).actor,
        now=clock.now(),
        where=asked.where,
        label=label,
        query=parameters.query_string(without_place(asked)),
    )
    return redirect(address_of(asked, kept.public_id), code=303)


@blueprint.get("/consulent/zoeken/<public_id>")
@searches_per_caller()
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def search(public_id: str) -> Response:
    """Show the workplaces that fit, with their distance to the client's home.

    The status is 422 when something of what was asked is said and left out.
    """
    kept = find_kept(public_id)
    if kept is None:
        return page("search_gone", 404)
    shown = search_for(
        values_near_client(kept, request.args),
        address_of=lambda wanted: address_of(wanted, public_id),
        compare_url=url_for("consultant.workplaces_compare", public_id=public_id),
    )
    return page(
        "search",
        shown.fields.status,
        heading=_heading(shown.page),
        public_id=public_id,
        label=kept.criteria["label"],
        shown=shown,
        map_url=map_address_of(shown.page.request, public_id),
        save_url=save_address_of(shown.page.request, public_id),
    )


@blueprint.get("/consulent/zoeken/<public_id>/kaart")
@searches_per_caller()
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def search_map(public_id: str) -> Response:
    """Show the same workplaces on a drawn map, with the list beside it."""
    kept = find_kept(public_id)
    if kept is None:
        return page("search_gone", 404)
    shown = search_for(
        values_near_client(kept, request.args),
        address_of=lambda wanted: map_address_of(wanted, public_id),
    )
    return page(
        "search_map",
        shown.fields.status,
        heading=_heading(shown.page),
        shown=shown,
        drawn=draw(shown.page),
        list_url=address_of(shown.page.request, public_id),
    )


def _heading(found: ResultPage) -> str:
    """Return what was found, in words for a title: they do not say where the client lives."""
    unnamed = replace(found.request, where=str(_("de inwoner")))
    return page_sentence(replace(found, request=unnamed, where=None), current_site())
