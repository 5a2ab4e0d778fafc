"""Making an account, and showing that its address is one's own."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from webapp.accounts import tokens
from webapp.accounts.mails import tell
from webapp.accounts.models import Account, AccountToken, TokenPurpose
from webapp.accounts.queries import find_by_email
from webapp.audit.operations import record
from webapp.mail.addresses import normalise
from webapp.mail.site import MailSite

PURPOSE = TokenPurpose.CONFIRM_EMAIL


def account_for(session: Session, *, email: str, name: str, now: datetime) -> Account:
    """Return the account at an address; where there is none, a new one that nobody can use yet.

    Raises InvalidInputError for an address that is none.
    """
    account = Account(email=normalise(email), name=name, created_at=now)
    found = find_by_email(session, account.email)
    if found is not None:
        return found
    try:
        with session.begin_nested():
            session.add(account)
    except IntegrityError:  # somebody pressed twice, and the other request was a little earlier
        found = find_by_email(session, account.email)
        if found is None:
            raise
        return found
    return account


def register(
    session: Session, *, name: str, email: str, password_hash: str, now: datetime
) -> Account:
    """Return the account for an address: a new one, or the one that was there.

    Nobody learns which: the caller hashes the password in each case and goes on to
    `request_confirmation`. A confirmed account stays as it is. One that nobody confirmed takes
    the newest name and password, which only the newest link can bring into use. Raises
    InvalidInputError for an address that is none.
    """
    account = account_for(session, email=email, name=name, now=now)
    if not account.is_confirmed:
        account.name = name
        account.password_hash = password_hash
    session.flush()
    return account


def request_confirmation(
    session: Session, account: Account, *, details: dict[str, Any], site: MailSite, now: datetime
) -> None:
    """Mail a link that confirms a sign-up; `details` come back when it is pressed.

    The newest link counts. An account that was disabled gets no mail.
    """
    if account.disabled_at is not None:
        return
    tokens.cancel(session, account, PURPOSE)
    secret = tokens.issue(session, account, PURPOSE, details=details, now=now)
    message = "confirm_organisation" if account.is_confirmed else "confirm_email"
    tell(
        session,
        account,
        message,
        site=site,
        now=now,
        secret=secret,
        days=tokens.LIFETIME[PURPOSE].days,
    )


def confirm(session: Session, secret: str, *, now: datetime) -> tuple[Account, dict[str, Any]]:
    """Close a confirmation link; return the account, which is in use now, and the details.

    Raises LinkExpiredError.
    """
    account, details = tokens.use(session, secret, PURPOSE, now=now)
    if not account.is_confirmed:
        account.email_confirmed_at = now
        record(
            session,
            "account.confirmed",
            subject=("account", account.public_id),
            actor=account.actor,
            now=now,
        )
    return account, details


def purge_unconfirmed(session: Session, *, now: datetime) -> None:
    """Remove the accounts that nobody can confirm any more; run it after the tokens' purge."""
    open_link = exists().where(AccountToken.account_id == Account.id)
    session.execute(
        delete(Account).where(
            Account.email_confirmed_at.is_(None),
            Account.created_at < now - tokens.LIFETIME[PURPOSE],
            ~open_link,
        )
    )
