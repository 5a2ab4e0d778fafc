"""Searching near where a client lives; the place stands in no address, title or log."""

from dataclasses import replace

from flask import Response, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.core.text import one_line
from webapp.permissions.table import Permission
from webapp.search import consultant_searches, parameters, queries
from webapp.search.engine import Sort
from webapp.search.queries import ResultPage, Viewpoint
from webapp.search.whereabouts import Centre, look_up
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import (
    address_of,
    find_kept,
    understood,
    without_place,
)
from webapp.web.consultant.overview import begin
from webapp.web.consultant.page import page
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.rate_limits import per_caller, searches_per_caller
from webapp.web.search_form import search_form
from webapp.web.search_page import shown
from webapp.web.search_words import page_sentence
from webapp.web.site import current_municipality, current_site
from webapp.workplaces.sectors import all_sectors

_LONGEST_LABEL = 60


@blueprint.post("/consulent/zoeken")
@per_caller("60 per minute")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def search_begin() -> AnyResponse:
    """Keep where the client lives under an id of this consultant, and lead to the results."""
    asked = parameters.understand(
        request.form.to_dict(flat=False), [sector.key for sector in all_sectors(db())]
    ).request
    label = one_line(request.form.get("kenmerk", ""))
    where = look_up(db(), asked.where)
    is_too_long = len(label) > _LONGEST_LABEL
    if is_too_long or not isinstance(where, Centre):
        found = ResultPage(asked, Sort.DISTANCE, (), 0, {}, where if asked.where else None)
        missing = {"postcode": _("Vul de postcode of de plaats in waar de inwoner woont.")}
        fields = search_form(found, {} if asked.where else missing, current_site())
        error = _("Gebruik hooguit %(n)s tekens.", n=_LONGEST_LABEL) if is_too_long else ""
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
    """Show the workplaces that fit, with their distance to the client's home."""
    kept = find_kept(public_id)
    if kept is None:
        return page("search_gone", 404)
    sectors = all_sectors(db())
    asked = understood(kept, request.args, sectors)
    viewpoint = Viewpoint(current_municipality().code, current_site().settings.adjacency)
    found = queries.search(db(), ports().search_engine, asked.request, viewpoint=viewpoint)
    return page(
        "search",
        heading=_heading(found),
        public_id=public_id,
        label=kept.criteria["label"],
        shown=shown(
            found,
            asked.problems,
            sectors,
            viewpoint=viewpoint,
            address_of=lambda wanted: address_of(wanted, public_id),
            compare_url=url_for("consultant.workplaces_compare", public_id=public_id),
        ),
    )


def _heading(found: ResultPage) -> str:
    """Return what was found, in words for a title: they do not say where the client lives."""
    unnamed = replace(found.request, where=str(_("de inwoner")))
    return page_sentence(replace(found, request=unnamed, where=None), current_site())
