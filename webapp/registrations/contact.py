"""How a resident can be reached, and where they live."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.core.errors import InvalidInputError
from webapp.core.i18n import N_
from webapp.core.phone import is_phone_number
from webapp.core.text_rules import name_problem
from webapp.mail import addresses
from webapp.municipalities import queries

NAME_MAX_LENGTH = 100


@dataclass(frozen=True)
class Contact:
    """Name, ways to reach someone, and a postcode or place as typed; '' means not given."""

    name: str = ""
    email: str = ""
    phone: str = ""
    residence: str = ""


@dataclass(frozen=True)
class Residence:
    """Where somebody lives, no closer than the four digits of a postcode ('' when not given)."""

    postcode4: str
    place_name: str
    municipality_code: str


def find_residence(session: Session, typed: str, *, near: str) -> Residence | None:
    """Return what `typed` names: a postcode, with or without its letters, or a place.

    Of several places with one name the one in the municipality `near` (its code) is meant.
    """
    area = queries.find_postcode(session, typed)
    if area is not None:
        return Residence(area.postcode4, area.place_name, area.municipality_code)
    places = queries.places_named(session, typed)
    if not places:
        return None
    place = next((each for each in places if each.municipality_code == near), places[0])
    return Residence("", place.name, place.municipality_code)


def problems_of(session: Session, contact: Contact, *, near: str) -> dict[str, str]:
    """Return what must be mended in `contact`, by field: an address or a number is enough."""
    found = {
        "name": _name_problem(contact.name),
        "email": _email_problem(contact),
        "phone": _phone_problem(contact.phone),
        "residence": _residence_problem(session, contact.residence, near),
    }
    return {field: problem for field, problem in found.items() if problem}


def _name_problem(name: str) -> str | None:
    if not name:
        return N_("Vul je naam in.")
    if len(name) > NAME_MAX_LENGTH:
        return N_("Maak je naam korter: hooguit 100 tekens.")
    return name_problem(name)


def _email_problem(contact: Contact) -> str | None:
    if not contact.email:
        return None if contact.phone else N_("Vul een e-mailadres of een telefoonnummer in.")
    try:
        addresses.normalise(contact.email)
    except InvalidInputError as refusal:
        return refusal.problems["email"]
    return None


def _phone_problem(phone: str) -> str | None:
    if not phone or is_phone_number(phone):
        return None
    return N_("Vul een telefoonnummer in, zoals 06 00 00 00 00.")


def _residence_problem(session: Session, typed: str, near: str) -> str | None:
    if not typed:
        return N_("Vul je postcode of je woonplaats in.")
    if find_residence(session, typed, near=near) is None:
        return N_("Deze plaats kennen we niet. Vul een postcode in, zoals 1234, of je woonplaats.")
    return None
