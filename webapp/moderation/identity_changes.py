"""Another name or KvK number for an organisation: what is asked and decided, with its mail.

The act itself writes the log.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.organisations.identity import operations
from webapp.organisations.identity.models import IdentityChange
from webapp.organisations.identity.queries import get_last_of
from webapp.organisations.models import Organisation
from webapp.organisations.queries import others_with_kvk_number, reachable_members
from webapp.workplaces.models import PublicationChange, Workplace


@dataclass(frozen=True)
class IdentityReview:
    """A change, and the other organisations that have the new KvK number already."""

    change: IdentityChange
    namesakes: Sequence[Organisation]


def get_identity_review(session: Session, public_id: str, municipality_code: str) -> IdentityReview:
    """Return the last change of an organisation that a municipality checks; or NotFoundError."""
    change = get_last_of(session, public_id, municipality_code)
    return IdentityReview(
        change, others_with_kvk_number(session, change.organisation, change.kvk_number)
    )


def request(  # noqa: PLR0913 (what is asked for, with its mail)
    session: Session,
    organisation: Organisation,
    *,
    name: str,
    kvk_number: str,
    explanation: str,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Ask for the change, and tell the members that it was received; errors as the operation."""
    change = operations.request(
        session,
        organisation,
        name=name,
        kvk_number=kvk_number,
        explanation=explanation,
        actor=actor,
        now=now,
    )
    _tell(session, "received", change, site=site, now=now)


def approve(
    session: Session,
    change: IdentityChange,
    *,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Change the name or number, let the search index follow, and tell the members."""
    operations.approve(session, change, expected_version=expected_version, actor=actor, now=now)
    offered = select(Workplace.id).where(Workplace.organisation_id == change.organisation_id)
    for workplace_id in session.scalars(offered.order_by(Workplace.id)):
        session.add(PublicationChange(workplace_id=workplace_id, at=now))
    _tell(session, "approved", change, site=site, now=now)


def refuse(  # noqa: PLR0913 (a decision with its reason and its mail)
    session: Session,
    change: IdentityChange,
    *,
    reason: str,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep what was, and tell the members why; errors as the operation."""
    operations.refuse(
        session, change, answer=reason, expected_version=expected_version, actor=actor, now=now
    )
    _tell(session, "refused", change, site=site, now=now)


def _tell(
    session: Session, message: str, change: IdentityChange, *, site: MailSite, now: datetime
) -> None:
    """Mail 'organisations/identity_<message>' to each member of the organisation."""
    organisation = change.organisation
    for member in reachable_members(session, organisation.id):
        outbox.enqueue(
            session,
            f"organisations/identity_{message}",
            to=member.email,
            site=site,
            now=now,
            name=member.name,
            old_name=change.old_name,
            new_name=change.name,
            kvk_number=change.kvk_number or "",
            fields=change.fields,
            public_id=organisation.public_id,
            reason=change.answer,
        )
