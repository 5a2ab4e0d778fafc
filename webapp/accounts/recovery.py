"""Choosing a new password when the old one is forgotten."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts import tokens
from webapp.accounts.credentials import set_password
from webapp.accounts.mails import tell
from webapp.accounts.models import Account, TokenPurpose
from webapp.accounts.queries import find_by_email
from webapp.mail.site import MailSite

PURPOSE = TokenPurpose.RESET_PASSWORD


def request_password_reset(session: Session, email: str, *, site: MailSite, now: datetime) -> None:
    """Mail a link to choose a new password, when an account in use has this address.

    Nobody learns whether it has: there is no other answer than this silence. An earlier link
    stays open, or else anybody could close it by asking for another.
    """
    account = find_by_email(session, email)
    if account is None or not account.can_be_used:
        return
    secret = tokens.issue(session, account, PURPOSE, now=now)
    tell(
        session,
        account,
        "reset_password",
        site=site,
        now=now,
        secret=secret,
        hours=tokens.LIFETIME[PURPOSE].seconds // 3600,
    )


def reset_password(
    session: Session, secret: str, new_password: str, *, site: MailSite, now: datetime
) -> Account:
    """Give the account behind a link a new password, and end all its sessions.

    Raises LinkExpiredError, or InvalidInputError for `password`: then the link stays open.
    """
    account, _details = tokens.use(session, secret, PURPOSE, now=now)
    set_password(session, account, new_password, site=site, now=now)
    return account
