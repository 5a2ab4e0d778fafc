"""What must be done in a placement, and what of it is done: by the rules of its municipality."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from webapp.core.months import months_after
from webapp.municipalities.settings import StableProgress
from webapp.placements.models import Placement
from webapp.placements.vocabulary import MarkKind
from webapp.trajectories.deadlines import MOST_MONTHS, Deadline, Task, Trajectory, plan
from webapp.trajectories.products import ProductKind, product_of

_DAY = timedelta(days=1)
_BY_MARK = {Task.EVALUATION: MarkKind.EVALUATION, Task.ADVICE: MarkKind.ADVICE}


class Urgency(StrEnum):
    """How near a deadline is."""

    DONE = "done"
    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True)
class Due:
    """A deadline of a placement; `by` is the last working day until `day`.

    `done_on`: when it was done. `said_on`: for when a talk is planned, or when the provider says to
    have sent the message.
    """

    task: Task
    day: date
    by: date
    done_on: date | None = None
    said_on: date | None = None

    def urgency(self, today: date, reminder_days: int) -> Urgency:
        """Return how near it is."""
        if self.done_on is not None:
            return Urgency.DONE
        if self.by < today:
            return Urgency.OVERDUE
        is_soon = self.by <= today + timedelta(days=reminder_days)
        return Urgency.SOON if is_soon else Urgency.LATER


def kind_of(placement: Placement) -> ProductKind:
    """Return what the product of a placement is for."""
    return product_of(placement.product).kind


def extendable_until(placement: Placement) -> date | None:
    """Return the last day that an extension can have; None where it cannot be extended (again).

    A development is extended once [S0 1.1.6]; an orientation never is.
    """
    kind = kind_of(placement)
    is_used = kind is ProductKind.DEVELOPMENT and placement.extensions
    if kind is ProductKind.ORIENTATION or is_used:
        return None
    return months_after(placement.last_day + _DAY, MOST_MONTHS[kind]) - _DAY


def dues_of(placement: Placement, stable_progress: StableProgress) -> list[Due]:
    """Return every deadline of a placement, the earliest first.

    An extension has messages of its own; the talk and the end are those of the last one.
    """
    *before, last = _stretches(placement)
    deadlines = [
        deadline
        for stretch in before
        for deadline in plan(stretch, stable_progress).deadlines
        if deadline.task is Task.PROGRESS
    ]
    deadlines += plan(last, stable_progress).deadlines
    # The first message received is the first that was due, whatever its day.
    received = _days_of(placement, MarkKind.PROGRESS)
    found = []
    for deadline in deadlines:
        due = _plain(deadline)
        if due.task is Task.PROGRESS:
            due = replace(due, done_on=received.pop(0) if received else None)
        else:
            due = replace(due, done_on=_done_on(placement, due.task))
        found.append(due)
    return list(_with_what_is_said(placement, found))


def open_dues(placement: Placement, stable_progress: StableProgress) -> list[Due]:
    """Return what is still to be done; nothing when the placement has ended."""
    if not placement.is_open:
        return []
    return [due for due in dues_of(placement, stable_progress) if due.done_on is None]


def _stretches(placement: Placement) -> Iterator[Trajectory]:
    """Yield the placement as it was agreed first, and each extension."""
    kind, begin = kind_of(placement), placement.first_day
    for mark in placement.extensions:
        if mark.previous_last_day is not None:
            yield Trajectory(kind, begin, mark.previous_last_day)
            begin = mark.previous_last_day + _DAY
    yield Trajectory(kind, begin, placement.last_day)


def _plain(deadline: Deadline) -> Due:
    # The last day is what it is, whether somebody works on it or not.
    by = deadline.day if deadline.task is Task.END else deadline.by
    return Due(deadline.task, deadline.day, by)


def _days_of(placement: Placement, kind: MarkKind, *, since: int = 0) -> list[date]:
    return [mark.day for mark in placement.marks[since:] if mark.kind is kind]


def _done_on(placement: Placement, task: Task) -> date | None:
    """Return when a talk was held or an advice given since the extension, or when it ended."""
    if task is Task.END:
        return placement.ended_on
    days = _days_of(placement, _BY_MARK[task], since=_since_extension(placement))
    return days[-1] if days else None


def _since_extension(placement: Placement) -> int:
    numbers = [i for i, mark in enumerate(placement.marks) if mark.kind is MarkKind.EXTENDED]
    return numbers[-1] + 1 if numbers else 0


def _with_what_is_said(placement: Placement, dues: list[Due]) -> Iterator[Due]:
    """Yield the deadlines with the day of the talk, and what the provider says to have sent."""
    kinds = [mark.kind for mark in placement.marks]
    received = max((i for i, kind in enumerate(kinds) if kind is MarkKind.PROGRESS), default=-1)
    sent = _days_of(placement, MarkKind.PROGRESS_SENT, since=received + 1)
    planned = _days_of(placement, MarkKind.EVALUATION_PLANNED, since=_since_extension(placement))
    for due in dues:
        if due.done_on is None and due.task is Task.PROGRESS and sent:
            yield replace(due, said_on=sent[-1])
            sent = []
        elif due.done_on is None and due.task is Task.EVALUATION and planned:
            yield replace(due, said_on=planned[-1])
        else:
            yield due
