"""Pages that explain Activerend Werk: to residents and employers, and its ladder and products."""

from flask import render_template

from webapp.content.models import Audience
from webapp.content.pages import base_page
from webapp.content.queries import public_faq
from webapp.trajectories.ladder import rungs
from webapp.trajectories.products import products_offered
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.kept_pages import kept_page
from webapp.web.languages import page_language
from webapp.web.product_words import named
from webapp.web.public.blueprint import blueprint
from webapp.web.site import current_municipality, current_site


@blueprint.get("/inwoners")
@kept_page()
@anyone(MUNICIPALITY)
def residents() -> str:
    """Tell residents what it is and how they can take part."""
    return render_template("pages/public/residents.html", page=base_page("inwoners"))


@blueprint.get("/werkgevers")
@kept_page()
@anyone(MUNICIPALITY)
def employers() -> str:
    """Tell employers what it asks and brings, with the questions they ask most."""
    sections = public_faq(db(), current_municipality().code)
    return render_template(
        "pages/public/employers.html",
        page=base_page("werkgevers"),
        section=next(each for each in sections if each.audience is Audience.EMPLOYERS),
    )


@blueprint.get("/veelgestelde-vragen")
@kept_page()
@anyone(MUNICIPALITY)
def faq() -> str:
    """Show all questions, each with an address of its own within the page.

    In another language those of residents alone: only these are translated.
    """
    sections = public_faq(db(), current_municipality().code)
    if not page_language().is_source:
        sections = tuple(each for each in sections if each.audience is Audience.RESIDENTS)
    return render_template("pages/public/faq.html", sections=sections)


@blueprint.get("/participatieladder")
@kept_page()
@anyone(MUNICIPALITY)
def ladder() -> str:
    """Show the six rungs, each with the products that start there."""
    offered = named(products_offered(current_site().settings.products_offered))
    return render_template(
        "pages/public/ladder.html",
        page=base_page("participatieladder"),
        rungs=[(rung, [p for p in offered if rung.number in p.from_rungs]) for rung in rungs()],
    )


@blueprint.get("/trajecten")
@kept_page()
@anyone(MUNICIPALITY)
def products() -> str:
    """Show the products that the municipality offers."""
    return render_template(
        "pages/public/products.html",
        page=base_page("trajecten"),
        products=named(products_offered(current_site().settings.products_offered)),
    )
