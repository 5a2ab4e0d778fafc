"""The log of who did what, as a table."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.actor import ActorKind
from webapp.core.db import Base
from webapp.core.enums import enum_column


class AuditEvent(Base):
    """One thing that was done or looked at: by whom, to what, when, for what purpose.

    The database refuses to change a row, and to remove one before its time (decision 0012). So
    nothing in it refers to a row that may go: a person is named by the public id of an account.
    """

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_subject", "subject_kind", "subject_id"),
        Index("ix_audit_event_municipality", "municipality_code", "at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_kind: Mapped[ActorKind] = enum_column(ActorKind)
    actor_public_id: Mapped[str | None] = mapped_column(index=True)
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[str]
    municipality_code: Mapped[str | None]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
