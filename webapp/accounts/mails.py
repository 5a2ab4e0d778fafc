"""Mails to the owner of an account."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.mail.outbox import enqueue
from webapp.mail.site import MailSite


def tell(
    session: Session,
    account: Account,
    message: str,
    *,
    site: MailSite,
    now: datetime,
    **context: Any,  # noqa: ANN401 (a template's values)
) -> None:
    """Queue one of this room's messages, to the account's address or to another one (`to`)."""
    to = context.pop("to", account.email)
    enqueue(session, f"accounts/{message}", to=to, site=site, now=now, name=account.name, **context)
