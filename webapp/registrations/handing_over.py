"""Handing a registration over to the municipality where the resident lives."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.core.i18n import N_
from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.municipalities.models import Municipality
from webapp.municipalities.queries import taking_part
from webapp.registrations import mails
from webapp.registrations.models import Registration
from webapp.registrations.operations import give_link
from webapp.registrations.workflow import check_open, note


def can_take_over(session: Session, registration: Registration) -> dict[str, Municipality]:
    """Return by code the municipalities that take part, but for its own."""
    return {
        each.code: each
        for each in taking_part(session)
        if each.code != registration.municipality_code
    }


def hand_over(  # noqa: PLR0913 (what every operation takes, and two of its own)
    session: Session,
    registration: Registration,
    code: str,
    *,
    is_agreed: bool,
    expected_version: int,
    site_of: Callable[[Municipality], MailSite],
    actor: Actor,
    now: datetime,
) -> Municipality:
    """Let municipality `code` follow the registration up from now on; return it.

    The resident must have agreed. The old links end: at a known address the resident gets another,
    on the other site. The staff there hears of it; messages and notes of attempts stay, for they
    are about the resident, and who took it and the intake do not. Both municipalities keep a line
    in the log. Raise ConflictError when it is no longer the version that the actor saw,
    WrongStatusError when nothing is left to do, and InvalidInputError.
    """
    check_open(registration, expected_version)
    municipality = can_take_over(session, registration).get(code)
    problems = {}
    if municipality is None:
        problems["municipality"] = N_("Kies een gemeente uit de lijst.")
    if not is_agreed:
        problems["agreed"] = N_("Bespreek dit eerst met de inwoner, en vink het dan aan.")
    if municipality is None or problems:
        raise InvalidInputError(problems)
    note(session, registration, "registration.handed_over", actor=actor, now=now)
    outbox.forget(session, [registration.public_id])
    registration.municipality_code = municipality.code
    registration.follow_up.clear()
    secret = give_link(registration, now=now)
    registration.changed_at = now
    note(session, registration, "registration.taken_over", actor=actor, now=now)
    site = site_of(municipality)
    if registration.email:
        mails.send_handed_over(session, registration, secret, site=site, now=now)
    mails.send_new_for_staff(session, registration, site=site, now=now)
    session.flush()
    return municipality
