"""Placements for tests, made as a consultant makes them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.core.actor import SYSTEM, Actor
from webapp.core.ids import new_public_id
from webapp.placements import marks, operations
from webapp.placements.draft import EndDraft, MarkDraft, PlacementDraft
from webapp.placements.models import Placement
from webapp.placements.vocabulary import EndReason, MarkKind, NextStep
from webapp.trajectories.products import ProductCode
from webapp.workplaces.models import Workplace

DUIVEN = "GM0226"
# A development that lasts as long as it may: until 30 June 2026.
DRAFT = PlacementDraft(
    product=ProductCode.DEVELOPMENT_4,
    reference="Z-2026-0042",
    requested_on=date(2025, 12, 12),
    first_day=date(2026, 1, 1),
    weekly_hours=16,
    rung_before=3,
)


def at(day: date) -> datetime:
    """Return a moment on a day."""
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def make_placement(
    session: Session,
    workplace: Workplace,
    *,
    actor: Actor = SYSTEM,
    municipality_code: str = DUIVEN,
    now: datetime | None = None,
    **values: Any,
) -> Placement:
    """Begin a placement on its first day, with other `values` in the draft where given."""
    draft = replace(DRAFT, key=new_public_id(), **values)
    return operations.start(
        session,
        workplace,
        draft,
        municipality_code=municipality_code,
        actor=actor,
        now=now or at(draft.first_day),
    )


def note_mark(session: Session, placement: Placement, kind: MarkKind, day: date) -> None:
    """Note that something happened, on the day itself."""
    marks.mark(
        session,
        placement,
        MarkDraft(kind, day),
        expected_version=placement.version,
        actor=SYSTEM,
        now=at(day),
    )


def extend(session: Session, placement: Placement, last_day: date, *, on: date) -> None:
    """Extend a placement."""
    marks.extend(
        session,
        placement,
        last_day,
        key=new_public_id(),
        expected_version=placement.version,
        actor=SYSTEM,
        now=at(on),
    )


def end_placement(
    session: Session,
    placement: Placement,
    day: date,
    *,
    reason: EndReason = EndReason.AS_PLANNED,
    rung_after: int | None = 4,
) -> None:
    """End a placement, on the day itself."""
    marks.end(
        session,
        placement,
        EndDraft(day, reason, rung_after, NextStep.UNKNOWN),
        expected_version=placement.version,
        actor=SYSTEM,
        now=at(day),
    )
