"""What an organisation says of itself: one value, with the rules for each field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Self

from stdnum.util import clean, isdigits

from webapp.core.i18n import N_
from webapp.core.text import one_line
from webapp.core.text_rules import length_problem
from webapp.mail.addresses import MAX_LENGTH as EMAIL_MAX_LENGTH
from webapp.organisations.contact_rules import (
    email_problem,
    phone_problem,
    tidy_website,
    website_problem,
)
from webapp.organisations.models import Organisation


@dataclass(frozen=True)
class OrganisationDetails:
    """The name and number of an organisation, and how to reach it."""

    name: str = ""
    kvk_number: str = ""
    description: str = ""
    website: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    public_contact: str = ""

    def tidied(self) -> Self:
        """Return the same details written the one way in which they are kept."""
        values = {item.name: one_line(getattr(self, item.name)) for item in fields(self)}
        values["kvk_number"] = clean(values["kvk_number"], " .-")
        values["description"] = self.description.strip()
        values["website"] = tidy_website(self.website)
        return replace(self, **values)


LABELS: Mapping[str, str] = {
    "name": N_("Naam van de organisatie"),
    "kvk_number": N_("KvK-nummer"),
    "description": N_("Over de organisatie"),
    "website": N_("Website"),
    "contact_name": N_("Contactpersoon"),
    "contact_email": N_("E-mailadres"),
    "contact_phone": N_("Telefoonnummer"),
    "public_contact": N_("Wat bezoekers van jullie contact mogen zien"),
}
CONTACT = ("contact_name", "contact_email", "contact_phone")
MAX_LENGTHS: Mapping[str, int] = {
    "name": 120,
    "kvk_number": 30,
    "description": 2000,
    "website": 200,
    "contact_name": 100,
    "contact_email": EMAIL_MAX_LENGTH,
    "contact_phone": 30,
    "public_contact": 60,
}
REQUIRED: Mapping[str, str] = {
    "name": N_("Vul de naam van de organisatie in."),
    "contact_name": N_("Vul de naam van de contactpersoon in."),
    "contact_email": N_("Vul een e-mailadres in, zoals naam@voorbeeld.nl."),
}


def details_of(organisation: Organisation) -> OrganisationDetails:
    """Return what an organisation says of itself now."""
    values = {item.name: getattr(organisation, item.name) for item in fields(OrganisationDetails)}
    return OrganisationDetails(**{name: value or "" for name, value in values.items()})


def contact_for_visitors(organisation: Organisation) -> dict[str, str]:
    """Return the fields of the contact that visitors may read, as far as they are filled in."""
    allowed = organisation.public_contact.split()
    found = {name: getattr(organisation, name) for name in CONTACT if name in allowed}
    return {name: value for name, value in found.items() if value}


def problems_of(details: OrganisationDetails) -> dict[str, str]:
    """Return what is wrong with tidied details, by field, each with how to mend it."""
    missing = {name: text for name, text in REQUIRED.items() if not getattr(details, name)}
    return missing | wrong_in(details)


def wrong_in(details: OrganisationDetails) -> dict[str, str]:
    """Return the fields of tidied details that hold something they cannot."""
    wrong = {}
    for item in fields(details):
        value = getattr(details, item.name)
        problem = _problem_of(item.name, value) if value else None
        if problem:
            wrong[item.name] = problem
    return wrong


def _problem_of(name: str, value: str) -> str | None:
    too_long = length_problem(value, MAX_LENGTHS[name])
    check = _CHECKS.get(name)
    return too_long or (check(value) if check else None)


def _kvk_problem(number: str) -> str | None:
    if len(number) == 8 and isdigits(number):
        return None
    return N_("Vul de acht cijfers van het KvK-nummer in, zoals 12345678.")


def _contact_problem(names: str) -> str | None:
    return None if set(names.split()) <= set(CONTACT) else N_("Kies uit wat er staat.")


_CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "kvk_number": _kvk_problem,
    "website": website_problem,
    "contact_email": email_problem,
    "contact_phone": phone_problem,
    "public_contact": _contact_problem,
}
