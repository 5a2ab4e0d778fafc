"""The provider's overview: organisations, workplaces, and the one button that hides or shows."""

from dataclasses import dataclass

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.organisations.models import Organisation
from webapp.organisations.queries import organisations_with_ids
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, page, provider
from webapp.web.provider.standing import Standing, standing_of
from webapp.workplaces import publication
from webapp.workplaces.queries import of_organisations


@dataclass(frozen=True)
class OrganisationWithWorkplaces:
    """One organisation with how its workplaces stand."""

    organisation: Organisation
    workplaces: list[Standing]


@blueprint.get("/aanbieder")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def overview() -> str:
    """Show the organisations of who is signed in, each with its workplaces."""
    ids = provider().organisation_ids
    standings = [standing_of(workplace) for workplace in of_organisations(db(), ids)]
    return page(
        "overview",
        organisations=[
            OrganisationWithWorkplaces(
                organisation,
                [item for item in standings if item.organisation_id == organisation.id],
            )
            for organisation in organisations_with_ids(db(), ids)
        ],
    )


@blueprint.post("/aanbieder/werkplekken/<public_id>/zichtbaarheid")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_visibility(public_id: str) -> Response:
    """Hide a workplace from visitors, or show it, at once."""
    workplace = own_workplace(public_id)
    wanted = request.form.get("visible") == "yes"
    change = publication.show if wanted else publication.hide
    change(db(), workplace, actor=provider().actor, now=clock.now())
    title = standing_of(workplace).title
    if wanted:
        flash(_("“%(title)s” is niet meer verborgen.", title=title), "ok")
    else:
        flash(_("“%(title)s” is nu verborgen voor bezoekers.", title=title), "ok")
    return redirect(url_for("provider.overview"), code=303)
