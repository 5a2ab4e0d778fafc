"""The queue of mail: rows written in the transaction of the change that a mail tells of."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, case, delete, or_, select, update
from sqlalchemy.orm import Session

from webapp.core.db import changed_by
from webapp.mail.addresses import normalise
from webapp.mail.models import MailStatus, OutgoingMail
from webapp.mail.rendering import RenderedMail, render
from webapp.mail.site import MailSite

# How long it can be seen that a mail was sent, or was given up, and how long one that was given up
# can be tried once more: its text may hold a link that opens doors.
KEEP_SENT = timedelta(days=30)
KEEP_FAILED = timedelta(days=90)
KEEP_TEXT = timedelta(days=7)


def enqueue(  # noqa: PLR0913 (what every mail has)
    session: Session,
    message_name: str,
    *,
    to: str,
    site: MailSite,
    now: datetime,
    reply_to: str | None = None,
    about: str | None = None,
    wait: timedelta = timedelta(0),
    stop_url: str | None = None,
    **context: Any,  # noqa: ANN401 (a template's values)
) -> OutgoingMail:
    """Queue message `message_name` ('<domain>/<message>') to one address.

    The mail is rendered now and sent after the caller's commit and after `wait`, or never when it
    rolls back. An answer goes to `reply_to`, or else to the site. `about` is by what `forget`
    finds it. A mail that comes again and again has a `stop_url`, which the text knows too, to end
    that. An address that is none raises InvalidInputError.
    """
    answers_to = reply_to or site.email
    rendered = render(message_name, site=site, stop_url=stop_url, **context)
    mail = OutgoingMail(
        kind=message_name,
        about=about,
        recipient=normalise(to, field="to"),
        reply_to=normalise(answers_to, field="reply_to") if answers_to else None,
        subject=rendered.subject,
        body_text=rendered.body_text,
        body_html=rendered.body_html,
        stop_url=stop_url,
        created_at=now,
        next_attempt_at=now + wait,
    )
    session.add(mail)
    return mail


def newest(session: Session, *, to: Collection[str]) -> RenderedMail | None:
    """Return what the mail says that was queued last to any of these addresses."""
    mail = session.scalar(
        select(OutgoingMail)
        .where(OutgoingMail.recipient.in_(to))
        .order_by(OutgoingMail.id.desc())
        .limit(1)
    )
    return RenderedMail(mail.subject, mail.body_text, mail.body_html) if mail else None


def retry(mail: OutgoingMail, *, now: datetime) -> None:
    """Queue a mail that was given up once more, with all its attempts before it."""
    if mail.status is MailStatus.FAILED and mail.can_be_sent:
        mail.status = MailStatus.QUEUED
        mail.attempts = 0
        mail.next_attempt_at = now


def discard(session: Session) -> None:
    """Drop every mail that waits, where nothing happened that anybody should hear of."""
    session.execute(delete(OutgoingMail).where(OutgoingMail.status == MailStatus.QUEUED))


def forget(session: Session, about: Collection[str]) -> None:
    """Leave nothing of the mails about these; those that wait are not sent any more."""
    session.execute(delete(OutgoingMail).where(OutgoingMail.about.in_(about)))


def purge(session: Session, *, now: datetime) -> int:
    """Forget the mails that were sent or given up long ago; what waits is never forgotten.

    Return how many.
    """
    session.execute(
        update(OutgoingMail)
        .where(
            OutgoingMail.status == MailStatus.FAILED,
            OutgoingMail.next_attempt_at < now - KEEP_TEXT,
        )
        .values(
            body_text="",
            body_html="",
            stop_url=None,
            recipient=case((OutgoingMail.about.is_(None), OutgoingMail.recipient), else_=""),
        )
    )
    old = or_(
        and_(OutgoingMail.status == MailStatus.SENT, OutgoingMail.created_at < now - KEEP_SENT),
        and_(OutgoingMail.status == MailStatus.FAILED, OutgoingMail.created_at < now - KEEP_FAILED),
    )
    return changed_by(session, delete(OutgoingMail).where(old))
