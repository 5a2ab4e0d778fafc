"""The mails about a registration: none holds more of a person than the reference."""

from datetime import datetime
from typing import Any

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
    is_for_somebody_else = bool(registration.helper_name)
    _tell(
        session,
        "received",
        registration,
        site=site,
        now=now,
        secret=secret,
        is_for_somebody_else=is_for_somebody_else,
    )


def send_intake(
    session: Session, registration: Registration, at: datetime, *, site: MailSite, now: datetime
) -> None:
    """Tell the resident when and where the intake is."""
    day = day_in_words(day_of(at), registration.language)
    time = time_in_words(at, registration.language)
    place = registration.follow_up.intake_place
    _tell(session, "intake", registration, site=site, now=now, day=day, time=time, place=place)


def send_handed_over(
    session: Session, registration: Registration, secret: str, *, site: MailSite, now: datetime
) -> None:
    """Tell the resident that another municipality goes on, with the link on its site."""
    _tell(session, "handed_over", registration, site=site, now=now, secret=secret)


def send_new_link(
    session: Session, registration: Registration, secret: str, *, site: MailSite, now: datetime
) -> None:
    """Give the resident another private link."""
    _tell(session, "new_link", registration, site=site, now=now, secret=secret)


def send_message_waits(
    session: Session, registration: Registration, secret: str, *, site: MailSite, now: datetime
) -> None:
    """Tell the resident that the municipality wrote, and not what, with a private link."""
    _tell(session, "message_waits", registration, site=site, now=now, secret=secret)


def send_withdrawn(
    session: Session, registration: Registration, to: str, *, site: MailSite, now: datetime
) -> None:
    """Tell the resident, at the address that was just wiped, that it was."""
    _tell(session, "withdrawn", registration, site=site, now=now, to=to)


def send_new_for_staff(
    session: Session, registration: Registration, *, site: MailSite, now: datetime
) -> None:
    """Tell the municipality's consultants, or else its network, that somebody waits."""
    _tell_staff(session, "new_for_staff", registration, site=site, now=now)


def send_added_for_staff(
    session: Session, registration: Registration, *, site: MailSite, now: datetime
) -> None:
    """Tell them that somebody who registered wrote something, and not what."""
    _tell_staff(session, "added_for_staff", registration, site=site, now=now)


def _tell_staff(
    session: Session, message: str, registration: Registration, *, site: MailSite, now: datetime
) -> None:
    readers = reachable_staff(session, RoleName.CONSULTANT, registration.municipality_code)
    for address in [reader.email for reader in readers] or [site.email]:
        enqueue(
            session,
            f"registrations/{message}",
            to=address,
            site=site,
            now=now,
            reference=registration.reference,
            public_id=registration.public_id,
        )


def _tell(
    session: Session,
    message: str,
    registration: Registration,
    *,
    site: MailSite,
    now: datetime,
    to: str = "",
    **context: Any,  # noqa: ANN401 (a template's values)
) -> None:
    """Mail 'registrations/<message>' to the resident, or to the address that there was."""
    enqueue(
        session,
        f"registrations/{message}",
        to=to or registration.email,
        site=site.in_language(registration.language),
        now=now,
        about=registration.public_id,
        reference=registration.reference,
        **context,
    )
