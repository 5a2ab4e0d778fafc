"""Finding remarks: of an organisation, or of the municipality that checks the workplace."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from webapp.core.errors import NotFoundError
from webapp.workplaces.models import Workplace
from webapp.workplaces.remarks.models import RemarkStatus, WorkplaceRemark

Scope = Collection[int]


def of_organisations(
    session: Session, organisation_ids: Scope, *, offset: int = 0, limit: int | None = None
) -> Sequence[WorkplaceRemark]:
    """Return the remarks about workplaces of these organisations: what waits first, then new."""
    is_handled = WorkplaceRemark.status != RemarkStatus.WAITING
    return session.scalars(
        _whole(_of_organisations(organisation_ids))
        .order_by(is_handled, WorkplaceRemark.created_at.desc(), WorkplaceRemark.id.desc())
        .offset(offset)
        .limit(limit)
    ).all()


def count_of(session: Session, organisation_ids: Scope) -> int:
    """Return how many remarks there are about workplaces of these organisations."""
    return _count(session, _of_organisations(organisation_ids))


def count_waiting(session: Session, organisation_ids: Scope) -> int:
    """Return how many of them wait."""
    return _count(
        session,
        _of_organisations(organisation_ids).where(WorkplaceRemark.status == RemarkStatus.WAITING),
    )


def waiting_remarks(municipality_code: str) -> Select[WorkplaceRemark]:
    """Return a Select of the remarks that wait, about workplaces that a municipality checks."""
    return _of_municipality(municipality_code).where(WorkplaceRemark.status == RemarkStatus.WAITING)


def get_of_organisations(
    session: Session, public_id: str, organisation_ids: Scope
) -> WorkplaceRemark:
    """Return a remark about a workplace of these organisations, or raise NotFoundError."""
    return _one(session, _of_organisations(organisation_ids), public_id)


def get_of_municipality(
    session: Session, public_id: str, municipality_code: str
) -> WorkplaceRemark:
    """Return a remark about a workplace that a municipality checks, or raise NotFoundError."""
    return _one(session, _of_municipality(municipality_code), public_id)


def find_by_key(session: Session, key: str, workplace: Workplace) -> WorkplaceRemark | None:
    """Return the remark about a workplace that was made of the form with this key."""
    return session.scalar(
        select(WorkplaceRemark).where(
            WorkplaceRemark.public_id == key, WorkplaceRemark.workplace_id == workplace.id
        )
    )


def _of_organisations(organisation_ids: Scope) -> Select[WorkplaceRemark]:
    return (
        select(WorkplaceRemark)
        .join(WorkplaceRemark.workplace)
        .where(Workplace.organisation_id.in_(organisation_ids))
    )


def _of_municipality(municipality_code: str) -> Select[WorkplaceRemark]:
    return (
        select(WorkplaceRemark)
        .join(WorkplaceRemark.workplace)
        .where(Workplace.municipality_code == municipality_code)
    )


def _one(session: Session, found: Select[WorkplaceRemark], public_id: str) -> WorkplaceRemark:
    remark = session.scalar(_whole(found.where(WorkplaceRemark.public_id == public_id)))
    if remark is None:
        raise NotFoundError(public_id)
    return remark


def _whole(found: Select[WorkplaceRemark]) -> Select[WorkplaceRemark]:
    """Let the workplace come along, with what it is called and whose it is."""
    return found.options(
        selectinload(WorkplaceRemark.workplace).options(
            joinedload(Workplace.organisation), selectinload(Workplace.versions)
        )
    )


def _count(session: Session, found: Select[WorkplaceRemark]) -> int:
    return session.scalar(found.with_only_columns(func.count())) or 0
