"""Logging in, and changing what one logs in with."""

from datetime import datetime

import structlog
from sqlalchemy.orm import Session

from webapp.accounts import passwords, sessions, tokens
from webapp.accounts.mails import tell
from webapp.accounts.models import Account, TokenPurpose
from webapp.accounts.queries import find_by_email
from webapp.audit.operations import record
from webapp.core.errors import InvalidInputError
from webapp.mail.addresses import normalise
from webapp.mail.site import MailSite

_log = structlog.get_logger(__name__)


def authenticate(session: Session, email: str, password: str) -> Account | None:
    """Return the account that this address and password open.

    An unknown address, an unconfirmed or disabled account and a wrong password get the same
    answer, None, after the same time.
    """
    account = find_by_email(session, email)
    kept = account.password_hash if account else None
    is_right = passwords.is_right(password, kept)
    if account is None or kept is None or not (is_right and account.can_be_used):
        _log.info("login.refused", account_id=account.id if account else None)
        return None
    if passwords.needs_rehash(kept):
        account.password_hash = passwords.hash_password(password)
    return account


def require_password(account: Account, password: str) -> None:
    """Raise InvalidInputError for `current_password` unless this is the account's password."""
    if not passwords.is_right(password, account.password_hash):
        raise InvalidInputError(
            {"current_password": "Dit is niet je wachtwoord. Probeer het nog eens."}
        )


def rename(session: Session, account: Account, name: str, *, now: datetime) -> None:
    """Let the owner of an account be called otherwise."""
    if name != account.name:
        account.name = name
        _note(session, "account.name_changed", account, now)


def change_password(
    session: Session,
    account: Account,
    *,
    current: str,
    new: str,
    site: MailSite,
    now: datetime,
) -> None:
    """Give an account another password, and end its sessions: the caller opens a new one.

    Raises InvalidInputError for `current_password` when it is wrong, for `password` when the new
    one is easy to guess.
    """
    require_password(account, current)
    set_password(session, account, new, site=site, now=now)


def set_password(
    session: Session, account: Account, new: str, *, site: MailSite, now: datetime
) -> None:
    """Give an account another password, end its sessions and tell its owner.

    Raises InvalidInputError for `password` when it is easy to guess.
    """
    passwords.check(new, name=account.name, email=account.email)
    account.password_hash = passwords.hash_password(new)
    # A thief who knew the old password may have asked for a link to another mailbox.
    for purpose in (TokenPurpose.RESET_PASSWORD, TokenPurpose.CHANGE_EMAIL):
        tokens.cancel(session, account, purpose)
    sessions.end_sessions_of(session, account.id)
    tell(
        session,
        account,
        "password_changed",
        site=site,
        now=now,
    )
    _note(session, "account.password_changed", account, now)


def request_email_change(
    session: Session,
    account: Account,
    *,
    new_email: str,
    password: str,
    site: MailSite,
    now: datetime,
) -> None:
    """Mail a link to the new address; until it is pressed nothing changes.

    Raises InvalidInputError for `email` or `current_password`. An address that belongs to
    another account gets no mail, and nobody is told.
    """
    require_password(account, password)
    address = normalise(new_email)
    if find_by_email(session, address) is not None:
        return
    tokens.cancel(session, account, TokenPurpose.CHANGE_EMAIL)
    secret = tokens.issue(
        session, account, TokenPurpose.CHANGE_EMAIL, details={"email": address}, now=now
    )
    tell(
        session,
        account,
        "confirm_new_email",
        to=address,
        site=site,
        now=now,
        secret=secret,
        days=tokens.LIFETIME[TokenPurpose.CHANGE_EMAIL].days,
    )


def confirm_email_change(
    session: Session, secret: str, *, site: MailSite, now: datetime
) -> Account:
    """Put the new address into use, tell the old one, and end the account's sessions.

    The caller opens a new one for who is signed in at hand. Raises LinkExpiredError.
    """
    account, details = tokens.use(session, secret, TokenPurpose.CHANGE_EMAIL, now=now)
    if find_by_email(session, details["email"]) is not None:
        raise tokens.LinkExpiredError
    tell(
        session,
        account,
        "email_changed",
        site=site,
        now=now,
    )
    account.email = details["email"]
    # Neither a link in the old mailbox nor another device must open the account any more.
    for purpose in TokenPurpose:
        tokens.cancel(session, account, purpose)
    sessions.end_sessions_of(session, account.id)
    _note(session, "account.email_changed", account, now)
    return account


def _note(session: Session, action: str, account: Account, now: datetime) -> None:
    subject = ("account", account.public_id)
    record(session, action, subject=subject, actor=account.actor, now=now)
