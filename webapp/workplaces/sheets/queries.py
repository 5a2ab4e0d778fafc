"""Finding a sheet for the one who sent it, and its rows page by page."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload

from webapp.core.errors import NotFoundError
from webapp.organisations.models import Organisation
from webapp.workplaces.exchange.applying import Outcome
from webapp.workplaces.models import Workplace
from webapp.workplaces.sheets.models import Fate, SheetRow, WorkplaceSheet

# In this order they are read: what must be mended first, what needs no look last. Once they were
# saved, those that were not come before all.
ORDER = (Outcome.BAD, Outcome.CHANGED, Outcome.NEW, Outcome.UNCHANGED)
_PLACE = case(
    (SheetRow.fate == Fate.OVERTAKEN, -1),
    *((SheetRow.outcome == outcome, place) for place, outcome in enumerate(ORDER)),
)


def get_sheet(
    session: Session,
    public_id: str,
    organisation: Organisation,
    *,
    account_id: int | None,
    now: datetime,
) -> WorkplaceSheet:
    """Return a sheet that this account sent for this organisation, or raise NotFoundError.

    One that expired is gone, whether it was erased yet or not.
    """
    sheet = session.scalar(
        select(WorkplaceSheet).where(
            WorkplaceSheet.public_id == public_id,
            WorkplaceSheet.organisation_id == organisation.id,
            WorkplaceSheet.account_id == account_id,
            WorkplaceSheet.expires_at > now,
        )
    )
    if sheet is None:
        raise NotFoundError(public_id)
    return sheet


def counts_of(session: Session, sheet: WorkplaceSheet) -> Mapping[Outcome, int]:
    """Return how many rows there are of each outcome, in the order in which they are read."""
    found = _tally(session, SheetRow.outcome, sheet)
    return {outcome: found.get(outcome, 0) for outcome in ORDER}


def fates_of(session: Session, sheet: WorkplaceSheet) -> Mapping[Fate, int]:
    """Return how many rows were saved, and how many were not because somebody was first."""
    found = _tally(session, SheetRow.fate, sheet)
    return {fate: found.get(fate, 0) for fate in Fate}


def rows_of(
    session: Session, sheet: WorkplaceSheet, *, offset: int, limit: int
) -> Sequence[SheetRow]:
    """Return some rows as they are read, each with its workplace and that one's versions."""
    return session.scalars(
        select(SheetRow)
        .where(SheetRow.sheet_id == sheet.id)
        .order_by(_PLACE, SheetRow.line)
        .offset(offset)
        .limit(limit)
        .options(selectinload(SheetRow.workplace).selectinload(Workplace.versions))
    ).all()


def rows_to_save(session: Session, sheet: WorkplaceSheet) -> Sequence[tuple[SheetRow, str]]:
    """Return the rows that become drafts, each with the public id of its workplace ('': none)."""
    found = session.execute(
        select(SheetRow, func.coalesce(Workplace.public_id, ""))
        .outerjoin(Workplace, Workplace.id == SheetRow.workplace_id)
        .where(
            SheetRow.sheet_id == sheet.id,
            SheetRow.outcome.in_((Outcome.NEW, Outcome.CHANGED)),
        )
        .order_by(SheetRow.line)
    )
    return [(row, public_id) for row, public_id in found]


def _tally(
    session: Session, column: InstrumentedAttribute[Any], sheet: WorkplaceSheet
) -> Mapping[Any, int]:
    """Return how many rows of a sheet have each value of a column."""
    tally = select(column, func.count()).where(SheetRow.sheet_id == sheet.id).group_by(column)
    return dict(session.execute(tally).all())
