"""Undoing a decision about a workplace: for a short while, in which its mail waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from webapp.core.actor import Actor
from webapp.core.errors import WrongStatusError
from webapp.mail import outbox
from webapp.workplaces import publication
from webapp.workplaces.models import StatusChange, Workplace, WorkplaceVersion
from webapp.workplaces.workflow import Action

_DECISIONS = (Action.APPROVE.value, Action.RETURN.value, Action.REJECT.value)
# The mail waits a little longer than a decision can be undone, so that the two never meet.
_MARGIN = timedelta(minutes=1)


@dataclass(frozen=True)
class Undoable:
    """A decision that can be undone until `until`."""

    workplace: Workplace
    title: str
    decision: StatusChange
    until: datetime


def waiting_time(within: timedelta) -> timedelta:
    """Return how long the mail about a decision waits that can be undone `within` this time."""
    return within + _MARGIN if within else within


def name_of(decision: StatusChange) -> str:
    """Return by what the mails about a decision are found."""
    return f"decision-{decision.id}"


def undoable(
    session: Session, municipality_code: str, *, within: timedelta, now: datetime
) -> Sequence[Undoable]:
    """Return the decisions of a municipality that can still be undone, the newest first.

    Of each workplace it is the very last thing that happened.
    """
    rows = session.execute(
        select(StatusChange, WorkplaceVersion)
        .join(WorkplaceVersion, WorkplaceVersion.id == StatusChange.version_id)
        .join(WorkplaceVersion.workplace)
        .options(contains_eager(WorkplaceVersion.workplace))
        .where(
            WorkplaceVersion.municipality_code == municipality_code,
            StatusChange.action.in_(_DECISIONS),
            StatusChange.at > now - within,
            StatusChange.at == WorkplaceVersion.changed_at,
        )
        .order_by(StatusChange.id.desc())
    )
    return [
        Undoable(version.workplace, version.content.title, change, change.at + within)
        for change, version in rows
    ]


def undo(
    session: Session, version: WorkplaceVersion, *, within: timedelta, actor: Actor, now: datetime
) -> None:
    """Let a version wait again that was decided on, and let its mail not go.

    Raise ConflictError when something happened to the workplace since, and WrongStatusError when
    it was too long ago, or when there is nothing to undo.
    """
    decision = publication.undo(session, version, actor=actor, now=now)
    if decision.at <= now - within or decision.action not in _DECISIONS:
        message = f"the decision of {decision.at} is final"
        raise WrongStatusError(message)
    outbox.forget(session, {name_of(decision)})
