"""What members hear when somebody else decides about them."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.core.actor import Actor
from webapp.mail.outbox import enqueue
from webapp.mail.site import MailSite
from webapp.organisations.models import MemberRole, Organisation


def tell_of_role(  # noqa: PLR0913 (a mail about somebody, not for who did it)
    session: Session,
    organisation: Organisation,
    member: Account,
    role: MemberRole,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Mail a member that they have another role; not who gave it to themselves."""
    is_manager = role is MemberRole.MANAGER
    _tell(
        session,
        "role_changed",
        organisation,
        member,
        site=site,
        actor=actor,
        now=now,
        is_manager=is_manager,
    )


def tell_of_removal(
    session: Session,
    organisation: Organisation,
    member: Account,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Mail somebody that they belong to the organisation no longer."""
    _tell(session, "member_removed", organisation, member, site=site, actor=actor, now=now)


def _tell(  # noqa: PLR0913
    session: Session,
    message: str,
    organisation: Organisation,
    member: Account,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
    **context: Any,  # noqa: ANN401 (a template's values)
) -> None:
    if member.id == actor.account_id or not member.can_be_used:
        return
    enqueue(
        session,
        f"organisations/{message}",
        to=member.email,
        site=site,
        now=now,
        name=member.name,
        organisation_name=organisation.name,
        **context,
    )
