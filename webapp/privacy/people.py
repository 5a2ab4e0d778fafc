"""Finding what is kept of one person, by exactly an address, a number or a reference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from webapp.accounts.models import Account, Role
from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.core.i18n import N_
from webapp.core.phone import is_phone_number
from webapp.core.sealed_columns import has_text
from webapp.enquiries.models import Enquiry
from webapp.mail.addresses import normalise
from webapp.organisations.models import Organisation
from webapp.registrations.models import Registration

_REFERENCE_LENGTH = 9


class RequestKind(StrEnum):
    """What a person asks for: the rights of AVG articles 15 to 21."""

    ACCESS = "access"
    COPY = "copy"
    RECTIFICATION = "rectification"
    RESTRICTION = "restriction"
    ERASURE = "erasure"
    OBJECTION = "objection"


class SoughtBy(StrEnum):
    """By what a person is sought."""

    EMAIL = "email"
    PHONE = "phone"
    REFERENCE = "reference"


@dataclass(frozen=True)
class Sought:
    """What is typed to find somebody, in the form in which it is compared."""

    by: SoughtBy
    text: str


@dataclass(frozen=True)
class Found:
    """What a municipality keeps of somebody."""

    registrations: Sequence[Registration] = field(default=())
    enquiries: Sequence[Enquiry] = field(default=())
    organisations: Sequence[Organisation] = field(default=())
    staff: Sequence[Account] = field(default=())

    def __iter__(self) -> Iterator[object]:
        """Give each thing that was found."""
        for each in (self.registrations, self.enquiries, self.organisations, self.staff):
            yield from each


def sought_in(typed: str) -> Sought:
    """Return what is sought, or raise InvalidInputError for `sought`."""
    text = typed.strip()
    if "@" in text:
        return Sought(SoughtBy.EMAIL, normalise(text, field="sought"))
    if len(text) == _REFERENCE_LENGTH and text[4] == "-" and not text.replace("-", "").isdigit():
        return Sought(SoughtBy.REFERENCE, text.upper())
    if is_phone_number(text):
        return Sought(SoughtBy.PHONE, text)
    raise InvalidInputError(
        {
            "sought": N_(
                "Vul een heel e-mailadres, telefoonnummer of nummer van een aanmelding in, zoals "
                "naam@voorbeeld.nl of K7QH-3MPX."
            )
        }
    )


def find(session: Session, municipality_code: str, sought: Sought) -> Found:
    """Return what a municipality keeps of whom is sought: nothing of any other."""
    registration, enquiry = _conditions(session, sought)
    registrations = select(Registration).where(
        Registration.municipality_code == municipality_code, registration
    )
    found = Found(registrations=session.scalars(registrations.order_by(Registration.id)).all())
    if enquiry is None:
        return found
    asked = select(Enquiry).where(Enquiry.municipality_code == municipality_code, enquiry)
    return Found(
        found.registrations,
        session.scalars(asked.order_by(Enquiry.id)).all(),
        *_others(session, municipality_code, sought),
    )


def find_noting(
    session: Session,
    municipality_code: str,
    sought: Sought,
    *,
    request: RequestKind,
    actor: Actor,
    now: datetime,
) -> Found:
    """As `find`; the log tells who sought, by what and what for, and nothing of whom."""
    found = find(session, municipality_code, sought)
    record(
        session,
        "person.searched",
        subject=("municipality", municipality_code),
        actor=actor,
        now=now,
        municipality_code=municipality_code,
        purpose=request.value,
        by=sought.by.value,
        found=len(list(found)),
    )
    return found


def _conditions(
    session: Session, sought: Sought
) -> tuple[ColumnElement[bool], ColumnElement[bool] | None]:
    """Return what a registration and an enquiry must be; who asks gives no number."""
    if sought.by is SoughtBy.REFERENCE:
        return Registration.reference == sought.text, Enquiry.reference == sought.text
    if sought.by is SoughtBy.PHONE:
        return has_text(session, Registration.phone_fingerprint, sought.text), None
    return (
        has_text(session, Registration.email_fingerprint, sought.text),
        has_text(session, Enquiry.asker_fingerprint, sought.text),
    )


def _others(
    session: Session, municipality_code: str, sought: Sought
) -> tuple[Sequence[Organisation], Sequence[Account]]:
    if sought.by is not SoughtBy.EMAIL:
        return (), ()
    organisations = select(Organisation).where(
        Organisation.municipality_code == municipality_code,
        func.lower(Organisation.contact_email) == sought.text,
    )
    staff = select(Account).where(
        Account.email == sought.text,
        Account.roles.any(Role.municipality_code == municipality_code),
    )
    return session.scalars(organisations).all(), session.scalars(staff).all()
