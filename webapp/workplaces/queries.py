"""Finding workplaces for who offers them; what visitors see is in `public`."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from webapp.core.errors import NotFoundError
from webapp.workplaces.models import StatusChange, Workplace, WorkplaceVersion


def of_organisations(session: Session, organisation_ids: Collection[int]) -> Sequence[Workplace]:
    """Return the workplaces of these organisations with their versions, the oldest first."""
    return session.scalars(
        _with_versions(organisation_ids).order_by(Workplace.organisation_id, Workplace.id)
    ).all()


def get_of_organisations(
    session: Session, public_id: str, organisation_ids: Collection[int]
) -> Workplace:
    """Return a workplace of one of these organisations, or raise NotFoundError."""
    workplace = find_of_organisations(session, public_id, organisation_ids)
    if workplace is None:
        raise NotFoundError(public_id)
    return workplace


def find_of_organisations(
    session: Session, public_id: str, organisation_ids: Collection[int]
) -> Workplace | None:
    """Return the workplace with this public id, if it is of one of these organisations."""
    return session.scalar(_with_versions(organisation_ids).where(Workplace.public_id == public_id))


def history(session: Session, workplace: Workplace) -> Sequence[StatusChange]:
    """Return what happened to all versions of a workplace, the newest first."""
    return session.scalars(
        select(StatusChange)
        .join(WorkplaceVersion, WorkplaceVersion.id == StatusChange.version_id)
        .where(WorkplaceVersion.workplace_id == workplace.id)
        .order_by(StatusChange.id.desc())
    ).all()


def _with_versions(organisation_ids: Collection[int]) -> Select[Workplace]:
    return (
        select(Workplace)
        .where(Workplace.organisation_id.in_(organisation_ids))
        .options(
            joinedload(Workplace.organisation),
            selectinload(Workplace.versions).selectinload(WorkplaceVersion.changes),
        )
    )
