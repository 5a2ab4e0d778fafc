"""Who acts for an organisation, and who of them decides about that: never nobody.

Each act takes the organisation for the length of its transaction, so that of two managers who
leave at the same moment the second is told.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from webapp.accounts.models import Account
from webapp.core.actor import Actor
from webapp.core.errors import NotAllowedError, NotFoundError, WrongStatusError
from webapp.mail.site import MailSite
from webapp.organisations import log, mails
from webapp.organisations.models import MemberRole, Membership, Organisation

_Members = dict[int, Membership]


class LastManagerError(WrongStatusError):
    """Nobody would be left who decides about the members."""


def change_role(  # noqa: PLR0913 (an act with its mail)
    session: Session,
    organisation: Organisation,
    member: Account,
    role: MemberRole,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let a member decide about the members too, or no longer, and mail them that.

    Raise NotAllowedError for who is no manager (any more), NotFoundError for who is no member, and
    LastManagerError.
    """
    members = _members_for_manager(session, organisation, actor)
    membership = _membership_of(members, member)
    _give(session, members, membership, role, site=site, actor=actor, now=now)


def hand_over(
    session: Session,
    organisation: Organisation,
    member: Account,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let another member be manager in the place of `actor`; errors as `change_role`."""
    members = _members_for_manager(session, organisation, actor)
    successor = _membership_of(members, member)
    _give(session, members, successor, MemberRole.MANAGER, site=site, actor=actor, now=now)
    own = members[actor.account_id or 0]
    if own is not successor:
        _give(session, members, own, MemberRole.EMPLOYEE, site=site, actor=actor, now=now)


def remove(
    session: Session,
    organisation: Organisation,
    member: Account,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let a member act for the organisation no longer, and mail them; errors as `change_role`."""
    members = _members_for_manager(session, organisation, actor)
    _end(session, members, _membership_of(members, member), "member_removed", actor, now)
    mails.tell_of_removal(session, organisation, member, site=site, actor=actor, now=now)


def leave(session: Session, organisation: Organisation, *, actor: Actor, now: datetime) -> None:
    """Let `actor` act for the organisation no longer. Raise NotFoundError, LastManagerError."""
    members = _claim(session, organisation)
    own = members.get(actor.account_id or 0)
    if own is None:
        raise NotFoundError(organisation.public_id)
    _end(session, members, own, "member_left", actor, now)


def _claim(session: Session, organisation: Organisation) -> _Members:
    """Keep others from changing the members until the commit; return them by account."""
    session.refresh(organisation, with_for_update={"of": Organisation})
    found = session.scalars(
        select(Membership)
        .where(Membership.organisation_id == organisation.id)
        .options(joinedload(Membership.account))
        .execution_options(populate_existing=True)
    )
    return {membership.account_id: membership for membership in found}


def _members_for_manager(session: Session, organisation: Organisation, actor: Actor) -> _Members:
    """Return the claimed members, for somebody who is still manager."""
    members = _claim(session, organisation)
    own = members.get(actor.account_id or 0)
    if own is None or own.role is not MemberRole.MANAGER:
        raise NotAllowedError(organisation.public_id)
    return members


def _membership_of(members: _Members, member: Account) -> Membership:
    if member.id not in members:
        raise NotFoundError(member.public_id)
    return members[member.id]


def _give(  # noqa: PLR0913 (what the acts take)
    session: Session,
    members: _Members,
    membership: Membership,
    role: MemberRole,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    if membership.role is role:
        return
    if role is MemberRole.EMPLOYEE:
        _refuse_without(members, membership)
    membership.role = role
    session.flush()
    log.record(
        session,
        "organisation.role_changed",
        membership.organisation,
        actor=actor,
        now=now,
        member=membership.account.public_id,
        role=role.value,
    )
    organisation, account = membership.organisation, membership.account
    mails.tell_of_role(session, organisation, account, role, site=site, actor=actor, now=now)


def _end(
    session: Session,
    members: _Members,
    membership: Membership,
    action: str,
    actor: Actor,
    now: datetime,
) -> None:
    _refuse_without(members, membership)
    organisation, account = membership.organisation, membership.account
    session.delete(membership)
    session.flush()
    session.expire(organisation, ["memberships"])
    log.record(
        session,
        f"organisation.{action}",
        organisation,
        actor=actor,
        now=now,
        member=account.public_id,
    )


def _refuse_without(members: _Members, membership: Membership) -> None:
    """Raise LastManagerError when no other manager would be left who can log in."""
    if membership.role is not MemberRole.MANAGER:
        return
    others = (each for each in members.values() if each is not membership)
    if not any(each.role is MemberRole.MANAGER and each.account.can_be_used for each in others):
        raise LastManagerError(membership.account.public_id)
