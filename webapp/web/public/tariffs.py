"""What a municipality pays, by year."""

from flask import render_template

from webapp.content.pages import base_page
from webapp.core import clock
from webapp.municipalities.allowances import caps_of
from webapp.tariffs.queries import tariffs_by_year
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.kept_pages import kept_page
from webapp.web.product_words import product_names
from webapp.web.public.blueprint import blueprint
from webapp.web.site import current_municipality, current_site


@blueprint.get("/tarieven")
@kept_page()
@anyone(MUNICIPALITY)
def tariffs() -> str:
    """Show the tariffs of what is offered, with the days they hold, and the allowance caps."""
    settings = current_site().settings
    years = tariffs_by_year(db(), current_municipality().code, settings.products_offered)
    return render_template(
        "pages/public/tariffs.html",
        page=base_page("tarieven"),
        years=years,
        has_examples=any(tariff.is_example for year in years for tariff in year.tariffs),
        product_names=product_names(),
        caps=caps_of(settings),
        today=clock.today(),
    )
