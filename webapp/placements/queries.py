"""Finding placements: of the municipality that pays, or at the workplaces of organisations."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, selectinload

from webapp.core.errors import NotFoundError
from webapp.placements.models import Placement, PlacementMark
from webapp.workplaces.models import Workplace

Scope = Collection[int]


def open_of(
    session: Session, municipality_code: str, *, consultant_id: int | None = None
) -> Sequence[Placement]:
    """Return the placements of a municipality that have not ended, the first to end first."""
    found = _of(municipality_code).where(Placement.ended_on.is_(None))
    if consultant_id is not None:
        found = found.where(Placement.consultant_id == consultant_id)
    return session.scalars(found.order_by(Placement.last_day, Placement.id)).all()


def claim_open_of(session: Session, municipality_code: str) -> Sequence[Placement]:
    """Return the same, so that no other worker takes them in hand before the commit."""
    found = _of(municipality_code).where(Placement.ended_on.is_(None))
    locked = found.options(selectinload(Placement.reminders)).with_for_update(of=Placement)
    return session.scalars(locked.order_by(Placement.id)).all()


def ended_of(
    session: Session, municipality_code: str, *, offset: int, limit: int
) -> Sequence[Placement]:
    """Return the placements of a municipality that ended, the last one first, from `offset`."""
    found = _of(municipality_code).where(Placement.ended_on.is_not(None))
    ordered = found.order_by(Placement.ended_on.desc(), Placement.id.desc())
    return session.scalars(ordered.offset(offset).limit(limit)).all()


def count_ended_of(session: Session, municipality_code: str) -> int:
    """Return how many placements of a municipality ended."""
    counted = select(func.count()).where(
        Placement.municipality_code == municipality_code, Placement.ended_on.is_not(None)
    )
    return session.scalar(counted) or 0


def get_placement(session: Session, public_id: str, municipality_code: str) -> Placement:
    """Return a placement of a municipality, or raise NotFoundError."""
    return _one(session, _of(municipality_code), public_id)


def find_by_key(session: Session, key: str, municipality_code: str) -> Placement | None:
    """Return the placement that was made of the draft with this key."""
    return session.scalar(_of(municipality_code).where(Placement.public_id == key))


def open_of_organisations(session: Session, organisation_ids: Scope) -> Sequence[Placement]:
    """Return what has not ended at the workplaces of organisations, whoever pays."""
    found = _at(organisation_ids).where(Placement.ended_on.is_(None))
    return session.scalars(found.order_by(Placement.last_day, Placement.id)).all()


def count_open_of_organisations(session: Session, organisation_ids: Scope) -> int:
    """Return how many placements have not ended at the workplaces of organisations."""
    counted = (
        select(func.count(Placement.id))
        .join(Placement.workplace)
        .where(Workplace.organisation_id.in_(organisation_ids), Placement.ended_on.is_(None))
    )
    return session.scalar(counted) or 0


def get_of_organisations(session: Session, public_id: str, organisation_ids: Scope) -> Placement:
    """Return a placement at a workplace of one of these organisations, or raise NotFoundError."""
    return _one(session, _at(organisation_ids), public_id)


def is_marked(session: Session, key: str) -> bool:
    """Tell whether what carries this key was kept before."""
    found = select(PlacementMark.id).where(PlacementMark.key == key)
    return session.scalar(found) is not None


def _one(session: Session, found: Select[Placement], public_id: str) -> Placement:
    placement = session.scalar(found.where(Placement.public_id == public_id))
    if placement is None:
        raise NotFoundError(public_id)
    return placement


def _of(municipality_code: str) -> Select[Placement]:
    return (
        select(Placement)
        .where(Placement.municipality_code == municipality_code)
        .options(
            selectinload(Placement.marks),
            selectinload(Placement.consultant),
            selectinload(Placement.workplace),
        )
    )


def _at(organisation_ids: Scope) -> Select[Placement]:
    return (
        select(Placement)
        .join(Placement.workplace)
        .where(Workplace.organisation_id.in_(organisation_ids))
        .options(selectinload(Placement.marks))
    )
