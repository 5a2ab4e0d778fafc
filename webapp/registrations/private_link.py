"""The private link of a registration, as the municipality takes it back or gives another."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import WrongStatusError
from webapp.mail.site import MailSite
from webapp.registrations import mails
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.registrations.operations import give_link, keep_link
from webapp.registrations.workflow import check_version, note


def works_until(registration: Registration, *, now: datetime) -> datetime | None:
    """Return until when the resident has a link that works, whichever mail it was in."""
    ends = [registration.link_expires_at, *(each.expires_at for each in registration.links)]
    return max((end for end in ends if end and end > now), default=None)


def renew(
    session: Session,
    registration: Registration,
    *,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> str:
    """Give the resident another link, and end those before it; return its secret.

    At a known address it goes by mail. Raise ConflictError when it is no longer the version that
    the actor saw, RestrictedError, and WrongStatusError when the registration was withdrawn.
    """
    _check_can_change(registration, expected_version)
    secret = give_link(registration, now=now)
    note(session, registration, "registration.link_renewed", actor=actor, now=now)
    if registration.email:
        mails.send_new_link(session, registration, secret, site=site, now=now)
    session.flush()
    return secret


def revoke(
    session: Session,
    registration: Registration,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """End each link, as when it came into wrong hands; errors as `renew`."""
    _check_can_change(registration, expected_version)
    keep_link(registration, "")
    note(session, registration, "registration.link_revoked", actor=actor, now=now)
    session.flush()


def _check_can_change(registration: Registration, expected_version: int) -> None:
    check_version(registration, expected_version)
    if registration.status is RegistrationStatus.WITHDRAWN:
        raise WrongStatusError(registration.public_id)
