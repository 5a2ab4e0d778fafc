"""Looking at the mail that waits, left, or was given up."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.mail.models import MailStatus, OutgoingMail

_LATEST = 100


def given_up(session: Session) -> Sequence[OutgoingMail]:
    """Return the latest mails that could not be sent, the newest first."""
    return session.scalars(
        select(OutgoingMail)
        .where(OutgoingMail.status == MailStatus.FAILED)
        .order_by(OutgoingMail.id.desc())
        .limit(_LATEST)
    ).all()


def count_given_up(session: Session) -> int:
    """Return how many mails could not be sent."""
    return _count(session, MailStatus.FAILED)


def count_waiting(session: Session) -> int:
    """Return how many mails wait for their turn."""
    return _count(session, MailStatus.QUEUED)


def _count(session: Session, status: MailStatus) -> int:
    wanted = select(func.count()).select_from(OutgoingMail).where(OutgoingMail.status == status)
    return session.scalar(wanted) or 0
