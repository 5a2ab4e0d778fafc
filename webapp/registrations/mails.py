"""The mails about a registration: none holds more of a person than the reference."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts.models import RoleName
from webapp.accounts.queries import reachable_staff
from webapp.core.clock import day_in_words, day_of, time_in_words
from webapp.mail.outbox import enqueue
from webapp.mail.site import MailSite
from webapp.registrations.models import Registration


def send_received(
    session: Session, registration: Registration, secret: str, *, site: MailSite, now: datetime
) -> None:
    """Tell the resident that the registration is in, with the private link."""
    enqueue(
        session,
        "registrations/received",
        to=registration.email,
        site=site,
        now=now,
        about=registration.public_id,
        reference=registration.reference,
        secret=secret,
        is_for_somebody_else=bool(registration.helper_name),
    )


def send_intake(
    session: Session, registration: Registration, at: datetime, *, site: MailSite, now: datetime
) -> None:
    """Tell the resident when and where the intake is."""
    enqueue(
        session,
        "registrations/intake",
        to=registration.email,
        site=site,
        now=now,
        about=registration.public_id,
        reference=registration.reference,
        day=day_in_words(day_of(at)),
        time=time_in_words(at),
        place=registration.follow_up.intake_place,
    )


def send_handed_over(
    session: Session, registration: Registration, secret: str, *, site: MailSite, now: datetime
) -> None:
    """Tell the resident that another municipality goes on, with the link on its site."""
    enqueue(
        session,
        "registrations/handed_over",
        to=registration.email,
        site=site,
        now=now,
        about=registration.public_id,
        reference=registration.reference,
        secret=secret,
    )


def send_withdrawn(
    session: Session, registration: Registration, to: str, *, site: MailSite, now: datetime
) -> None:
    """Tell the resident, at the address that was just wiped, that it was."""
    enqueue(
        session,
        "registrations/withdrawn",
        to=to,
        site=site,
        now=now,
        about=registration.public_id,
        reference=registration.reference,
    )


def send_new_for_staff(
    session: Session, registration: Registration, *, site: MailSite, now: datetime
) -> None:
    """Tell the municipality's consultants, or else its network, that somebody waits."""
    readers = reachable_staff(session, RoleName.CONSULTANT, registration.municipality_code)
    for address in [reader.email for reader in readers] or [site.email]:
        enqueue(
            session,
            "registrations/new_for_staff",
            to=address,
            site=site,
            now=now,
            reference=registration.reference,
            public_id=registration.public_id,
        )
