"""What a municipality must still look at."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, Subquery, func, literal, select, union_all
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.organisations.queries import is_confirmed, waiting_organisations
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion

_SINCE = func.coalesce(WorkplaceVersion.submitted_at, WorkplaceVersion.changed_at)
_Row = tuple[str, int]


class WaitingKind(StrEnum):
    """What waits."""

    ORGANISATION = "organisation"
    WORKPLACE = "workplace"


@dataclass(frozen=True)
class Waiting:
    """One line of the queue: what waits, who handed it in, and since when.

    `changed` names the fields that would change of a workplace that visitors see now.
    """

    kind: WaitingKind
    public_id: str
    title: str
    organisation_name: str
    by: str
    since: datetime
    is_new: bool
    changed: tuple[str, ...] = ()


def count_waiting(session: Session, municipality_code: str) -> int:
    """Return how much waits for a municipality."""
    return session.scalar(select(func.count()).select_from(_line(municipality_code))) or 0


def queue(
    session: Session, municipality_code: str, *, offset: int = 0, limit: int | None = None
) -> list[Waiting]:
    """Return what waits for a municipality, the oldest first: at most `limit`, from `offset`."""
    line = _line(municipality_code)
    # An organisation comes before its own workplaces, which were submitted at the same moment.
    in_order = select(line.c.kind, line.c.id).order_by(line.c.since, line.c.kind, line.c.id)
    rows = [(kind, key) for kind, key in session.execute(in_order.offset(offset).limit(limit))]
    found = _organisations(session, rows) | _versions(session, rows)
    return [found[row] for row in rows]


def waiting_versions(municipality_code: str) -> Select[WorkplaceVersion]:
    """Return a Select of the versions that a municipality must still look at.

    An organisation for which nobody confirmed an address has nothing in the queue.
    """
    return (
        select(WorkplaceVersion)
        .join(WorkplaceVersion.workplace)
        .join(Workplace.organisation)
        .where(
            WorkplaceVersion.status == VersionStatus.SUBMITTED,
            WorkplaceVersion.municipality_code == municipality_code,
            Organisation.status != OrganisationStatus.REJECTED,
            is_confirmed(),
        )
    )


def waiting_versions_of(session: Session, organisation: Organisation) -> list[WorkplaceVersion]:
    """Return the versions of one organisation that wait, in whichever municipality."""
    return list(
        session.scalars(
            select(WorkplaceVersion)
            .join(WorkplaceVersion.workplace)
            .where(
                Workplace.organisation_id == organisation.id,
                WorkplaceVersion.status == VersionStatus.SUBMITTED,
            )
            .options(contains_eager(WorkplaceVersion.workplace))
            .order_by(WorkplaceVersion.id)
        )
    )


def _line(municipality_code: str) -> Subquery:
    """Return what waits as rows of kind, id and since."""
    return union_all(
        waiting_organisations(municipality_code).with_only_columns(
            literal(WaitingKind.ORGANISATION.value).label("kind"),
            Organisation.id.label("id"),
            Organisation.created_at.label("since"),
        ),
        waiting_versions(municipality_code).with_only_columns(
            literal(WaitingKind.WORKPLACE.value), WorkplaceVersion.id, _SINCE
        ),
    ).subquery()


def _organisations(session: Session, rows: list[_Row]) -> dict[_Row, Waiting]:
    kind = WaitingKind.ORGANISATION
    found = session.scalars(select(Organisation).where(Organisation.id.in_(_ids(rows, kind))))
    return {
        (kind, organisation.id): Waiting(
            kind=kind,
            public_id=organisation.public_id,
            title=organisation.name,
            organisation_name=organisation.name,
            by=organisation.contact_name,
            since=organisation.created_at,
            is_new=True,
        )
        for organisation in found
    }


def _versions(session: Session, rows: list[_Row]) -> dict[_Row, Waiting]:
    kind = WaitingKind.WORKPLACE
    found = session.scalars(
        select(WorkplaceVersion)
        .where(WorkplaceVersion.id.in_(_ids(rows, kind)))
        .options(
            joinedload(WorkplaceVersion.workplace).options(
                joinedload(Workplace.organisation), joinedload(Workplace.published_version)
            ),
            selectinload(WorkplaceVersion.changes),
        )
    )
    return {(kind, version.id): _waiting(version) for version in found}


def _ids(rows: list[_Row], kind: WaitingKind) -> list[int]:
    return [key for row_kind, key in rows if row_kind == kind]


def _waiting(version: WorkplaceVersion) -> Waiting:
    workplace = version.workplace
    published = workplace.published_version
    return Waiting(
        kind=WaitingKind.WORKPLACE,
        public_id=workplace.public_id,
        title=version.content.title,
        organisation_name=workplace.organisation.name,
        by=version.changes[-1].actor_name if version.changes else "",
        since=version.submitted_at or version.changed_at,
        is_new=published is None,
        changed=published.content.differences(version.content) if published else (),
    )
