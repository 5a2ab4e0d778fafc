"""An organisation of the demonstration that wants another name."""

from webapp.demo.files import rows
from webapp.demo.stage import Stage
from webapp.organisations.identity import operations


def load_identity_changes(stage: Stage) -> None:
    """Let managers ask, some days ago, for another name or KvK number."""
    for row in rows("identity_changes", "identity_change"):
        organisation = stage.organisations[row["organisation"]]
        operations.request(
            stage.session,
            organisation,
            name=row["name"],
            kvk_number=row.get("kvk_number", organisation.kvk_number or ""),
            explanation=row["explanation"],
            actor=stage.managers[row["organisation"]].actor,
            now=stage.ago(row["days_ago"]),
        )
