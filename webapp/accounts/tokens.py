"""Links in mails: random, kept as a hash, valid for a while and for one use."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, select
from sqlalchemy.orm import Session

from webapp.accounts.models import Account, AccountToken, TokenPurpose
from webapp.core.db import changed_by
from webapp.core.errors import NotFoundError
from webapp.core.ids import hash_secret, new_secret

LIFETIME = {
    TokenPurpose.CONFIRM_EMAIL: timedelta(days=3),
    TokenPurpose.RESET_PASSWORD: timedelta(hours=1),
    TokenPurpose.CHANGE_EMAIL: timedelta(days=3),
    TokenPurpose.INVITATION: timedelta(days=7),
    TokenPurpose.MEMBERSHIP: timedelta(days=7),
    # As long as somebody may think about it: until the workplace is said to be out of date.
    TokenPurpose.CONFIRM_WORKPLACES: timedelta(days=45),
    # As long as somebody may leave a mail unread, and then want no more of them.
    TokenPurpose.STOP_ALERTS: timedelta(days=90),
}


class LinkExpiredError(NotFoundError):
    """A link was used, replaced, too old, or never given out: which of these is not told."""


def issue(
    session: Session,
    account: Account,
    purpose: TokenPurpose,
    *,
    now: datetime,
    details: dict[str, Any] | None = None,
) -> str:
    """Return the secret of a new link, with what must be known again when it is used."""
    secret = new_secret()
    session.add(
        AccountToken(
            account_id=account.id,
            purpose=purpose,
            secret_hash=hash_secret(secret),
            details=details or {},
            created_at=now,
            expires_at=now + LIFETIME[purpose],
        )
    )
    return secret


def get_open(
    session: Session, secret: str, purpose: TokenPurpose, *, now: datetime
) -> AccountToken:
    """Return the token behind a link that can be used, or raise LinkExpiredError."""
    token = session.scalar(_behind(secret, purpose, now))
    if token is None:
        raise LinkExpiredError
    return token


def use(
    session: Session, secret: str, purpose: TokenPurpose, *, now: datetime
) -> tuple[Account, dict[str, Any]]:
    """Close a link; return the account it was sent to, and its details.

    Of two who press the same link at once, the second finds it used. Raises LinkExpiredError.
    """
    token = session.scalar(_behind(secret, purpose, now).with_for_update(of=AccountToken))
    if token is None:
        raise LinkExpiredError
    token.used_at = now
    return session.get_one(Account, token.account_id), token.details


def open_tokens(
    session: Session, purpose: TokenPurpose, details: Mapping[str, str | None], *, now: datetime
) -> list[tuple[AccountToken, Account]]:
    """Return the tokens of one purpose that can still be used, the newest first, each with whose.

    Only those with these `details`, among others.
    """
    rows = session.execute(
        select(AccountToken, Account)
        .join(Account, Account.id == AccountToken.account_id)
        .where(
            _is_open(purpose, now),
            *(
                AccountToken.details[name].as_string().is_not_distinct_from(value)
                for name, value in details.items()
            ),
        )
        .order_by(AccountToken.id.desc())
    )
    return [(token, account) for token, account in rows]


def cancel(session: Session, account: Account, purpose: TokenPurpose) -> None:
    """Close the links of one purpose that were sent to an account."""
    session.execute(
        delete(AccountToken).where(
            AccountToken.account_id == account.id, AccountToken.purpose == purpose
        )
    )


def purge_expired(session: Session, *, now: datetime) -> int:
    """Remove the tokens that cannot be used any more."""
    return changed_by(
        session,
        delete(AccountToken).where(
            (AccountToken.expires_at <= now) | AccountToken.used_at.is_not(None)
        ),
    )


def _behind(secret: str, purpose: TokenPurpose, now: datetime) -> Select[AccountToken]:
    return (
        select(AccountToken)
        .join(Account, Account.id == AccountToken.account_id)
        .where(
            AccountToken.secret_hash == hash_secret(secret),
            Account.disabled_at.is_(None),
            _is_open(purpose, now),
        )
    )


def _is_open(purpose: TokenPurpose, now: datetime) -> ColumnElement[bool]:
    return and_(
        AccountToken.purpose == purpose,
        AccountToken.used_at.is_(None),
        AccountToken.expires_at > now,
    )
