"""Searching for a workplace: one form, one address that can be shared."""

from dataclasses import replace

from flask import render_template, request, url_for
from flask_babel import gettext as _

from webapp.search import parameters, queries
from webapp.search.queries import ResultPage, Viewpoint
from webapp.search.request import SearchRequest
from webapp.search.scope import Area
from webapp.search.whereabouts import AmbiguousPlace, Centre
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.public.blueprint import blueprint
from webapp.web.rate_limits import searches_per_caller
from webapp.web.search_page import shown
from webapp.web.search_words import page_sentence
from webapp.web.site import Site, current_municipality, current_site
from webapp.workplaces.sectors import all_sectors


@blueprint.get("/werkplekken")
@searches_per_caller()
@anyone(MUNICIPALITY)
def search() -> str:
    """Show the workplaces that fit; what cannot be used of the address is said and left out."""
    site, sectors = current_site(), all_sectors(db())
    values = request.args.to_dict(flat=False)
    asked = parameters.understand(values, [sector.key for sector in sectors])
    viewpoint = Viewpoint(current_municipality().code, site.settings.adjacency)
    page = queries.search(db(), ports().search_engine, asked.request, viewpoint=viewpoint)
    return render_template(
        "pages/public/search.html",
        heading=_heading(page, site),
        is_plain=not parameters.query_string(page.request),
        shown=shown(
            page,
            asked.problems,
            sectors,
            viewpoint=viewpoint,
            address_of=address_of,
            compare_url=url_for("public.workplaces_compare"),
        ),
        url_at=lambda choice: address_of(replace(page.request, where=choice.text)),
    )


def address_of(asked: SearchRequest) -> str:
    """Return the address of a search on the site at hand."""
    query = parameters.query_string(asked)
    return url_for("public.search") + (f"?{query}" if query else "")


def _heading(page: ResultPage, site: Site) -> str:
    """Return what was found, or what is not clear enough to look for."""
    if page.request.area is not Area.DISTANCE or isinstance(page.where, Centre):
        return page_sentence(page, site)
    if isinstance(page.where, AmbiguousPlace):
        return str(_("Welke plaats bedoel je met “%(text)s”?", text=page.request.where))
    return str(_("We kennen geen plaats “%(text)s”", text=page.request.where))
