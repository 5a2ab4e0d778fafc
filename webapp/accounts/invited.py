"""What all invitations have in common: a link in a mail, an offer behind it, and a yes.

An offer is what a link keeps: texts by name. Part of it says to what somebody is invited; of one
account only one link to the same thing is open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from webapp.accounts import tokens
from webapp.accounts.credentials import require_password
from webapp.accounts.models import Account, AccountToken, TokenPurpose
from webapp.accounts.queries import get_account
from webapp.accounts.sign_up import put_into_use

Offer = Mapping[str, Any]
_NAME = "name"
# Within this time a second invitation is the same press of the button.
_ONE_PRESS = timedelta(minutes=2)


@dataclass(frozen=True)
class Invitee:
    """Who is invited."""

    name: str
    email: str


@dataclass(frozen=True)
class OpenInvitation:
    """An invitation that waits for an answer.

    `name` is what the inviter typed: that of the account is its owner's until they say yes.
    """

    account: Account
    name: str
    offer: Offer
    sent_at: datetime
    expires_at: datetime

    @property
    def is_for_new_account(self) -> bool:
        """Whether a password must be chosen: an account in use keeps its own."""
        return not self.account.is_confirmed


def issue(  # noqa: PLR0913 (what every link has, and what is behind it)
    session: Session,
    account: Account,
    purpose: TokenPurpose,
    to: Offer,
    *,
    name: str,
    now: datetime,
    also: Offer | None = None,
) -> str | None:
    """Return the secret of a new link `to` something, which takes the place of an open one.

    None for who presses the button twice. The offer holds `also` besides.
    """
    session.refresh(account, with_for_update={"of": Account})
    found = _open_for(session, account, purpose, to, now)
    if any(token.created_at > now - _ONE_PRESS for token in found):
        return None
    close(session, account, purpose, to, now=now)
    details = {_NAME: name, **to, **(also or {})}
    return tokens.issue(session, account, purpose, details=details, now=now)


def close(
    session: Session, account: Account, purpose: TokenPurpose, to: Offer, *, now: datetime
) -> bool:
    """Close the open link of an account to something; tell whether there was one."""
    found = _open_for(session, account, purpose, to, now)
    for token in found:
        session.delete(token)
    return bool(found)


def behind(
    session: Session, secret: str, purpose: TokenPurpose, *, now: datetime
) -> OpenInvitation:
    """Return the invitation behind a link, or raise LinkExpiredError."""
    token = tokens.get_open(session, secret, purpose, now=now)
    return _invitation(token, get_account(session, token.account_id))


def waiting(
    session: Session, purpose: TokenPurpose, to: Offer, *, now: datetime
) -> list[OpenInvitation]:
    """Return the invitations to something that wait for an answer, the newest first."""
    found = tokens.open_tokens(session, purpose, to, now=now)
    return [_invitation(token, account) for token, account in found]


def accept(
    session: Session,
    secret: str,
    purpose: TokenPurpose,
    *,
    password: str,
    signed_in_as: int | None,
    now: datetime,
) -> tuple[Account, Offer]:
    """Close a link whose owner says yes; an account that was not in use gets this password.

    Of an account in use it must be the password, unless that account is signed in: whoever else
    can log in to it must not get anything by it. Raises LinkExpiredError, or InvalidInputError for
    `password` or `current_password`.
    """
    account, details = tokens.use(session, secret, purpose, now=now)
    if not account.is_confirmed:
        put_into_use(account, name=details[_NAME], password=password, now=now)
    elif account.id != signed_in_as:
        require_password(account, password)
    return account, details


def _open_for(
    session: Session, account: Account, purpose: TokenPurpose, to: Offer, now: datetime
) -> list[AccountToken]:
    found = tokens.open_tokens(session, purpose, to, now=now)
    return [token for token, owner in found if owner.id == account.id]


def _invitation(token: AccountToken, account: Account) -> OpenInvitation:
    return OpenInvitation(
        account=account,
        name=token.details[_NAME],
        offer=token.details,
        sent_at=token.created_at,
        expires_at=token.expires_at,
    )
