"""Inviting people to act for an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts import invited, tokens
from webapp.accounts.invited import Invitee, Offer, OpenInvitation
from webapp.accounts.models import Account, TokenPurpose
from webapp.accounts.sign_up import account_for
from webapp.accounts.tokens import LinkExpiredError
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError, NotFoundError
from webapp.core.i18n import N_
from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.organisations import log
from webapp.organisations.models import MemberRole, Organisation
from webapp.organisations.operations import add_member
from webapp.organisations.queries import find_membership, find_organisation

PURPOSE = TokenPurpose.MEMBERSHIP


@dataclass(frozen=True)
class MemberInvitation(OpenInvitation):
    """What somebody is invited to, as the page behind the link tells it."""

    @property
    def role(self) -> MemberRole:
        """What somebody may do who says yes."""
        return MemberRole(self.offer["role"])


def invite_member(  # noqa: PLR0913 (what every operation takes, and three of its own)
    session: Session,
    organisation: Organisation,
    invitee: Invitee,
    role: MemberRole,
    *,
    actor: Actor,
    site: MailSite,
    now: datetime,
) -> None:
    """Mail somebody a link to act for an organisation; a newer invitation replaces it.

    Who presses twice sends one mail. Whether there is an account at the address, and whether it
    can be used, is not told: one that was closed gets no mail, and that is all. Raise
    InvalidInputError for `email`.
    """
    account = account_for(session, email=invitee.email, name=invitee.name, now=now)
    if find_membership(session, organisation.id, account.id) is not None:
        problem = N_("Deze persoon hoort al bij je organisatie. Vul een ander adres in.")
        raise InvalidInputError({"email": problem})
    secret = invited.issue(
        session,
        account,
        PURPOSE,
        _to(organisation),
        also={"role": role.value},
        name=invitee.name,
        now=now,
    )
    if secret is None:
        return
    if account.disabled_at is None:
        outbox.enqueue(
            session,
            "organisations/invitation",
            to=account.email,
            site=site,
            now=now,
            name=account.name if account.is_confirmed else "",
            inviter=actor.name,
            organisation_name=organisation.name,
            role=role.value,
            secret=secret,
            days=tokens.LIFETIME[PURPOSE].days,
        )
    _note(session, "organisation.member_invited", organisation, account, actor, now)


def invite_again(
    session: Session,
    organisation: Organisation,
    account_public_id: str,
    *,
    actor: Actor,
    site: MailSite,
    now: datetime,
) -> MemberInvitation:
    """Mail an open invitation once more, with a new link; raise NotFoundError without one."""
    found = _get(session, organisation, account_public_id, now)
    invitee = Invitee(name=found.name, email=found.account.email)
    invite_member(session, organisation, invitee, found.role, actor=actor, site=site, now=now)
    return found


def withdraw_invitation(
    session: Session,
    organisation: Organisation,
    account_public_id: str,
    *,
    actor: Actor,
    now: datetime,
) -> MemberInvitation:
    """Take an open invitation back; raise NotFoundError without one."""
    found = _get(session, organisation, account_public_id, now)
    invited.close(session, found.account, PURPOSE, _to(organisation), now=now)
    _note(session, "organisation.invitation_withdrawn", organisation, found.account, actor, now)
    return found


def open_invitations(
    session: Session, organisation: Organisation, *, now: datetime
) -> Sequence[MemberInvitation]:
    """Return the invitations to act for an organisation that wait for an answer."""
    found = invited.waiting(session, PURPOSE, _to(organisation), now=now)
    return [MemberInvitation(**vars(each)) for each in found]


def get_invitation(
    session: Session, secret: str, *, now: datetime
) -> tuple[MemberInvitation, Organisation]:
    """Return the invitation behind a link, and to what it is, or raise LinkExpiredError."""
    found = MemberInvitation(**vars(invited.behind(session, secret, PURPOSE, now=now)))
    return found, _organisation_in(session, found.offer)


def accept_invitation(
    session: Session,
    secret: str,
    *,
    password: str = "",
    signed_in_as: int | None = None,
    now: datetime,
) -> Organisation:
    """Let who was invited act for the organisation; password and errors as `invited.accept`."""
    account, offer = invited.accept(
        session, secret, PURPOSE, password=password, signed_in_as=signed_in_as, now=now
    )
    organisation = _organisation_in(session, offer)
    role = MemberRole(offer["role"])
    add_member(session, organisation, account, role=role, actor=account.actor, now=now)
    return organisation


def _get(
    session: Session, organisation: Organisation, account_public_id: str, now: datetime
) -> MemberInvitation:
    for each in open_invitations(session, organisation, now=now):
        if each.account.public_id == account_public_id:
            return each
    raise NotFoundError(account_public_id)


def _organisation_in(session: Session, offer: Offer) -> Organisation:
    organisation = find_organisation(session, offer["organisation"] or "")
    if organisation is None:
        raise LinkExpiredError
    return organisation


def _to(organisation: Organisation) -> Offer:
    return {"organisation": organisation.public_id}


def _note(
    session: Session,
    action: str,
    organisation: Organisation,
    account: Account,
    actor: Actor,
    now: datetime,
) -> None:
    log.record(session, action, organisation, actor=actor, now=now, member=account.public_id)
