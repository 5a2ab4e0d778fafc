"""Sending what was queued: by the worker, after the change is in the database."""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select

from webapp.core import clock, logs
from webapp.core.db import Database
from webapp.mail.models import MailStatus, OutgoingMail
from webapp.mail.transport import (
    PermanentTransportError,
    TemporaryTransportError,
    Transport,
    TransportError,
)

# How long after each failed attempt the next one comes; after the last of them we give up.
BACK_OFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(days=1),
    timedelta(days=1),
    timedelta(days=1),
)
# A claimed mail is nobody else's for this long; far more than a transport's patience.
CLAIM = timedelta(minutes=5)
BATCH = 20

_log = structlog.get_logger(__name__)


def send_due(
    database: Database, transport: Transport, *, now: Callable[[], datetime] = clock.now
) -> int:
    """Send at most BATCH mails that are due, the oldest first; return how many left.

    Each mail is claimed in one transaction, sent outside any, and noted in a second: no lock is
    held while a slow server thinks, two workers never send the same mail, and a mail is sent
    twice only when the process dies between the sending and the note. A temporary failure ends
    the round, so that a server that is away costs the worker one wait and not twenty.
    """
    sent = 0
    for _ in range(BATCH):
        mail = _claim(database, now())
        if mail is None:
            break
        failure = _try(transport, mail)
        _note(database, mail, failure, now())
        if isinstance(failure, TemporaryTransportError):
            break
        sent += failure is None
    return sent


def _claim(database: Database, now: datetime) -> OutgoingMail | None:
    """Take the oldest due mail for ourselves; should we die, it is due again after CLAIM."""
    due = (
        select(OutgoingMail)
        .where(OutgoingMail.status == MailStatus.QUEUED, OutgoingMail.next_attempt_at <= now)
        .order_by(OutgoingMail.next_attempt_at, OutgoingMail.id)
        .limit(1)
    )
    with database.reading() as session:  # an idle worker never asks for SQLite's write lock
        if session.scalar(due) is None:
            return None
    with database.writing() as session:
        mail = session.scalar(due.with_for_update(skip_locked=True))
        if mail is not None:
            mail.attempts += 1
            mail.next_attempt_at = now + CLAIM
        return mail


def _try(transport: Transport, mail: OutgoingMail) -> TransportError | None:
    try:
        transport.send(mail)
    except TransportError as error:
        return error
    except Exception as error:  # noqa: BLE001 (a fault in one mail must not hold up the others)
        _log.error("mail.crashed", mail_id=mail.id, mail_kind=mail.kind, **logs.about(error))
        return TemporaryTransportError(type(error).__name__)
    return None


def _note(
    database: Database, claimed: OutgoingMail, failure: TransportError | None, now: datetime
) -> None:
    with database.writing() as session:
        mail = session.get(OutgoingMail, claimed.id)
        if mail is None:  # forgotten while it was on its way
            return
        if failure is None:
            _mark_sent(mail, now)
        elif isinstance(failure, PermanentTransportError) or mail.attempts > len(BACK_OFF):
            _give_up(mail, failure)
        else:
            _postpone(mail, failure, now)


def _mark_sent(mail: OutgoingMail, now: datetime) -> None:
    mail.status = MailStatus.SENT
    mail.sent_at = now
    mail.last_error = None
    # The texts hold links that open doors: once delivered, we keep no copy of the key.
    mail.body_text = mail.body_html = ""
    mail.stop_url = None
    if mail.about is not None:
        mail.recipient = ""
    _log.info("mail.sent", mail_id=mail.id, kind=mail.kind, attempts=mail.attempts)


def _postpone(mail: OutgoingMail, failure: TransportError, now: datetime) -> None:
    mail.next_attempt_at = now + BACK_OFF[mail.attempts - 1]
    mail.last_error = failure.reason
    _log.warning("mail.postponed", mail_id=mail.id, kind=mail.kind, reason=failure.reason)


def _give_up(mail: OutgoingMail, failure: TransportError) -> None:
    mail.status = MailStatus.FAILED
    mail.last_error = failure.reason
    _log.error("mail.given_up", mail_id=mail.id, kind=mail.kind, reason=failure.reason)
