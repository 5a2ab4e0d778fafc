"""Municipalities that go into another, for tests."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from webapp.core.actor import SYSTEM
from webapp.mergers.operations import carry_out_due
from webapp.municipalities.mergers import Plan, plan

WIJDEMEREN, HILVERSUM = "GM1696", "GM0402"
DAY = date(2027, 1, 1)
NOW = datetime(2027, 1, 1, 0, 10, tzinfo=UTC)


def plan_merger(
    session: Session,
    old: str = WIJDEMEREN,
    new: str = HILVERSUM,
    *,
    day: date = DAY,
    name: str = "",
) -> None:
    """Plan that one municipality goes into another."""
    plan(session, Plan(old, new, day, name), actor=SYSTEM, now=NOW)


def merge(session: Session, old: str = WIJDEMEREN, new: str = HILVERSUM) -> None:
    """Let one municipality go into another, and forget what was read before."""
    plan_merger(session, old, new)
    carry_out_due(session, today=DAY, actor=SYSTEM, now=NOW)
    session.expire_all()
