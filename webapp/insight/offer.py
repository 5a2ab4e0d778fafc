"""What a municipality offers on its site: where there are gaps, and what may be out of date."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from webapp.trajectories.ladder import rungs
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import Workplace, WorkplaceVersion
from webapp.workplaces.sectors import all_sectors

# Who has a workplace on the site is asked twice a year whether it is still right.
CONFIRMED_FOR = timedelta(days=183)


@dataclass(frozen=True)
class SectorRow:
    """A kind of work, and how many workplaces it has for each rung (by number)."""

    name: str
    counts: Mapping[int, int]


@dataclass(frozen=True)
class Unconfirmed:
    """A workplace of which nobody said for a long time that it is still right."""

    public_id: str
    content: WorkplaceContent
    since: datetime


@dataclass(frozen=True)
class Offer:
    """The rows of the matrix, and what was not confirmed for long, the longest first."""

    rows: Sequence[SectorRow]
    unconfirmed: Sequence[Unconfirmed]


def last_confirmed_at() -> ColumnElement[datetime]:
    """Return when somebody last said that what visitors read is right: when it was approved."""
    return func.coalesce(WorkplaceVersion.decided_at, Workplace.published_at)


def offer_of(session: Session, municipality_code: str, *, now: datetime) -> Offer:
    """Return what visitors of a municipality's own workplaces find, in two statements."""
    shown = session.execute(
        select(Workplace.public_id, WorkplaceVersion.content, last_confirmed_at())
        .join(Workplace.published_version)
        .where(Workplace.municipality_code == municipality_code, Workplace.is_visible)
        .order_by(last_confirmed_at(), Workplace.id)
    )
    found = [Unconfirmed(*row) for row in shown]
    return Offer(
        rows=_matrix(session, [each.content for each in found]),
        unconfirmed=[each for each in found if each.since < now - CONFIRMED_FOR],
    )


def _matrix(session: Session, contents: Sequence[WorkplaceContent]) -> list[SectorRow]:
    counts = Counter(
        (sector, rung)
        for content in contents
        for sector in content.sectors
        for rung in content.rungs
    )
    return [
        SectorRow(sector.name, {rung.number: counts[sector.key, rung.number] for rung in rungs()})
        for sector in all_sectors(session)
    ]
