"""The provider's overview: organisations, workplaces, and the one button that hides or shows."""

from collections.abc import Sequence
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
from webapp.web.filters import day
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, page, provider
from webapp.web.provider.standing import Standing, standing_of
from webapp.workplaces import publication
from webapp.workplaces.exceptions.models import LocationException, Phase
from webapp.workplaces.exceptions.queries import open_by_workplace
from webapp.workplaces.models import Workplace
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
    workplaces = of_organisations(db(), ids)
    standings = [standing_of(workplace) for workplace in workplaces]
    return page(
        "overview",
        exceptions=_exceptions_of(workplaces),
        organisations=[
            OrganisationWithWorkplaces(
                organisation,
                [item for item in standings if item.organisation_id == organisation.id],
            )
            for organisation in organisations_with_ids(db(), ids)
        ],
    )


def _exceptions_of(workplaces: Sequence[Workplace]) -> dict[str, list[str]]:
    """Return by public id where each workplace can be found too, or will be, by an exception."""
    found = open_by_workplace(db(), [each.id for each in workplaces], clock.today())
    return {
        workplace.public_id: [
            _in_words(exception, name) for exception, name in found.get(workplace.id, ())
        ]
        for workplace in workplaces
    }


def _in_words(exception: LocationException, municipality_name: str) -> str:
    """Return 'Ook te vinden in Arnhem, tot en met 1 mei 2027 (uitzondering)'."""
    parts = [_("Ook te vinden in %(name)s", name=municipality_name)]
    if exception.phase(clock.today()) is Phase.COMING:
        parts.append(_("vanaf %(day)s", day=day(exception.valid_from)))
    if exception.valid_to is not None:
        parts.append(_("tot en met %(day)s", day=day(exception.valid_to)))
    return f"{', '.join(map(str, parts))} ({_('uitzondering')})"


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
