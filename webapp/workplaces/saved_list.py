"""Mailing the list of workplaces that a visitor keeps in their own browser."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.mail.outbox import enqueue
from webapp.mail.site import MailSite

# A mail that is about something leaves no address behind when it was given up.
_NOBODY = "saved-list"


def mail_list(
    session: Session, links: Sequence[tuple[str, str]], *, to: str, site: MailSite, now: datetime
) -> None:
    """Queue a mail with the links (title, address), and nothing about who sends it.

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
        links=links,
    )
