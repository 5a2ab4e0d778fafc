"""Finding exceptions to the location rule. Each day in question is given, so nothing runs out."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from webapp.core.errors import NotFoundError
from webapp.municipalities.models import Municipality
from webapp.workplaces.exceptions.models import LocationException
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import DELIVERY_MUNICIPALITY


def excepted(municipality_code: str, today: date) -> Select[str, int]:
    """Return a Select of what a municipality allows today: where it lies, and which workplace.

    What is not approved yet is among it: a moderator allows first, and approves then.
    """
    return (
        select(DELIVERY_MUNICIPALITY, Workplace.id)
        .select_from(LocationException)
        .join(LocationException.workplace)
        .outerjoin(Workplace.published_version)
        .where(
            LocationException.municipality_code == municipality_code,
            LocationException.valid_from <= today,
            _is_open(today),
        )
    )


def find_open(
    session: Session, workplace: Workplace, municipality_code: str, today: date
) -> LocationException | None:
    """Return the exception of a workplace that holds today or will hold: there is at most one."""
    return session.scalar(
        select(LocationException).where(
            LocationException.municipality_code == municipality_code,
            LocationException.workplace_id == workplace.id,
            _is_open(today),
        )
    )


def get_exception(session: Session, municipality_code: str, public_id: str) -> LocationException:
    """Return an exception that a municipality made, as it now stands, or raise NotFoundError."""
    found = session.scalar(
        _with_workplace(municipality_code)
        .where(LocationException.public_id == public_id)
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotFoundError(public_id)
    return found


def open_exceptions(
    session: Session, municipality_code: str, today: date
) -> Sequence[LocationException]:
    """Return what a municipality allows today or later, in the order in which it begins."""
    return session.scalars(
        _with_workplace(municipality_code)
        .where(_is_open(today))
        .order_by(LocationException.valid_from, LocationException.id)
    ).all()


def count_over(session: Session, municipality_code: str, today: date) -> int:
    """Return how many exceptions of a municipality hold no more."""
    return (
        session.scalar(
            select(func.count())
            .select_from(LocationException)
            .where(LocationException.municipality_code == municipality_code, ~_is_open(today))
        )
        or 0
    )


def over_exceptions(
    session: Session, municipality_code: str, today: date, *, offset: int, limit: int
) -> Sequence[LocationException]:
    """Return at most `limit` of what a municipality allowed before, the last granted first."""
    return session.scalars(
        _with_workplace(municipality_code)
        .where(~_is_open(today))
        .order_by(LocationException.granted_at.desc(), LocationException.id.desc())
        .offset(offset)
        .limit(limit)
    ).all()


def open_by_workplace(
    session: Session, workplace_ids: Collection[int], today: date
) -> dict[int, list[tuple[LocationException, str]]]:
    """Return the exceptions of these workplaces that hold today or will, with who made each.

    A name is that of the municipality; the names are in order.
    """
    rows = session.execute(
        select(LocationException, Municipality.name)
        .join(Municipality, Municipality.code == LocationException.municipality_code)
        .where(LocationException.workplace_id.in_(workplace_ids), _is_open(today))
        .order_by(Municipality.name)
    )
    found: dict[int, list[tuple[LocationException, str]]] = {}
    for exception, name in rows:
        found.setdefault(exception.workplace_id, []).append((exception, name))
    return found


def _is_open(today: date) -> ColumnElement[bool]:
    """Return the condition that an exception is not over on this day."""
    return and_(
        LocationException.ended_at.is_(None),
        or_(LocationException.valid_to.is_(None), LocationException.valid_to >= today),
    )


def _with_workplace(municipality_code: str) -> Select[LocationException]:
    """Return a Select of the exceptions of a municipality, with all that a moderator sees."""
    workplace = joinedload(LocationException.workplace)
    return (
        select(LocationException)
        .where(LocationException.municipality_code == municipality_code)
        .options(
            workplace.joinedload(Workplace.organisation),
            workplace.joinedload(Workplace.published_version),
            workplace.selectinload(Workplace.versions),
        )
    )
