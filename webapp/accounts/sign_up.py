"""Making an account, and showing that its address is one's own."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from webapp.accounts import passwords, tokens
from webapp.accounts.mails import tell
from webapp.accounts.models import Account, AccountToken, TokenPurpose
from webapp.accounts.queries import find_by_email
from webapp.audit.operations import record
from webapp.core.db import changed_by
from webapp.mail.addresses import normalise
from webapp.mail.site import MailSite

PURPOSE = TokenPurpose.CONFIRM_EMAIL
_NAME = "name"


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


def request_confirmation(  # noqa: PLR0913 (what every operation takes, and three of its own)
    session: Session,
    account: Account,
    *,
    name: str,
    organisation_name: str,
    details: dict[str, Any],
    site: MailSite,
    now: datetime,
) -> None:
    """Mail a link that confirms a sign-up; `details` come back when it is pressed.

    `name` is what an account that is not in use yet will be called. `organisation_name` is what
    is signed up, '' when the mail must not say it. Name and details belong to
    this link, so that a stranger who signs up with the same address changes nothing about it. The
    newest link counts. An account that was disabled gets no mail.
    """
    if account.disabled_at is not None:
        return
    tokens.cancel(session, account, PURPOSE)
    secret = tokens.issue(session, account, PURPOSE, details={**details, _NAME: name}, now=now)
    message = "confirm_organisation" if account.is_confirmed else "confirm_email"
    tell(
        session,
        account,
        message,
        site=site,
        now=now,
        secret=secret,
        days=tokens.LIFETIME[PURPOSE].days,
        organisation_name=organisation_name,
    )


def confirm(
    session: Session, secret: str, *, password: str = "", now: datetime
) -> tuple[Account, dict[str, Any]]:
    """Close a confirmation link; return the account, which is in use now, and the details.

    An account that was not yet in use gets this password: it is chosen behind the link, by who
    can read the mailbox. Raises LinkExpiredError, or InvalidInputError for `password`.
    """
    account, details = tokens.use(session, secret, PURPOSE, now=now)
    if not account.is_confirmed:
        put_into_use(account, name=details[_NAME], password=password, now=now)
        record(
            session,
            "account.confirmed",
            subject=("account", account.public_id),
            actor=account.actor,
            now=now,
        )
    return account, details


def put_into_use(account: Account, *, name: str, password: str, now: datetime) -> None:
    """Confirm an account whose owner is known, with the password that they chose.

    Raises InvalidInputError for `password` when it is easy to guess.
    """
    passwords.check(password, name=name, email=account.email)
    account.name = name
    account.password_hash = passwords.hash_password(password)
    account.email_confirmed_at = now


def purge_unconfirmed(session: Session, *, now: datetime) -> int:
    """Remove the accounts that nobody can confirm any more; run it after the tokens' purge."""
    open_link = exists().where(AccountToken.account_id == Account.id)
    return changed_by(
        session,
        delete(Account).where(
            Account.email_confirmed_at.is_(None),
            Account.created_at < now - tokens.LIFETIME[PURPOSE],
            ~open_link,
        ),
    )
