"""Counters of requests, shared by all processes."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.core.db import Base, changed_by


class RateCounter(Base):
    """How often something was asked under one key, until the count expires."""

    __tablename__ = "rate_counter"

    key: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    expires_at: Mapped[datetime] = mapped_column(index=True)


def purge_expired(session: Session, *, now: datetime) -> int:
    """Remove the counters that count no more."""
    return changed_by(session, delete(RateCounter).where(RateCounter.expires_at <= now))
