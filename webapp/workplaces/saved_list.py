"""Mailing the list of workplaces that a visitor keeps in their own browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.mail.outbox import enqueue
from webapp.mail.site import MailSite

# A mail that is about something leaves no address behind when it was given up.
_NOBODY = "saved-list"


@dataclass(frozen=True)
class MailedWorkplace:
    """A workplace in the mail; `public_transport` is what the provider wrote of it, or ''."""

    title: str
    address: str
    public_transport: str


def mail_list(
    session: Session, items: Sequence[MailedWorkplace], *, to: str, site: MailSite, now: datetime
) -> None:
    """Queue a mail with the workplaces, and nothing about who sends it.

    The address is nowhere but in the outbox, for as long as that shows what was sent; what it was
    asked for is not logged. An address that is none raises InvalidInputError for `to`.
    """
    enqueue(
        session,
        "workplaces/saved_list",
        to=to,
        site=site,
        now=now,
        about=_NOBODY,
        items=items,
    )
