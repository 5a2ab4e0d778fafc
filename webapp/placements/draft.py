"""What somebody fills in about a placement."""

from dataclasses import dataclass, field
from datetime import date

from webapp.core.ids import new_public_id
from webapp.placements.vocabulary import EndReason, MarkKind, NextStep
from webapp.trajectories.products import ProductCode


@dataclass(frozen=True)
class PlacementDraft:
    """A placement as it is agreed; `key` makes it one placement, however often it is sent.

    Without a last day it lasts as long as it may. `requested_on` is the day on which it was asked
    for or decided: the time to the start is counted from there.
    """

    product: ProductCode
    reference: str
    first_day: date
    weekly_hours: int
    rung_before: int
    last_day: date | None = None
    requested_on: date | None = None
    key: str = field(default_factory=new_public_id)


@dataclass(frozen=True)
class MarkDraft:
    """Something that happened, or is planned, on a day; `key` makes it one."""

    kind: MarkKind
    day: date
    key: str = field(default_factory=new_public_id)


@dataclass(frozen=True)
class EndDraft:
    """How a placement ended; a rung of None is not known."""

    day: date
    reason: EndReason
    rung_after: int | None
    next_step: NextStep
    key: str = field(default_factory=new_public_id)
