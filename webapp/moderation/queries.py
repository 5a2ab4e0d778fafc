"""What a municipality must still look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from webapp.moderation.line import EVERYTHING, Asked, WaitingKind, line
from webapp.moderation.review import Review
from webapp.organisations.identity.models import IdentityChange
from webapp.organisations.models import Organisation
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion
from webapp.workplaces.remarks.models import WorkplaceRemark
from webapp.workplaces.removals.models import Removal

# Where the page is of what is no workplace, as addresses name it.
AREAS: Mapping[WaitingKind, str] = {
    WaitingKind.ORGANISATION: "organisaties",
    WaitingKind.IDENTITY: "naamswijzigingen",
    WaitingKind.REMARK: "meldingen",
    WaitingKind.REMOVAL: "verwijderingen",
}
_Row = tuple[WaitingKind, int]
_OF_VERSIONS = frozenset({WaitingKind.NEW, WaitingKind.CHANGED})


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
    changed: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """What a claim on it is about."""
        return f"{AREAS.get(self.kind, 'werkplekken')}/{self.public_id}"


def queue(
    session: Session,
    municipality_code: str,
    asked: Asked = EVERYTHING,
    *,
    offset: int = 0,
    limit: int | None = None,
) -> list[Waiting]:
    """Return what waits for a municipality, the oldest first: at most `limit`, from `offset`."""
    rows = line(municipality_code, asked)
    # An organisation comes before its own workplaces, which were submitted at the same moment.
    is_workplace = rows.c.kind != WaitingKind.ORGANISATION.value
    in_order = select(rows.c.kind, rows.c.id).order_by(
        rows.c.since, is_workplace, rows.c.kind, rows.c.id
    )
    waiting = [
        (WaitingKind(kind), key)
        for kind, key in session.execute(in_order.offset(offset).limit(limit))
    ]
    found: dict[_Row, Waiting] = {}
    for read in dict.fromkeys(_READERS[kind] for kind, _ in waiting):
        found |= read(session, waiting)
    return [found[row] for row in waiting if row in found]


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
        )
        for organisation in found
    }


def _identity_changes(session: Session, rows: list[_Row]) -> dict[_Row, Waiting]:
    kind = WaitingKind.IDENTITY
    found = session.scalars(
        select(IdentityChange)
        .where(IdentityChange.id.in_(_ids(rows, kind)))
        .options(joinedload(IdentityChange.organisation))
    )
    return {
        (kind, change.id): Waiting(
            kind=kind,
            public_id=change.organisation.public_id,
            title=change.old_name,
            organisation_name=change.name,
            by=change.requested_by,
            since=change.requested_at,
        )
        for change in found
    }


def _versions(session: Session, rows: list[_Row]) -> dict[_Row, Waiting]:
    kinds = {key: kind for kind, key in rows if kind in _OF_VERSIONS}
    found = session.scalars(
        select(WorkplaceVersion)
        .where(WorkplaceVersion.id.in_(kinds))
        .options(
            joinedload(WorkplaceVersion.workplace).options(
                joinedload(Workplace.organisation), joinedload(Workplace.published_version)
            ),
            selectinload(WorkplaceVersion.changes),
        )
    )
    return {(kinds[each.id], each.id): _waiting(each, kinds[each.id]) for each in found}


def _unseen(session: Session, rows: list[_Row]) -> dict[_Row, Waiting]:
    """Read what went live before anybody looked, each with what it replaced."""
    kind = WaitingKind.AFTERWARDS
    found = session.scalars(
        select(WorkplaceVersion)
        .where(WorkplaceVersion.id.in_(_ids(rows, kind)))
        .options(
            joinedload(WorkplaceVersion.workplace).options(
                joinedload(Workplace.organisation),
                joinedload(Workplace.published_version),
                selectinload(Workplace.versions).selectinload(WorkplaceVersion.changes),
            )
        )
    )
    return {
        (kind, version.id): replace(
            _waiting(version, kind),
            since=version.unseen_since or version.changed_at,
            changed=tuple(each.field for each in Review(version.workplace, version).unseen_changes),
        )
        for version in found
    }


def _removals(session: Session, rows: list[_Row]) -> dict[_Row, Waiting]:
    kind = WaitingKind.REMOVAL
    found = session.scalars(
        select(Removal)
        .where(Removal.id.in_(_ids(rows, kind)))
        .options(
            joinedload(Removal.workplace).options(
                joinedload(Workplace.organisation), selectinload(Workplace.versions)
            )
        )
    )
    return {
        (kind, removal.id): Waiting(
            kind=kind,
            public_id=removal.workplace.public_id,
            title=removal.workplace.latest_version.content.title,
            organisation_name=removal.workplace.organisation.name,
            by=removal.requested_by,
            since=removal.requested_at,
        )
        for removal in found
    }


def _remarks(session: Session, rows: list[_Row]) -> dict[_Row, Waiting]:
    kind = WaitingKind.REMARK
    found = session.scalars(
        select(WorkplaceRemark)
        .where(WorkplaceRemark.id.in_(_ids(rows, kind)))
        .options(
            joinedload(WorkplaceRemark.workplace).options(
                joinedload(Workplace.organisation), joinedload(Workplace.published_version)
            ),
            selectinload(WorkplaceRemark.workplace, Workplace.versions),
        )
    )
    return {(kind, remark.id): _said(remark) for remark in found}


def _not_confirmed(session: Session, rows: list[_Row]) -> dict[_Row, Waiting]:
    kind = WaitingKind.NOT_CONFIRMED
    found = session.scalars(
        select(Workplace)
        .where(Workplace.id.in_(_ids(rows, kind)))
        .options(joinedload(Workplace.organisation), joinedload(Workplace.published_version))
    )
    return {
        (kind, workplace.id): Waiting(
            kind=kind,
            public_id=workplace.public_id,
            title=workplace.published_version.content.title if workplace.published_version else "",
            organisation_name=workplace.organisation.name,
            by="",
            since=workplace.confirmation_reminded_at or workplace.created_at,
        )
        for workplace in found
    }


def _said(remark: WorkplaceRemark) -> Waiting:
    workplace = remark.workplace
    return Waiting(
        kind=WaitingKind.REMARK,
        public_id=remark.public_id,
        title=(workplace.published_version or workplace.latest_version).content.title,
        organisation_name=workplace.organisation.name,
        by="",
        since=remark.created_at,
    )


def _ids(rows: list[_Row], kind: WaitingKind) -> list[int]:
    return [key for row_kind, key in rows if row_kind == kind]


def _waiting(version: WorkplaceVersion, kind: WaitingKind) -> Waiting:
    workplace = version.workplace
    published = workplace.published_version
    return Waiting(
        kind=kind,
        public_id=workplace.public_id,
        title=version.content.title,
        organisation_name=workplace.organisation.name,
        by=version.changes[-1].actor_name if version.changes else "",
        since=version.submitted_at or version.changed_at,
        changed=published.content.differences(version.content) if published else (),
    )


_READERS: Mapping[WaitingKind, Callable[[Session, list[_Row]], dict[_Row, Waiting]]] = {
    WaitingKind.ORGANISATION: _organisations,
    WaitingKind.IDENTITY: _identity_changes,
    WaitingKind.NEW: _versions,
    WaitingKind.CHANGED: _versions,
    WaitingKind.AFTERWARDS: _unseen,
    WaitingKind.REMARK: _remarks,
    WaitingKind.REMOVAL: _removals,
    WaitingKind.NOT_CONFIRMED: _not_confirmed,
}
