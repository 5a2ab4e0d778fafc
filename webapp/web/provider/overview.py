"""The provider's overview: organisations, workplaces, and the one button that hides or shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.moderation.handing_in import is_draft
from webapp.organisations.models import Organisation
from webapp.organisations.queries import organisations_with_ids
from webapp.permissions.table import Permission
from webapp.statistics import counts
from webapp.statistics.models import CountKind
from webapp.statistics.months import month_of
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.filters import day
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.narrowing import CHOICES, MANY, asked_narrowing
from webapp.web.provider.page import own_workplace, page, provider
from webapp.web.provider.standing import Standing, standing_of
from webapp.workplaces import publication
from webapp.workplaces.exceptions.models import LocationException, Phase
from webapp.workplaces.exceptions.queries import open_by_workplace
from webapp.workplaces.models import Workplace
from webapp.workplaces.queries import of_organisations
from webapp.workplaces.removals import queries as removals


@dataclass(frozen=True)
class OrganisationWithWorkplaces:
    """One organisation with how its workplaces stand; `drafts` counts those not handed in yet."""

    organisation: Organisation
    workplaces: list[Standing]
    drafts: int


@blueprint.get("/aanbieder")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def overview() -> str:
    """Show the organisations of who is signed in, each with its workplaces.

    Who has many may look for some by `?q=` and `?status=`.
    """
    ids, narrowing = provider().organisation_ids, asked_narrowing()
    mine = of_organisations(db(), ids)
    workplaces = narrowing.of(mine)
    standings = [standing_of(workplace) for workplace in workplaces]
    return page(
        "overview",
        narrowing=narrowing,
        choices=CHOICES if narrowing.is_asked or len(mine) >= MANY else None,
        found=len(workplaces),
        figures=_figures_of(workplaces),
        exceptions=_exceptions_of(workplaces),
        leaving=_leaving(workplaces),
        organisations=[
            OrganisationWithWorkplaces(
                organisation,
                [item for item in standings if item.organisation_id == organisation.id],
                sum(is_draft(each) for each in mine if each.organisation_id == organisation.id),
            )
            for organisation in organisations_with_ids(db(), ids)
        ],
    )


def _leaving(workplaces: Sequence[Workplace]) -> set[str]:
    """Return the public ids of the workplaces whose removal waits for the municipality."""
    found = removals.open_by_workplace(db(), [each.id for each in workplaces])
    return {each.public_id for each in workplaces if each.id in found and each.removed_at is None}


def _figures_of(workplaces: Sequence[Workplace]) -> dict[str, str]:
    """Return by public id how often each was looked at and asked about this month."""
    month = month_of(clock.today())
    sums = counts.of_month(db(), [each.id for each in workplaces], month)
    return {
        each.public_id: " ".join(
            (
                ngettext(
                    "Deze maand %(num)s keer bekeken,",
                    "Deze maand %(num)s keer bekeken,",
                    sums.get((each.id, CountKind.VIEW), 0),
                ),
                ngettext(
                    "%(num)s vraag.", "%(num)s vragen.", sums.get((each.id, CountKind.ENQUIRY), 0)
                ),
            )
        )
        for each in workplaces
    }


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
    exception = _("uitzondering")
    return f"{', '.join(map(str, parts))} ({exception})"


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
