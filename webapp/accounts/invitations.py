"""Inviting people to work for a municipality or for the platform."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from webapp.accounts import tokens
from webapp.accounts.credentials import require_password
from webapp.accounts.mails import tell
from webapp.accounts.models import Account, AccountToken, RoleName, TokenPurpose
from webapp.accounts.queries import get_account
from webapp.accounts.sign_up import account_for, put_into_use
from webapp.accounts.staff import Post, give_role, note
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.mail.site import MailSite
from webapp.municipalities.queries import get_municipality

PURPOSE = TokenPurpose.INVITATION
# Why not is nobody's business but the administrator's.
_CANNOT_BE_INVITED = "We kunnen dit adres niet uitnodigen. Vraag de beheerder om hulp."
# Within this time a second invitation is the same press of the button.
_ONE_PRESS = timedelta(minutes=2)


@dataclass(frozen=True)
class Invitee:
    """Who is invited."""

    name: str
    email: str


@dataclass(frozen=True)
class Invitation:
    """What somebody is invited to, as the page behind the link tells it.

    `name` is what the inviter typed: that of the account is its owner's until they say yes.
    """

    account: Account
    name: str
    post: Post
    sent_at: datetime
    expires_at: datetime

    @property
    def is_for_new_account(self) -> bool:
        """Whether a password must be chosen: an account in use keeps its own."""
        return not self.account.is_confirmed


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
        raise InvalidInputError({"email": "Deze persoon heeft deze rol al."})
    session.refresh(account, with_for_update={"of": Account})
    if any(each.created_at > now - _ONE_PRESS for each in _open_for(session, account, post, now)):
        return account
    _close(session, account, post, now=now)
    code, details = post.municipality_code, {"name": invitee.name, **_details_of(post)}
    tell(
        session,
        account,
        "invitation",
        site=site,
        now=now,
        secret=tokens.issue(session, account, PURPOSE, details=details, now=now),
        days=tokens.LIFETIME[PURPOSE].days,
        inviter=actor.name,
        role=post.role.value,
        municipality=get_municipality(session, code).name if code else "",
    )
    note(session, "staff.invited", account, post=post, actor=actor, now=now)
    return account


def get_invitation(session: Session, secret: str, *, now: datetime) -> Invitation:
    """Return the invitation behind a link, or raise LinkExpiredError."""
    return _invitation(session, tokens.get_open(session, secret, PURPOSE, now=now))


def open_invitations(
    session: Session, municipality_code: str | None, *, now: datetime
) -> Sequence[Invitation]:
    """Return the invitations for a municipality (None: the platform) that wait for an answer."""
    everything = (
        _invitation(session, token) for token in tokens.open_tokens(session, PURPOSE, now=now)
    )
    return [each for each in everything if each.post.municipality_code == municipality_code]


def accept_invitation(
    session: Session,
    secret: str,
    *,
    password: str = "",
    signed_in_as: int | None = None,
    now: datetime,
) -> Account:
    """Give the post to who was invited; an account that was not yet in use gets this password.

    Of an account in use it must be the password, unless that account is signed in: whoever else
    can log in to it must not get a post by it. Raises LinkExpiredError, or InvalidInputError for
    `password` or `current_password`.
    """
    account, details = tokens.use(session, secret, PURPOSE, now=now)
    if not account.is_confirmed:
        put_into_use(account, name=details["name"], password=password, now=now)
    elif account.id != signed_in_as:
        require_password(account, password)
    give_role(session, account, _post_in(details), actor=account.actor, now=now)
    return account


def withdraw_invitation(
    session: Session, account: Account, post: Post, *, actor: Actor, now: datetime
) -> None:
    """Take back the invitation to a post that was sent to an account, if it is open."""
    if _close(session, account, post, now=now):
        note(session, "staff.invitation_withdrawn", account, post=post, actor=actor, now=now)


def _close(session: Session, account: Account, post: Post, *, now: datetime) -> bool:
    """Close the open link to a post; tell whether there was one."""
    found = _open_for(session, account, post, now)
    for token in found:
        session.delete(token)
    return bool(found)


def _open_for(session: Session, account: Account, post: Post, now: datetime) -> list[AccountToken]:
    return [
        token
        for token in tokens.open_tokens(session, PURPOSE, now=now)
        if token.account_id == account.id and _post_in(token.details) == post
    ]


def _invitation(session: Session, token: AccountToken) -> Invitation:
    return Invitation(
        account=get_account(session, token.account_id),
        name=token.details["name"],
        post=_post_in(token.details),
        sent_at=token.created_at,
        expires_at=token.expires_at,
    )


def _details_of(post: Post) -> dict[str, Any]:
    return {"role": post.role.value, "municipality_code": post.municipality_code}


def _post_in(details: dict[str, Any]) -> Post:
    return Post(RoleName(details["role"]), details["municipality_code"])
