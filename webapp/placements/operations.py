"""Starting a placement, mending it, taking it over and erasing it."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.audit.changes import differences
from webapp.core.actor import Actor
from webapp.core.errors import refuse
from webapp.mail import outbox
from webapp.placements import rules
from webapp.placements.draft import PlacementDraft
from webapp.placements.models import Placement
from webapp.placements.workflow import check_open, check_version, note
from webapp.trajectories.deadlines import Trajectory
from webapp.workplaces.models import Workplace

_FIELDS = (
    "product",
    "reference",
    "requested_on",
    "first_day",
    "last_day",
    "weekly_hours",
    "rung_before",
)


def start(
    session: Session,
    workplace: Workplace,
    draft: PlacementDraft,
    *,
    municipality_code: str,
    actor: Actor,
    now: datetime,
) -> Placement:
    """Make a placement at a workplace in public view, which the actor follows up.

    `municipality_code` is the one that pays. Raise InvalidInputError for a draft that cannot be
    used, and IntegrityError when its key is in use.
    """
    trajectory = rules.trajectory_in(draft)
    shown = workplace.published_version or workplace.latest_version
    placement = Placement(
        public_id=draft.key,
        municipality_code=municipality_code,
        workplace_id=workplace.id,
        workplace_title=shown.content.title,
        organisation_name=workplace.organisation.name,
        consultant_id=actor.account_id,
        created_at=now,
        changed_at=now,
    )
    _fill_in(placement, draft, trajectory)
    session.add(placement)
    session.flush()
    note(session, placement, "placement.started", actor=actor, now=now)
    return placement


def change(
    session: Session,
    placement: Placement,
    draft: PlacementDraft,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Mend what was filled in.

    Raise ConflictError when somebody else was first, WrongStatusError when it has ended, and
    InvalidInputError.
    """
    check_open(placement, expected_version)
    trajectory = rules.trajectory_in(draft)
    refuse(rules.correction_problems(placement, trajectory))
    before = {name: getattr(placement, name) for name in _FIELDS}
    _fill_in(placement, draft, trajectory)
    placement.changed_at = now
    after = {name: getattr(placement, name) for name in _FIELDS}
    changes = differences(before, after, personal=("reference", "rung_before"))
    note(session, placement, "placement.changed", actor=actor, now=now, **changes)
    session.flush()


def take(
    session: Session, placement: Placement, *, expected_version: int, actor: Actor, now: datetime
) -> None:
    """Let the actor follow a placement up; errors as `change`."""
    if actor.account_id is not None and placement.consultant_id == actor.account_id:
        return
    check_open(placement, expected_version)
    placement.consultant = session.get(Account, actor.account_id) if actor.account_id else None
    placement.changed_at = now
    note(session, placement, "placement.taken", actor=actor, now=now)
    session.flush()


def erase(
    session: Session, placement: Placement, *, expected_version: int, actor: Actor, now: datetime
) -> None:
    """Wipe a placement that should not be there, with its mails; it is counted nowhere.

    Raise ConflictError when somebody else changed it.
    """
    check_version(placement, expected_version)
    note(session, placement, "placement.erased", actor=actor, now=now)
    outbox.forget(session, [placement.public_id])
    session.delete(placement)
    session.flush()


def _fill_in(placement: Placement, draft: PlacementDraft, trajectory: Trajectory) -> None:
    placement.product = draft.product
    placement.reference = draft.reference
    placement.requested_on = draft.requested_on
    placement.first_day, placement.last_day = trajectory.first_day, trajectory.last_day
    placement.weekly_hours = draft.weekly_hours
    placement.rung_before = draft.rung_before
