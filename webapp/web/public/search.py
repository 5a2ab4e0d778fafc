"""Searching for a workplace: one form, one address that can be shared; as a list and as a map."""

from collections.abc import Mapping
from dataclasses import replace

from flask import render_template, request, url_for
from flask_babel import gettext as _

from webapp.search import parameters
from webapp.search.queries import ResultPage
from webapp.search.request import SearchRequest
from webapp.search.scope import Area
from webapp.search.whereabouts import AmbiguousPlace, Centre
from webapp.statistics.models import CountKind
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.asked_search import search_for
from webapp.web.counting import note_seen
from webapp.web.kept_pages import kept_page
from webapp.web.public.blueprint import blueprint
from webapp.web.rate_limits import searches_per_caller
from webapp.web.scope_map import draw
from webapp.web.search_words import page_sentence
from webapp.web.site import Site, current_site


@blueprint.get("/werkplekken")
@searches_per_caller()
@kept_page()
@anyone(MUNICIPALITY)
def search() -> tuple[str, int]:
    """Show the workplaces that fit; what cannot be used of the address is said and left out.

    Then the status is 422: what is shown is not an answer to all that was asked.
    """
    compare_url = url_for("public.workplaces_compare")
    shown = search_for(asked_values(), address_of=address_of, compare_url=compare_url)
    note_seen(CountKind.RESULT, (card.public_id for card in shown.cards))
    html = render_template(
        "pages/public/search.html",
        heading=heading_of(shown.page, current_site()),
        is_plain=not parameters.query_string(shown.page.request),
        shown=shown,
        map_url=map_address(shown.page.request),
        url_at=lambda choice: address_of(replace(shown.page.request, where=choice.text)),
    )
    return html, shown.fields.status


@blueprint.get("/werkplekken/kaart")
@searches_per_caller()
@kept_page()
@anyone(MUNICIPALITY)
def search_map() -> tuple[str, int]:
    """Show the same workplaces on a drawn map, with the list beside it."""
    shown = search_for(asked_values(), address_of=map_address)
    note_seen(CountKind.RESULT, (card.public_id for card in shown.cards))
    html = render_template(
        "pages/public/search_map.html",
        heading=heading_of(shown.page, current_site()),
        shown=shown,
        drawn=draw(shown.page),
        list_url=address_of(shown.page.request),
        street_map_url=street_map_address(shown.page.request) if has_street_map() else "",
    )
    return html, shown.fields.status


def address_of(asked: SearchRequest) -> str:
    """Return the address of a search on the site at hand."""
    return _address("public.search", asked)


def map_address(asked: SearchRequest) -> str:
    """Return the address of the drawn map of a search."""
    return _address("public.search_map", asked)


def street_map_address(asked: SearchRequest) -> str:
    """Return the address of the street map of a search."""
    return _address("public.search_streets", asked)


def has_street_map() -> bool:
    """Tell whether the municipality offers a street map."""
    return current_site().settings.street_map


def asked_values() -> Mapping[str, list[str]]:
    """Return what the address of this request asks for."""
    return request.args.to_dict(flat=False)


def _address(endpoint: str, asked: SearchRequest) -> str:
    query = parameters.query_string(asked)
    return url_for(endpoint) + (f"?{query}" if query else "")


def heading_of(page: ResultPage, site: Site) -> str:
    """Return what was found, or what is not clear enough to look for."""
    if page.request.area is not Area.DISTANCE or isinstance(page.where, Centre):
        return page_sentence(page, site)
    if isinstance(page.where, AmbiguousPlace):
        return str(_("Welke plaats bedoel je met “%(text)s”?", text=page.request.where))
    return str(_("We kennen geen plaats “%(text)s”", text=page.request.where))
