"""Messages about a registration for tests, written as the two sides write them."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from tests.support.mails import SITE, queued
from tests.support.registrations import NOW
from webapp.accounts.models import Account
from webapp.mail.models import OutgoingMail
from webapp.registrations import messages, operations
from webapp.registrations.messages import MessageDraft
from webapp.registrations.models import Registration

LATER = NOW + timedelta(days=1)
SAID = "Ik heb een nieuw nummer. Bellen jullie dat?"


def add(
    session: Session,
    registration: Registration,
    text: str = SAID,
    at: datetime = LATER,
    **key: str,
) -> None:
    """Let the resident write."""
    draft, resident = MessageDraft(text, **key), operations.RESIDENT
    messages.add(session, registration, draft, site=SITE, actor=resident, now=at)


def answer(
    session: Session,
    registration: Registration,
    account: Account,
    text: str = "We bellen je morgen.",
    at: datetime = LATER,
    **key: str,
) -> None:
    """Let somebody of the municipality write."""
    draft = MessageDraft(text, **key)
    messages.answer(session, registration, draft, site=SITE, actor=account.actor, now=at)


def mails_of(session: Session, kind: str) -> list[OutgoingMail]:
    """Return the mails of one kind about registrations that were queued."""
    return [mail for mail in queued(session) if mail.kind == f"registrations/{kind}"]
