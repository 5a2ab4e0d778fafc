"""What visitors read before a version."""

from datetime import datetime

from webapp.workplaces.models import WorkplaceVersion
from webapp.workplaces.workflow import Action


def replaced_by(version: WorkplaceVersion, moment: datetime) -> WorkplaceVersion | None:
    """Return the older version that was superseded at `moment`, whatever happened to it since."""
    return next(
        (
            each
            for each in version.workplace.versions
            if each.number < version.number
            and any((step.action, step.at) == (Action.SUPERSEDE, moment) for step in each.changes)
        ),
        None,
    )


def last_seen_before(version: WorkplaceVersion) -> WorkplaceVersion | None:
    """Return what visitors read before `version` and the unseen changes that it builds on."""
    before: WorkplaceVersion | None = version
    while before is not None and before.unseen_since is not None:
        steps = [each for each in before.changes if each.action == Action.GO_LIVE]
        before = replaced_by(before, steps[-1].at) if steps else None
    return before
