"""The worker's sign of life, so that the site can tell when it is gone."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.core.db import Base

MISSED_AFTER = timedelta(seconds=60)


class WorkerHeartbeat(Base):
    """When a worker was last at work."""

    __tablename__ = "worker_heartbeat"

    name: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime]


def beat(session: Session, name: str, *, now: datetime) -> None:
    """Note that worker `name` is alive."""
    session.merge(WorkerHeartbeat(name=name, seen_at=now))


def is_alive(session: Session, name: str, *, now: datetime) -> bool:
    """Tell whether worker `name` was seen lately."""
    row = session.get(WorkerHeartbeat, name)
    return row is not None and now - row.seen_at < MISSED_AFTER
