"""How long the log is kept: the one door by which a row leaves it (decision 0012)."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.audit.models import AuditEvent
from webapp.audit.operations import record
from webapp.core.actor import SYSTEM

# The database itself refuses to remove what is younger, whoever asks.
SHORTEST_YEARS = 7
_YEAR = timedelta(days=365.25)
# The clock of the database may be another, and count a leap day otherwise.
_MARGIN = timedelta(days=2)


def purge(session: Session, *, years: int, now: datetime) -> int:
    """Remove what was done longer than `years` ago, and log that; return how many rows went."""
    old = AuditEvent.at < now - years * _YEAR - _MARGIN
    # Rows are counted by the driver; the session's own result does not say so.
    removed: int = session.execute(delete(AuditEvent).where(old)).rowcount  # type: ignore[attr-defined]
    if removed:
        record(
            session,
            "log.purged",
            subject=("log", "audit"),
            actor=SYSTEM,
            now=now,
            removed=removed,
            years=years,
        )
    return removed
