"""The page of one organisation: who they are, and all that they offer."""

from flask import abort, redirect, render_template
from werkzeug.wrappers import Response

from webapp.municipalities.queries import municipalities_with_codes
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.kept_pages import kept_page
from webapp.web.organisation_logo import shown_logo
from webapp.web.organisation_page import about, cards_on, organisation_path, organisation_slug
from webapp.web.organisation_words import contact_facts
from webapp.web.public.blueprint import blueprint
from webapp.web.site import current_municipality
from webapp.web.workplace_links import address_on
from webapp.workplaces.public import public_of_organisation


@blueprint.get("/organisaties/<slug>-<public_id>")
@kept_page()
@anyone(MUNICIPALITY)
def organisation(slug: str, public_id: str) -> str | Response:
    """Show an organisation with a workplace in public view; under an old name, send on."""
    workplaces = public_of_organisation(db(), public_id)
    if not workplaces:
        abort(404)
    found = workplaces[0].organisation
    if slug != organisation_slug(found):
        return redirect(organisation_path(found), code=301)
    codes = {workplace.municipality_code for workplace in workplaces}
    places = municipalities_with_codes(db(), codes)
    here = current_municipality()
    own = next((each for each in places if each.code == here.code), places[0])
    canonical = address_on(own.slug, organisation_path(found))
    return render_template(
        "pages/public/organisation.html",
        organisation=found,
        logo=shown_logo(found, "public"),
        contact=contact_facts(found),
        here=cards_on(here, workplaces),
        elsewhere=[
            (place.name, cards_on(place, workplaces)) for place in places if place.code != here.code
        ],
        canonical=canonical,
        about=about(found, canonical),
    )
