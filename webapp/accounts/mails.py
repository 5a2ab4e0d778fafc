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
    """Queue one of this room's messages, to the account's address or to another one (`to`).

    Only who has shown that they read the address is called by name: anybody can type a name and
    the address of somebody else.
    """
    to = context.pop("to", account.email)
    name = account.name if account.is_confirmed and to == account.email else ""
    enqueue(session, f"accounts/{message}", to=to, site=site, now=now, name=name, **context)
