"""How long a finding place is kept that is not there any more."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import SYSTEM
from webapp.core.clock import day_of
from webapp.findingplaces import operations
from webapp.findingplaces.models import FindingPlace

# Long enough to open again what comes back each season.
KEPT_AFTER = timedelta(days=365)


def purge(session: Session, *, now: datetime) -> int:
    """Remove what ended long ago; that it was stays in the log. Return how many they were."""
    ended = select(FindingPlace).where(FindingPlace.active_to < day_of(now) - KEPT_AFTER)
    found = session.scalars(ended).all()
    for each in found:
        operations.remove(session, each, expected_version=each.version, actor=SYSTEM, now=now)
    return len(found)
