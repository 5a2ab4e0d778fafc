"""A logo that a municipality takes away, with the mail that tells why."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.mail.site import MailSite
from webapp.moderation.mails import tell_of_organisation
from webapp.organisations import logos
from webapp.organisations.models import Organisation


def take_logo_away(  # noqa: PLR0913 (a decision with its reason and its mail)
    session: Session,
    organisation: Organisation,
    *,
    expected_key: str,
    reason: str,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Take the logo of an organisation away and tell its members; errors as `logos.take_away`."""
    logos.take_away(
        session, organisation, expected_key=expected_key, reason=reason, actor=actor, now=now
    )
    tell_of_organisation(
        session, "logo_taken_away", organisation, site=site, now=now, reason=reason.strip()
    )
