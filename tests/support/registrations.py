"""Registrations for tests, made as a resident makes them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from tests.support.mails import SITE
from webapp.municipalities.queries import get_municipality
from webapp.registrations import operations
from webapp.registrations.contact import Contact
from webapp.registrations.draft import RegistrationDraft
from webapp.registrations.models import FilledInBy, Registration
from webapp.registrations.vocabulary import Need
from webapp.workplaces import sectors

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
DUIVEN = "GM0226"

CONTACT = Contact(
    name="Ria Voorbeeldsma",
    email="ria@voorbeeld.nl",
    phone="06 12 34 56 78",
    residence="6921 AB",
)


def make_draft(**values: Any) -> RegistrationDraft:
    """Return a draft that can be sent, with other `values` where given."""
    draft = RegistrationDraft(
        filled_in_by=FilledInBy.SELF,
        meets_age_condition=True,
        sectors=("groen-en-tuin", "dieren"),
        wishes="Ik ben graag buiten.",
        day_parts=("di-ochtend", "wo-ochtend"),
        needs=(Need.QUIET_PLACE, Need.BREAKS),
        needs_notes="Ik zit graag bij het raam.",
        contact=CONTACT,
    )
    return replace(draft, **values)


def make_registration(
    session: Session,
    *,
    municipality_code: str = DUIVEN,
    now: datetime = NOW,
    **values: Any,
) -> Registration:
    """Register a resident of a municipality, with other `values` in the draft where given."""
    sectors.load(session)
    registration = operations.register(
        session,
        make_draft(**values),
        municipality=get_municipality(session, municipality_code),
        site=SITE,
        actor=operations.RESIDENT,
        now=now,
    )
    session.flush()
    return registration
