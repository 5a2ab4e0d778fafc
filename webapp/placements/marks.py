"""What happens in a placement: messages, talks, extensions, the end, and taking that back."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.clock import day_of
from webapp.core.errors import refuse
from webapp.placements import queries, rules
from webapp.placements.draft import EndDraft, MarkDraft
from webapp.placements.models import Placement, PlacementMark
from webapp.placements.vocabulary import MarkKind
from webapp.placements.workflow import check_open, check_version, note


def mark(
    session: Session,
    placement: Placement,
    draft: MarkDraft,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep that a message came, an advice was given, or a talk was planned or held.

    What was kept before under the same key is not kept again. Raise ConflictError when somebody
    else was first, WrongStatusError when the placement has ended, and InvalidInputError.
    """
    if not _claim(session, placement, draft.key):
        return
    check_open(placement, expected_version)
    refuse(rules.mark_problems(placement, draft, day_of(now)))
    _keep(session, placement, draft, actor=actor, now=now)
    placement.changed_at = now
    session.flush()


def say_sent(
    session: Session, placement: Placement, draft: MarkDraft, *, actor: Actor, now: datetime
) -> None:
    """Keep that the provider says to have sent a message; the consultant says when it came.

    It stands in nobody's way, so it goes by no version. Errors as `mark`, but for ConflictError.
    """
    if not _claim(session, placement, draft.key):
        return
    check_open(placement, placement.version)
    refuse(rules.mark_problems(placement, draft, day_of(now)))
    _keep(session, placement, draft, actor=actor, now=now)
    session.flush()


def extend(  # noqa: PLR0913 (what every operation takes, and the key)
    session: Session,
    placement: Placement,
    last_day: date,
    *,
    key: str,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Let a placement last until another day; errors as `mark`."""
    if not _claim(session, placement, key):
        return
    check_open(placement, expected_version)
    refuse(rules.extension_problems(placement, last_day))
    draft = MarkDraft(MarkKind.EXTENDED, last_day, key)
    _keep(session, placement, draft, actor=actor, now=now)
    placement.last_day = last_day
    placement.changed_at = now
    session.flush()


def end(
    session: Session,
    placement: Placement,
    draft: EndDraft,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """End a placement, with why, the rung after it and where to next; errors as `mark`."""
    if not _claim(session, placement, draft.key):
        return
    check_open(placement, expected_version)
    refuse(rules.end_problems(placement, draft, day_of(now)))
    ended = MarkDraft(MarkKind.ENDED, draft.day, draft.key)
    _keep(session, placement, ended, actor=actor, now=now)
    placement.ended_on, placement.end_reason = draft.day, draft.reason
    placement.rung_after, placement.next_step = draft.rung_after, draft.next_step
    placement.changed_at = now
    session.flush()


def take_back(
    session: Session,
    placement: Placement,
    key: str,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Undo what happened last, as if it had not been noted; so one mistake after another can go.

    What is undone already stays so. Raise ConflictError when it is not the last, or when somebody
    else changed the placement.
    """
    if _claim(session, placement, key):
        return
    last = placement.marks[-1]
    check_version(placement, expected_version if last.key == key else -1)
    if last.kind is MarkKind.ENDED:
        placement.ended_on = placement.end_reason = None
        placement.rung_after = placement.next_step = None
    if last.previous_last_day is not None:
        placement.last_day = last.previous_last_day
    placement.marks.remove(last)
    placement.changed_at = now
    note(session, placement, "placement.taken_back", actor=actor, now=now, mark=last.kind.value)
    session.flush()


def _claim(session: Session, placement: Placement, key: str) -> bool:
    """Keep others from changing a placement until the commit; tell whether `key` is new."""
    session.refresh(placement, with_for_update={"of": Placement})
    return not queries.is_marked(session, key)


def _keep(
    session: Session, placement: Placement, draft: MarkDraft, *, actor: Actor, now: datetime
) -> None:
    is_extension = draft.kind is MarkKind.EXTENDED
    placement.marks.append(
        PlacementMark(
            key=draft.key,
            kind=draft.kind,
            day=draft.day,
            previous_last_day=placement.last_day if is_extension else None,
            actor_id=actor.account_id,
            actor_name=actor.name,
            at=now,
        )
    )
    note(session, placement, "placement.marked", actor=actor, now=now, mark=draft.kind.value)
