"""How long a workplace waits between being handed in and the decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median, quantiles

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.workplaces.models import StatusChange, WorkplaceVersion
from webapp.workplaces.workflow import Action

_DECISIONS = frozenset({Action.APPROVE.value, Action.RETURN.value, Action.REJECT.value})
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Decided:
    """A version that was handed in and decided on; one that came back is there again."""

    submitted_at: datetime
    decided_at: datetime

    @property
    def days(self) -> float:
        """How many days it waited."""
        return (self.decided_at - self.submitted_at) / _DAY


@dataclass(frozen=True)
class WaitingTimes:
    """Days from handed in to decided: half waited no longer than `median`, nine of ten `most`."""

    count: int
    median: float
    most: float


def decisions_since(session: Session, municipality_code: str, since: datetime) -> Sequence[Decided]:
    """Return what a municipality decided since a moment, in one statement."""
    rows = session.execute(
        select(StatusChange.version_id, StatusChange.action, StatusChange.at)
        .join(WorkplaceVersion, WorkplaceVersion.id == StatusChange.version_id)
        .where(
            WorkplaceVersion.municipality_code == municipality_code,
            WorkplaceVersion.changed_at >= since,
            StatusChange.action.in_({Action.SUBMIT.value, *_DECISIONS}),
        )
        .order_by(StatusChange.version_id, StatusChange.id)
    )
    return [
        each
        for each in _pairs((version, action, at) for version, action, at in rows)
        if each.decided_at >= since
    ]


def waiting_times(decisions: Sequence[Decided]) -> WaitingTimes | None:
    """Return the median and the ninth decile; None where nothing was decided."""
    days = [each.days for each in decisions]
    if not days:
        return None
    # One alone has no deciles.
    most = quantiles(days, n=10, method="inclusive")[-1] if len(days) > 1 else days[0]
    return WaitingTimes(len(days), median(days), most)


def _pairs(rows: Iterable[tuple[int, str, datetime]]) -> Iterable[Decided]:
    """Yield each decision with the last time that its version was handed in before it."""
    handed_in: dict[int, datetime] = {}
    for version_id, action, at in rows:
        if action == Action.SUBMIT.value:
            handed_in[version_id] = at
        elif version_id in handed_in:
            yield Decided(handed_in.pop(version_id), at)
