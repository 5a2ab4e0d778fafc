"""What an organisation says of itself, in words."""

from flask_babel import gettext as _

from webapp.organisations.details import CONTACT, LABELS, OrganisationDetails, contact_for_visitors
from webapp.organisations.models import Organisation
from webapp.web.workplace_facts import Fact, linked


def detail_in_words(details: OrganisationDetails, name: str) -> str:
    """Return a field as people read it."""
    value: str = getattr(details, name)
    if name != "public_contact":
        return value
    return ", ".join(str(_(LABELS[each])) for each in CONTACT if each in value.split())


def contact_facts(organisation: Organisation) -> list[Fact]:
    """Return what visitors may read of the contact of an organisation."""
    return [
        Fact(str(_(LABELS[name])), linked(name, value))
        for name, value in contact_for_visitors(organisation).items()
    ]
