"""The lists of workplaces that consultants of the demonstration keep."""

from typing import Any

from webapp.core.ids import new_public_id
from webapp.demo.files import rows
from webapp.demo.stage import Stage
from webapp.shortlists import operations
from webapp.shortlists.operations import Notes
from webapp.shortlists.vocabulary import Outcome


def load_shortlists(stage: Stage) -> None:
    """Make the lists, with what was noted of the workplaces on them."""
    for row in rows("shortlists", "shortlist"):
        _make(stage, row)


def _make(stage: Stage, row: dict[str, Any]) -> None:
    actor, now = stage.staff_actor("consultant", row["municipality"]), stage.ago(row["days_ago"])
    made = operations.make(
        stage.session, row["municipality"], row["label"], key=new_public_id(), actor=actor, now=now
    )
    workplaces = [stage.workplaces[each["title"]] for each in row["workplace"]]
    operations.add(stage.session, made, workplaces, actor=actor, now=now)
    for item, each in zip(made.items, row["workplace"], strict=True):
        outcome = Outcome(each["outcome"]) if "outcome" in each else None
        notes = Notes(each.get("note", ""), outcome, each.get("reason", ""))
        operations.write_notes(
            stage.session, made, item, notes, expected_version=item.version, actor=actor, now=now
        )
