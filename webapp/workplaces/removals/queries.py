"""Finding removals."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from webapp.core.errors import NotFoundError
from webapp.workplaces.models import Workplace
from webapp.workplaces.removals.models import OPEN, Removal, RemovalStatus


def open_by_workplace(session: Session, workplace_ids: Collection[int]) -> Mapping[int, Removal]:
    """Return the open removals of these workplaces, by the id of the workplace."""
    found = session.scalars(
        select(Removal).where(Removal.workplace_id.in_(workplace_ids), Removal.status.in_(OPEN))
    )
    return {removal.workplace_id: removal for removal in found}


def find_open(session: Session, workplace: Workplace) -> Removal | None:
    """Return the open removal of a workplace."""
    return open_by_workplace(session, [workplace.id]).get(workplace.id)


def find_last(session: Session, workplace: Workplace) -> Removal | None:
    """Return the last removal of a workplace, open or not."""
    return session.scalar(
        select(Removal)
        .where(Removal.workplace_id == workplace.id)
        .order_by(Removal.id.desc())
        .limit(1)
    )


def removals_of(municipality_code: str, status: RemovalStatus) -> Select[Removal]:
    """Return a Select of the removals with this status that a municipality has a say in."""
    return (
        select(Removal)
        .join(Removal.workplace)
        .where(Workplace.municipality_code == municipality_code, Removal.status == status)
    )


def get_last_of(session: Session, public_id: str, municipality_code: str) -> Removal:
    """Return the last removal of a workplace of a municipality, or raise NotFoundError."""
    removal = session.scalar(
        select(Removal)
        .join(Removal.workplace)
        .where(Workplace.public_id == public_id, Workplace.municipality_code == municipality_code)
        .options(contains_eager(Removal.workplace).joinedload(Workplace.organisation))
        .order_by(Removal.id.desc())
        .limit(1)
    )
    if removal is None:
        raise NotFoundError(public_id)
    return removal


def confirmed_of(session: Session, municipality_code: str) -> Sequence[Removal]:
    """Return the removals of a municipality that can be undone yet, the first to go on top."""
    return (
        session.scalars(
            removals_of(municipality_code, RemovalStatus.CONFIRMED)
            .options(
                joinedload(Removal.workplace).options(
                    joinedload(Workplace.organisation), joinedload(Workplace.versions)
                )
            )
            .order_by(Removal.erase_at, Removal.id)
        )
        .unique()
        .all()
    )


def ids_due(session: Session, *, now: datetime, limit: int) -> Sequence[int]:
    """Return the ids of workplaces to be erased, the longest due first."""
    return session.scalars(
        select(Removal.workplace_id)
        .where(Removal.status == RemovalStatus.CONFIRMED, Removal.erase_at <= now)
        .order_by(Removal.erase_at, Removal.id)
        .limit(limit)
    ).all()
