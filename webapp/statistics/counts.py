"""Adding to the sums, reading them, and forgetting the old ones."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import delete, literal, select
from sqlalchemy.orm import Session

from webapp.core.clock import day_of
from webapp.core.db import changed_by
from webapp.core.upserts import upsert
from webapp.statistics.models import CountKind, WorkplaceCount
from webapp.statistics.months import month_before, month_of
from webapp.workplaces.models import Workplace

KEPT_MONTHS = 25
# What is counted, by the public id of the workplace and the kind.
Counted = Mapping[tuple[str, CountKind], int]


def add(session: Session, counted: Counted, *, now: datetime) -> None:
    """Add to the sums of this month; a workplace that is gone meanwhile is left out.

    Always in the same order, so that two processes that add at once do not wait for each other.
    """
    month = month_of(day_of(now))
    for (public_id, kind), number in sorted(counted.items()):
        of_workplace = select(
            Workplace.id,
            literal(month, WorkplaceCount.month.type),
            literal(kind, WorkplaceCount.kind.type),
            literal(number),
        ).where(Workplace.public_id == public_id)
        added = upsert(session, WorkplaceCount)
        added = added.from_select(["workplace_id", "month", "kind", "count"], of_workplace)
        session.execute(
            added.on_conflict_do_update(
                index_elements=["workplace_id", "month", "kind"],
                set_={"count": WorkplaceCount.count + added.excluded.count},
            )
        )


def of_month(
    session: Session, workplace_ids: Collection[int], month: date
) -> Mapping[tuple[int, CountKind], int]:
    """Return the sums of a month by workplace and kind, in one statement; 0 is not in it."""
    rows = session.execute(
        select(WorkplaceCount.workplace_id, WorkplaceCount.kind, WorkplaceCount.count).where(
            WorkplaceCount.workplace_id.in_(workplace_ids), WorkplaceCount.month == month
        )
    )
    return {(workplace_id, kind): number for workplace_id, kind, number in rows}


def since(session: Session, workplace_id: int, month: date) -> Mapping[tuple[date, CountKind], int]:
    """Return the sums of a workplace from a month on, by month and kind."""
    rows = session.execute(
        select(WorkplaceCount.month, WorkplaceCount.kind, WorkplaceCount.count).where(
            WorkplaceCount.workplace_id == workplace_id, WorkplaceCount.month >= month
        )
    )
    return {(each, kind): number for each, kind, number in rows}


def purge(session: Session, *, now: datetime) -> int:
    """Forget the sums of months long ago."""
    first = month_before(month_of(day_of(now)), KEPT_MONTHS)
    return changed_by(session, delete(WorkplaceCount).where(WorkplaceCount.month < first))
