"""A workplace of the demonstration that its provider wants removed."""

from webapp.demo.files import rows
from webapp.demo.stage import Stage
from webapp.workplaces.removals import operations
from webapp.workplaces.removals.models import RemovalReason


def load_removals(stage: Stage) -> None:
    """Let providers ask, some days ago, that a workplace is removed."""
    for row in rows("removals", "removal"):
        workplace = stage.workplaces[row["title"]]
        manager = stage.managers[row["organisation"]]
        operations.request(
            stage.session,
            workplace,
            reason=RemovalReason(row["reason"]),
            explanation=row["explanation"],
            actor=manager.actor,
            now=stage.ago(row["days_ago"]),
        )
