"""What must be filled in before a workplace can be submitted, and what each field may hold.

Each problem is a Dutch sentence that says how to mend it.
"""

import re
from collections.abc import Callable, Mapping

from webapp.core.i18n import N_
from webapp.core.text_rules import length_problem
from webapp.mail import addresses
from webapp.organisations.contact_rules import email_problem, phone_problem, website_problem
from webapp.workplaces.content import Contract, WorkplaceContent
from webapp.workplaces.media import documents_problem, photos_problem, videos_problem
from webapp.workplaces.sections import FIELDS, Section
from webapp.workplaces.vocabulary import DAY_PARTS

# How to fill in each field that may not stay empty.
REQUIRED: Mapping[str, str] = {
    "title": N_("Geef de werkplek een naam."),
    "summary": N_("Vertel in één of twee zinnen wat de werkplek is."),
    "tasks": N_("Schrijf op wat iemand op deze werkplek doet."),
    "sectors": N_("Kies minstens één soort werk."),
    "rungs": N_("Kies minstens één trede."),
    "guidance_kind": N_("Kies of de begeleiding dichtbij of op afstand is."),
    "street": N_("Vul de straat in waar het werk is."),
    "house_number": N_("Vul het huisnummer in."),
    "postcode": N_("Vul de postcode in, zoals 1234 AB."),
    "place": N_("Vul de plaats in waar het werk is."),
    "day_parts": N_("Kies minstens één dagdeel."),
    "hours_min": N_("Vul in hoeveel uur per week iemand minstens komt."),
    "hours_max": N_("Vul in hoeveel uur per week iemand hooguit komt."),
    "contact_name": N_("Vul de naam in van de contactpersoon."),
}
# The most characters in a text; any other text may have `_LONGEST`.
MAX_LENGTHS: Mapping[str, int] = {
    "title": 100,
    "summary": 400,
    "street": 100,
    "house_number": 20,
    "postcode": 20,
    "place": 100,
    "contact_name": 100,
    "contact_phone": 30,
    "contact_email": addresses.MAX_LENGTH,
    "website": 200,
}
_LONGEST = 3000
_PARTY_MAX_LENGTH = 120
HOURS = (1, 40)
PLACES = (1, 500)
RUNGS = range(1, 7)

_POSTCODE = re.compile(r"[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2}")
Problems = dict[str, str]


def problems_of(content: WorkplaceContent, section: Section | None = None) -> Problems:
    """Return what keeps `content` (of one section, or whole) from being submitted, by field."""
    problems = missing_in(content) | wrong_in(content)
    names = [name for item in Section if section in (None, item) for name in FIELDS[item]]
    return {name: problems[name] for name in names if name in problems}


def problems_at_submission(content: WorkplaceContent, section: Section | None = None) -> Problems:
    """Return what `problems_of` does, and what may wait until then: what is to be seen on photos.

    A photo is sent first and described after that, while the rest of the workplace is saved.
    """
    problems = problems_of(content, section)
    if section in (None, Section.MEDIA) and any(not photo.alt for photo in content.photos):
        problems.setdefault("photos", N_("Beschrijf bij elke foto wat je erop ziet."))
    return problems


def missing_in(content: WorkplaceContent) -> Problems:
    """Return the fields that must still be filled in."""
    missing = {name: text for name, text in REQUIRED.items() if not getattr(content, name)}
    if not (content.contact_email or content.contact_phone):
        missing["contact_email"] = N_("Vul een e-mailadres of een telefoonnummer in.")
    return missing


def wrong_in(content: WorkplaceContent) -> Problems:
    """Return the fields that are filled in with something they cannot hold."""
    wrong: Problems = {}
    for name, check in _CHECKS.items():
        value = getattr(content, name)
        problem = check(value) if value not in ("", (), None) else None
        if problem:
            wrong[name] = problem
    if not {"hours_min", "hours_max"} & wrong.keys() and _hours_are_turned(content):
        wrong["hours_max"] = N_("Vul bij hooguit evenveel of meer uren in dan bij minstens.")
    return wrong | _too_long_in(content)


def max_length(field: str) -> int:
    """Return how many characters the text of `field` may have."""
    return MAX_LENGTHS.get(field, _LONGEST)


def _too_long_in(content: WorkplaceContent) -> Problems:
    problems = {}
    for names in FIELDS.values():
        for name in names:
            value = getattr(content, name)
            problem = length_problem(value, max_length(name)) if isinstance(value, str) else None
            if problem:
                problems[name] = problem
    return problems


def _hours_are_turned(content: WorkplaceContent) -> bool:
    return (
        content.hours_min is not None
        and content.hours_max is not None
        and content.hours_min > content.hours_max
    )


def postcode_problem(postcode: str) -> str | None:
    """Return what is wrong with a postcode, which is written as '1234 AB'."""
    if _POSTCODE.fullmatch(postcode):
        return None
    return N_("Vul een postcode in van vier cijfers en twee letters, zoals 1234 AB.")


def house_number_problem(number: str) -> str | None:
    """Return what is wrong with a house number, which is not empty."""
    if number[0].isdecimal():
        return None
    return N_("Begin het huisnummer met een cijfer, zoals 12 of 12a.")


def _hours_problem(hours: int) -> str | None:
    if HOURS[0] <= hours <= HOURS[1]:
        return None
    return N_("Vul een heel getal in van 1 tot en met 40.")


def _places_problem(places: int) -> str | None:
    if PLACES[0] <= places <= PLACES[1]:
        return None
    return N_("Vul een heel getal in van 1 tot en met 500.")


def _contracts_problem(contracts: tuple[Contract, ...]) -> str | None:
    for contract in contracts:
        if not contract.party or len(contract.party) > _PARTY_MAX_LENGTH:
            return N_("Vul bij elk contract in met welke gemeente of regio het is.")
        if contract.valid_from and contract.valid_to and contract.valid_from > contract.valid_to:
            return N_("Vul bij elk contract een einddatum in die na de begindatum ligt.")
    return None


def _rungs_problem(rungs: tuple[int, ...]) -> str | None:
    return None if all(rung in RUNGS for rung in rungs) else N_("Kies treden van 1 tot en met 6.")


def _day_parts_problem(parts: tuple[str, ...]) -> str | None:
    return None if set(parts) <= set(DAY_PARTS) else N_("Kies dagdelen uit de lijst.")


_CHECKS: Mapping[str, Callable[..., str | None]] = {
    "rungs": _rungs_problem,
    "house_number": house_number_problem,
    "postcode": postcode_problem,
    "day_parts": _day_parts_problem,
    "hours_min": _hours_problem,
    "hours_max": _hours_problem,
    "places": _places_problem,
    "contracts": _contracts_problem,
    "photos": photos_problem,
    "documents": documents_problem,
    "videos": videos_problem,
    "contact_email": email_problem,
    "contact_phone": phone_problem,
    "website": website_problem,
}
