"""The placements of the demonstration: some that go on, and some that ended, to count by."""

from datetime import datetime, timedelta
from typing import Any

from webapp.core.actor import Actor
from webapp.core.clock import day_of
from webapp.core.ids import new_public_id
from webapp.demo.files import rows
from webapp.demo.stage import NOWHERE, Stage
from webapp.placements import marks, operations, reminders
from webapp.placements.draft import EndDraft, MarkDraft, PlacementDraft
from webapp.placements.models import Placement
from webapp.placements.vocabulary import EndReason, MarkKind, NextStep
from webapp.trajectories.products import ProductCode

_MUNICIPALITY = "GM0226"


def load_placements(stage: Stage) -> None:
    """Let a consultant begin placements, and note what happened; reminders were sent already."""
    consultant = stage.staff_actor("consultant", _MUNICIPALITY)
    for row in rows("placements", "placement"):
        placement = _begin(stage, row, row["reference"], consultant)
        for kind, days_ago in row.get("marks", {}).items():
            _mark(stage, placement, MarkKind(kind), stage.ago(days_ago), consultant)
    for row in rows("placements", "ended"):
        for number in range(row["count"]):
            reference = f"{row['reference']}-{number + 1:02}"
            _end(stage, _begin(stage, row, reference, consultant), row, consultant)
    reminders.remind(stage.session, site_of=lambda *_: NOWHERE, now=stage.now)


def _begin(stage: Stage, row: dict[str, Any], reference: str, consultant: Actor) -> Placement:
    now = stage.ago(row["begun_days_ago"])
    first_day = day_of(now)
    return operations.start(
        stage.session,
        stage.workplaces[row["title"]],
        PlacementDraft(
            product=ProductCode(row["product"]),
            reference=reference,
            requested_on=first_day - timedelta(days=row["waited_days"]),
            first_day=first_day,
            weekly_hours=row["weekly_hours"],
            rung_before=row["rung_before"],
        ),
        municipality_code=_MUNICIPALITY,
        actor=consultant,
        now=now,
    )


def _mark(
    stage: Stage, placement: Placement, kind: MarkKind, now: datetime, consultant: Actor
) -> None:
    draft = MarkDraft(kind, day_of(now))
    if kind is MarkKind.PROGRESS_SENT:
        marks.say_sent(stage.session, placement, draft, actor=consultant, now=now)
    else:
        version = placement.version
        marks.mark(
            stage.session, placement, draft, expected_version=version, actor=consultant, now=now
        )


def _end(stage: Stage, placement: Placement, row: dict[str, Any], consultant: Actor) -> None:
    now = stage.ago(row["ended_days_ago"])
    marks.end(
        stage.session,
        placement,
        EndDraft(
            day=day_of(now),
            reason=EndReason(row["reason"]),
            rung_after=row.get("rung_after"),
            next_step=NextStep(row["next_step"]),
            key=new_public_id(),
        ),
        expected_version=placement.version,
        actor=consultant,
        now=now,
    )
