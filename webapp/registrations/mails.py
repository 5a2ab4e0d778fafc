"""The mails about a registration: none holds more of a person than the reference."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts.models import RoleName
from webapp.accounts.queries import reachable_staff
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
