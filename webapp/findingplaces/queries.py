"""Finding the finding places of a municipality."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFoundError
from webapp.findingplaces.models import FindingPlace


def all_of(session: Session, municipality_code: str) -> Sequence[FindingPlace]:
    """Return all of a municipality, also what is not there yet or any more, by name."""
    return session.scalars(_of(municipality_code)).all()


def active_in(session: Session, municipality_code: str, *, today: date) -> Sequence[FindingPlace]:
    """Return what is there today, by name."""
    return session.scalars(
        _of(municipality_code).where(
            or_(FindingPlace.active_from.is_(None), FindingPlace.active_from <= today),
            or_(FindingPlace.active_to.is_(None), FindingPlace.active_to >= today),
        )
    ).all()


def get_finding_place(session: Session, municipality_code: str, public_id: str) -> FindingPlace:
    """Return one of this municipality, or raise NotFoundError."""
    found = session.scalar(_of(municipality_code).where(FindingPlace.public_id == public_id))
    if found is None:
        raise NotFoundError(public_id)
    return found


def _of(municipality_code: str) -> Select[FindingPlace]:
    return (
        select(FindingPlace)
        .where(FindingPlace.municipality_code == municipality_code)
        .order_by(FindingPlace.name, FindingPlace.id)
    )
