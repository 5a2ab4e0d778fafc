"""What the municipalities of the demonstration allow from elsewhere."""

from datetime import timedelta

from webapp.core.clock import day_of
from webapp.demo.files import rows
from webapp.demo.stage import Stage
from webapp.workplaces.exceptions import operations
from webapp.workplaces.exceptions.operations import ExceptionDraft


def load_exceptions(stage: Stage) -> None:
    """Let moderators allow workplaces, some days ago and for some days to come."""
    for row in rows("exceptions", "exception"):
        granted = stage.ago(row["granted_days_ago"])
        first = day_of(granted)
        operations.grant(
            stage.session,
            stage.workplaces[row["title"]].latest_version,
            row["municipality"],
            ExceptionDraft(
                reason=row["reason"],
                transport_promised=True,
                transport=row["transport"],
                valid_from=first,
                valid_to=first + timedelta(days=row["days"]),
            ),
            actor=stage.staff_actor("moderator", row["municipality"]),
            now=granted,
        )
