"""Workplaces that go, at each stage of it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.workplaces.models import Workplace
from webapp.workplaces.removals import operations
from webapp.workplaces.removals.models import Removal, RemovalReason

PROVIDER = Actor(account_id=None, name="Sanne Aanbieder")
MODERATOR = Actor(account_id=None, name="Mo Moderator")
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
GRACE = timedelta(days=30)


def ask_removal(session: Session, workplace: Workplace, *, at: datetime = NOW) -> Removal:
    """Let the provider ask that a workplace is removed."""
    return operations.request(
        session,
        workplace,
        reason=RemovalReason.STOPPED,
        explanation="De tuin wordt een parkeerplaats.",
        actor=PROVIDER,
        now=at,
    )


def remove(session: Session, workplace: Workplace, *, at: datetime = NOW) -> Removal:
    """Let the provider ask that a workplace is removed, and the moderator confirm it."""
    removal = ask_removal(session, workplace, at=at)
    operations.confirm(session, removal, expected_version=removal.version, actor=MODERATOR, now=at)
    return removal
