"""Mail that waits, was sent, or was given up."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.core.enums import enum_column


class MailStatus(StrEnum):
    """Where a mail stands."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


class OutgoingMail(Base):
    """One mail to one address, written in the transaction of the change that it tells of.

    `about` names what may be forgotten (what a resident filled in) or undone (a decision): such a
    mail keeps the address no longer than it takes to deliver it. `stop_url` is where the reader can
    say that they want no more of these: a page to open, and to post to (RFC 8058).
    """

    __tablename__ = "outgoing_mail"
    __table_args__ = (Index("ix_outgoing_mail_due", "status", "next_attempt_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    about: Mapped[str | None] = mapped_column(index=True)
    recipient: Mapped[str]
    reply_to: Mapped[str | None]
    subject: Mapped[str]
    body_text: Mapped[str]
    body_html: Mapped[str]
    stop_url: Mapped[str | None]
    status: Mapped[MailStatus] = enum_column(MailStatus, default=MailStatus.QUEUED)
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime]
    last_error: Mapped[str | None]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]

    @property
    def ways_to_stop(self) -> dict[str, str]:
        """The headers by which a mail program offers to stop these mails (RFC 2369, RFC 8058)."""
        if self.stop_url is None:
            return {}
        return {
            "List-Unsubscribe": f"<{self.stop_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }

    @property
    def can_be_sent(self) -> bool:
        """Whether there is still a text to send."""
        return bool(self.body_text)
