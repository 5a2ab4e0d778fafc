"""All workplaces that a municipality has anything to say about."""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import JSON, ColumnElement, Select, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from webapp.moderation.review import Review, reviews, submitted_workplaces
from webapp.organisations.models import Organisation
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion


class Standing(StrEnum):
    """Where a workplace stands for the municipality; the value is how addresses name it."""

    WAITING = "wacht"
    SHOWN = "op-de-site"
    HIDDEN = "verborgen"
    RETURNED = "teruggestuurd"
    REJECTED = "afgewezen"
    WITHDRAWN = "ingetrokken"


_PUBLISHED = and_(
    Workplace.published_version_id.is_not(None),
    Workplace.municipality_code == WorkplaceVersion.municipality_code,
)
_CONDITIONS: Mapping[Standing, ColumnElement[bool]] = {
    Standing.WAITING: WorkplaceVersion.status == VersionStatus.SUBMITTED,
    Standing.SHOWN: and_(_PUBLISHED, Workplace.is_visible),
    Standing.HIDDEN: and_(_PUBLISHED, ~Workplace.is_visible),
    Standing.RETURNED: WorkplaceVersion.status == VersionStatus.RETURNED,
    Standing.REJECTED: WorkplaceVersion.status == VersionStatus.REJECTED,
    Standing.WITHDRAWN: WorkplaceVersion.status == VersionStatus.WITHDRAWN,
}


def workplaces_of(
    municipality_code: str, *, standing: Standing | None = None, text: str = ""
) -> Select[Workplace, WorkplaceVersion]:
    """Return a Select of the workplaces of a municipality, the last changed first.

    `text` is sought in the title and in the name of the organisation.
    """
    found = submitted_workplaces(municipality_code)
    if standing is not None:
        found = found.where(_CONDITIONS[standing])
    if text:
        title = type_coerce(WorkplaceVersion.content, JSON)["title"].as_string()
        found = found.where(
            or_(
                title.icontains(text, autoescape=True),
                Organisation.name.icontains(text, autoescape=True),
            )
        )
    return found.order_by(WorkplaceVersion.changed_at.desc(), Workplace.id.desc())


def counts_by_standing(session: Session, municipality_code: str) -> Mapping[Standing, int]:
    """Return how many workplaces of a municipality stand where, in one statement."""
    columns = [func.count().filter(_CONDITIONS[standing]) for standing in Standing]
    row = session.execute(submitted_workplaces(municipality_code).with_only_columns(*columns)).one()
    return dict(zip(Standing, row, strict=True))


def count(session: Session, found: Select[Workplace, WorkplaceVersion]) -> int:
    """Return how many workplaces `found` selects."""
    ids = found.with_only_columns(Workplace.id).order_by(None).subquery()
    return session.scalar(select(func.count()).select_from(ids)) or 0


def page_of(
    session: Session, found: Select[Workplace, WorkplaceVersion], *, offset: int, limit: int
) -> list[Review]:
    """Return at most `limit` of what `found` selects, from `offset`."""
    return reviews(session, found.offset(offset).limit(limit))
