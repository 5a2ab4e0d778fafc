"""Searching near where a client lives; the place stands in no address, title or log."""

from dataclasses import replace

from flask import Response, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.search import consultant_searches, parameters, queries
from webapp.search.engine import Sort
from webapp.search.queries import ResultPage, Viewpoint
from webapp.search.request import SearchRequest
from webapp.search.whereabouts import Centre, look_up
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.overview import begin
from webapp.web.consultant.page import page
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.rate_limits import per_caller
from webapp.web.search_form import search_form
from webapp.web.search_page import shown
from webapp.web.search_words import result_sentence
from webapp.web.site import current_municipality, current_site
from webapp.workplaces.sectors import all_sectors


@blueprint.post("/consulent/zoeken")
@per_caller("60 per minute")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def search_begin() -> AnyResponse:
    """Keep where the client lives under an id of this consultant, and lead to the results."""
    asked = parameters.understand(
        request.form.to_dict(flat=False), [sector.key for sector in all_sectors(db())]
    )
    where = look_up(db(), asked.request.where)
    if not isinstance(where, Centre):
        found = ResultPage(asked.request, Sort.DISTANCE, (), 0, {}, where)
        missing = {"postcode": _("Vul de postcode of de plaats in waar de inwoner woont.")}
        problems = {} if asked.request.where else missing
        return begin(search_form(found, problems, current_site()), status=422)
    kept = consultant_searches.keep(
        db(),
        asked.request.where,
        municipality_code=current_municipality().code,
        actor=require(Permission.SEARCH_FOR_CLIENT).actor,
        now=clock.now(),
    )
    return redirect(_address_of(asked.request, kept.public_id), code=303)


@blueprint.get("/consulent/zoeken/<public_id>")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def search(public_id: str) -> Response:
    """Show the workplaces that fit, with their distance to the client's home."""
    account_id = require(Permission.SEARCH_FOR_CLIENT).account_id
    kept = consultant_searches.find(db(), public_id, account_id, now=clock.now())
    if kept is None:
        return page("search_gone", 404)
    sectors = all_sectors(db())
    asked = parameters.understand(
        {**request.args.to_dict(flat=False), "postcode": [kept.criteria["where"]]},
        [sector.key for sector in sectors],
    )
    viewpoint = Viewpoint(current_municipality().code, current_site().settings.adjacency)
    found = queries.search(db(), ports().search_engine, asked.request, viewpoint=viewpoint)
    return page(
        "search",
        heading=_heading(found),
        shown=shown(
            found,
            asked.problems,
            sectors,
            viewpoint=viewpoint,
            address_of=lambda wanted: _address_of(wanted, public_id),
        ),
    )


def _address_of(asked: SearchRequest, public_id: str) -> str:
    """Return the address of the results: all of a search but where the client lives."""
    query = parameters.query_string(replace(asked, where=""))
    return url_for("consultant.search", public_id=public_id) + (f"?{query}" if query else "")


def _heading(found: ResultPage) -> str:
    """Return what was found, in words for a title: they do not say where the client lives."""
    unnamed = replace(found.request, where=str(_("de inwoner")))
    return result_sentence(unnamed, found.total, None, current_site())
