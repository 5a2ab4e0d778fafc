"""What waits for a municipality, as rows in the order of their arrival."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Select,
    Subquery,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from webapp.accounts.models import Account
from webapp.organisations.identity.models import IdentityChange
from webapp.organisations.identity.queries import waiting_identity_changes
from webapp.organisations.models import Membership, Organisation, OrganisationStatus
from webapp.organisations.queries import is_confirmed, waiting_organisations
from webapp.workplaces.confirmations.queries import lapsed_in
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion
from webapp.workplaces.remarks.models import WorkplaceRemark
from webapp.workplaces.remarks.queries import waiting_remarks
from webapp.workplaces.removals.models import Removal, RemovalStatus
from webapp.workplaces.removals.queries import removals_of

_SINCE = func.coalesce(WorkplaceVersion.submitted_at, WorkplaceVersion.changed_at)


class WaitingKind(StrEnum):
    """What waits; the value is how addresses name it."""

    ORGANISATION = "organisatie"
    IDENTITY = "naam-of-kvk"
    NEW = "nieuw"
    CHANGED = "wijziging"
    REMARK = "gemeld"
    REMOVAL = "verwijdering"
    NOT_CONFIRMED = "niet-bevestigd"
    AFTERWARDS = "achteraf"


@dataclass(frozen=True)
class Asked:
    """What a moderator looks for in the queue: one kind, and words of what it is about."""

    kind: WaitingKind | None = None
    text: str = ""


EVERYTHING = Asked()


def line(municipality_code: str, asked: Asked = EVERYTHING) -> Subquery:
    """Return what waits as rows of kind, id and since.

    The text is sought in the name, the KvK number and the addresses of the organisation, and in
    the title and the place of the workplace.
    """
    rows = union_all(
        _fitting(
            waiting_organisations(municipality_code), asked, with_workplace=False
        ).with_only_columns(
            literal(WaitingKind.ORGANISATION.value).label("kind"),
            Organisation.id.label("id"),
            Organisation.created_at.label("since"),
        ),
        _fitting(
            waiting_identity_changes(municipality_code), asked, with_workplace=False
        ).with_only_columns(
            literal(WaitingKind.IDENTITY.value), IdentityChange.id, IdentityChange.requested_at
        ),
        _fitting(waiting_versions(municipality_code), asked).with_only_columns(
            case(
                (Workplace.published_version_id.is_(None), WaitingKind.NEW.value),
                else_=WaitingKind.CHANGED.value,
            ),
            WorkplaceVersion.id,
            _SINCE,
        ),
        _fitting(
            removals_of(municipality_code, RemovalStatus.REQUESTED).join(Workplace.organisation),
            asked,
        ).with_only_columns(literal(WaitingKind.REMOVAL.value), Removal.id, Removal.requested_at),
        _fitting(
            waiting_remarks(municipality_code).join(Workplace.organisation), asked
        ).with_only_columns(
            literal(WaitingKind.REMARK.value), WorkplaceRemark.id, WorkplaceRemark.created_at
        ),
        _fitting(unseen_versions(municipality_code), asked).with_only_columns(
            literal(WaitingKind.AFTERWARDS.value),
            WorkplaceVersion.id,
            WorkplaceVersion.unseen_since,
        ),
        _fitting(lapsed_in(municipality_code), asked).with_only_columns(
            literal(WaitingKind.NOT_CONFIRMED.value),
            Workplace.id,
            Workplace.confirmation_reminded_at,
        ),
    ).subquery()
    if asked.kind is None:
        return rows
    return select(rows).where(rows.c.kind == asked.kind.value).subquery()


def count_waiting(session: Session, municipality_code: str) -> int:
    """Return how much waits for a municipality."""
    return session.scalar(select(func.count()).select_from(line(municipality_code))) or 0


def counts_of(session: Session, municipality_code: str, text: str) -> Mapping[WaitingKind, int]:
    """Return how much waits of each kind that there is, of what fits `text`."""
    rows = line(municipality_code, Asked(text=text))
    found = session.execute(select(rows.c.kind, func.count()).group_by(rows.c.kind))
    return {WaitingKind(kind): number for kind, number in found}


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
            Workplace.removed_at.is_(None),
            Organisation.status != OrganisationStatus.REJECTED,
            is_confirmed(),
        )
    )


def unseen_versions(municipality_code: str) -> Select[WorkplaceVersion]:
    """Return a Select of the versions in view that went live before anybody looked at them."""
    return (
        select(WorkplaceVersion)
        .join(WorkplaceVersion.workplace)
        .join(Workplace.organisation)
        .where(
            WorkplaceVersion.unseen_since.is_not(None),
            Workplace.published_version_id == WorkplaceVersion.id,
            WorkplaceVersion.municipality_code == municipality_code,
            Workplace.removed_at.is_(None),
        )
    )


def _fitting(found: Select[Any], asked: Asked, *, with_workplace: bool = True) -> Select[Any]:
    """Leave what has each word that is asked for: in its organisation, or in its workplace."""
    for word in asked.text.split():
        places = [*_in_organisation(word), *(_in_workplace(word) if with_workplace else ())]
        found = found.where(or_(*places))
    return found


def _in_organisation(word: str) -> tuple[ColumnElement[bool], ...]:
    member = select(Membership.id).join(Membership.account)
    return (
        *(
            column.icontains(word, autoescape=True)
            for column in (Organisation.name, Organisation.kvk_number, Organisation.contact_email)
        ),
        member.where(
            Membership.organisation_id == Organisation.id,
            Account.email.icontains(word, autoescape=True),
        ).exists(),
    )


def _in_workplace(word: str) -> tuple[ColumnElement[bool], ...]:
    version = aliased(WorkplaceVersion)
    content = type_coerce(version.content, JSON)
    said = [
        content[name].as_string().icontains(word, autoescape=True)
        for name in ("title", "place", "contact_email")
    ]
    return (select(version.id).where(version.workplace_id == Workplace.id, or_(*said)).exists(),)
