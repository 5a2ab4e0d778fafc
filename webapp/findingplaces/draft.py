"""What a moderator fills in of a finding place, and what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from webapp.core.i18n import N_
from webapp.core.text import one_line
from webapp.core.text_rules import length_problem
from webapp.findingplaces.models import FindingKind
from webapp.municipalities.postcode_places import place_problem
from webapp.organisations.contact_rules import (
    email_problem,
    phone_problem,
    tidy_website,
    website_problem,
)
from webapp.trajectories.ladder import rungs
from webapp.workplaces import sectors
from webapp.workplaces.rules import house_number_problem, postcode_problem
from webapp.workplaces.tidying import tidy_postcode

# How to fill in each field that may not stay empty.
REQUIRED: Mapping[str, str] = {
    "name": N_("Geef de vindplaats een naam, zoals: Inloophuis De Brug."),
    "place": N_("Vul de plaats in, zoals Duiven."),
    "hours": N_("Schrijf op wanneer iemand er terechtkan, zoals: maandag van 9 tot 12 uur."),
    "for_whom": N_("Schrijf op voor wie het is, zoals: wie mensen wil ontmoeten."),
    "rungs": N_("Kies minstens één trede."),
}
_LONGEST: Mapping[str, int] = {"hours": 600, "for_whom": 600, "website": 200, "email": 254}
_LONGEST_LINE = 100
_NOT_ON_ONE_LINE = frozenset({"hours", "for_whom", "kind"})
_CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "house_number": house_number_problem,
    "postcode": postcode_problem,
    "phone": phone_problem,
    "email": email_problem,
    "website": website_problem,
}


@dataclass(frozen=True)
class FindingPlaceDraft:
    """A finding place as filled in; '' and None mean that it was left open."""

    name: str
    kind: FindingKind
    place: str
    hours: str
    for_whom: str
    rungs: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    neighbourhood: str = ""
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    active_from: date | None = None
    active_to: date | None = None


def tidy(draft: FindingPlaceDraft) -> FindingPlaceDraft:
    """Return the same in one form: spaces, the postcode and the address of the website."""
    lines = {
        name: one_line(value)
        for name, value in vars(draft).items()
        if isinstance(value, str) and name not in _NOT_ON_ONE_LINE
    }
    tidied = replace(draft, **lines)  # type: ignore[arg-type]
    return replace(
        tidied,
        postcode=tidy_postcode(tidied.postcode),
        website=tidy_website(tidied.website),
        hours=draft.hours.strip(),
        for_whom=draft.for_whom.strip(),
        rungs=tuple(sorted(set(draft.rungs))),
        sectors=tuple(sorted(set(draft.sectors))),
    )


def problems_of(session: Session, draft: FindingPlaceDraft) -> dict[str, str]:
    """Return, for each field that cannot be as it is, a sentence that says how to mend it."""
    values = vars(draft)
    missing = {name: text for name, text in REQUIRED.items() if not values[name]}
    wrong = {
        name: problem
        for name, check in _CHECKS.items()
        if values[name] and (problem := check(values[name]))
    }
    return _too_long(draft) | _unknown(session, draft) | _dates(draft) | wrong | missing


def _too_long(draft: FindingPlaceDraft) -> dict[str, str]:
    return {
        name: problem
        for name, value in vars(draft).items()
        if isinstance(value, str)
        and (problem := length_problem(value, _LONGEST.get(name, _LONGEST_LINE)))
    }


def _unknown(session: Session, draft: FindingPlaceDraft) -> dict[str, str]:
    """Return what is in no list of ours, and a place that cannot go with its postcode."""
    problems = {}
    if set(draft.rungs) - {str(rung.number) for rung in rungs()}:
        problems["rungs"] = N_("Kies treden van 1 tot en met 6.")
    if sectors.unknown_keys(session, draft.sectors):
        problems["sectors"] = N_("Kies soorten werk uit de lijst.")
    misplaced = draft.postcode and place_problem(
        session, postcode=draft.postcode, place=draft.place
    )
    if misplaced:
        problems["place"] = misplaced
    return problems


def _dates(draft: FindingPlaceDraft) -> dict[str, str]:
    if draft.active_from and draft.active_to and draft.active_to < draft.active_from:
        return {"active_to": N_("Kies een laatste dag die niet vóór de eerste dag ligt.")}
    return {}
