"""Inviting people to work for a municipality or for the platform."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts import invited, tokens
from webapp.accounts.invited import Invitee, Offer, OpenInvitation
from webapp.accounts.mails import tell
from webapp.accounts.models import Account, RoleName, TokenPurpose
from webapp.accounts.sign_up import account_for
from webapp.accounts.staff import Post, give_role, note
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.mail.site import MailSite
from webapp.municipalities.queries import get_municipality

PURPOSE = TokenPurpose.INVITATION
# Why not is nobody's business but the administrator's.
_CANNOT_BE_INVITED = "We kunnen dit adres niet uitnodigen. Vraag de beheerder om hulp."


@dataclass(frozen=True)
class Invitation(OpenInvitation):
    """What somebody is invited to, as the page behind the link tells it."""

    @property
    def post(self) -> Post:
        """The post that is offered."""
        return _post_in(self.offer)


def invite_staff(
    session: Session,
    invitee: Invitee,
    post: Post,
    *,
    actor: Actor,
    site: MailSite,
    now: datetime,
) -> Account:
    """Mail somebody a link to take up a post; a newer invitation to the same post replaces it.

    Who presses twice sends one mail. Raises InvalidInputError for `email` when nobody can be
    invited there.
    """
    account = account_for(session, email=invitee.email, name=invitee.name, now=now)
    if account.disabled_at is not None:
        raise InvalidInputError({"email": _CANNOT_BE_INVITED})
    if account.has_role(post.role, post.municipality_code):
        raise InvalidInputError({"email": "Deze persoon heeft deze rol al. Kies een andere rol."})
    secret = invited.issue(session, account, PURPOSE, _offer_of(post), name=invitee.name, now=now)
    if secret is None:
        return account
    code = post.municipality_code
    tell(
        session,
        account,
        "invitation",
        site=site,
        now=now,
        secret=secret,
        days=tokens.LIFETIME[PURPOSE].days,
        inviter=actor.name,
        role=post.role.value,
        municipality=get_municipality(session, code).name if code else "",
    )
    note(session, "staff.invited", account, post=post, actor=actor, now=now)
    return account


def get_invitation(session: Session, secret: str, *, now: datetime) -> Invitation:
    """Return the invitation behind a link, or raise LinkExpiredError."""
    return Invitation(**vars(invited.behind(session, secret, PURPOSE, now=now)))


def open_invitations(
    session: Session, municipality_code: str | None, *, now: datetime
) -> Sequence[Invitation]:
    """Return the invitations for a municipality (None: the platform) that wait for an answer."""
    found = invited.waiting(session, PURPOSE, {"municipality_code": municipality_code}, now=now)
    return [Invitation(**vars(each)) for each in found]


def accept_invitation(
    session: Session,
    secret: str,
    *,
    password: str = "",
    signed_in_as: int | None = None,
    now: datetime,
) -> Account:
    """Give the post to who was invited; password and errors as `invited.accept`."""
    account, offer = invited.accept(
        session, secret, PURPOSE, password=password, signed_in_as=signed_in_as, now=now
    )
    give_role(session, account, _post_in(offer), actor=account.actor, now=now)
    return account


def withdraw_invitation(
    session: Session, account: Account, post: Post, *, actor: Actor, now: datetime
) -> None:
    """Take back the invitation to a post that was sent to an account, if it is open."""
    if invited.close(session, account, PURPOSE, _offer_of(post), now=now):
        note(session, "staff.invitation_withdrawn", account, post=post, actor=actor, now=now)


def _offer_of(post: Post) -> Offer:
    return {"role": post.role.value, "municipality_code": post.municipality_code}


def _post_in(offer: Offer) -> Post:
    return Post(RoleName(offer["role"]), offer["municipality_code"])
