"""Comparing up to three workplaces out of a list."""

from flask import render_template, request, url_for

from webapp.search import parameters
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.public.blueprint import blueprint
from webapp.web.public.search import address_of
from webapp.web.workplace_comparison import comparison
from webapp.workplaces.sectors import all_sectors


@blueprint.get("/werkplekken/vergelijk")
@anyone(MUNICIPALITY)
def workplaces_compare() -> tuple[str, int]:
    """Show the chosen workplaces side by side; the search they come from is in the address too."""
    sectors = [sector.key for sector in all_sectors(db())]
    asked = parameters.understand(request.args.to_dict(flat=False), sectors).request
    shown = comparison(
        request.args.getlist("id"),
        where=asked.where,
        hidden=parameters.pairs_of(asked),
        results_url=address_of(asked),
        own_url=url_for("public.workplaces_compare"),
    )
    return render_template("pages/public/workplaces_compare.html", shown=shown), shown.status
