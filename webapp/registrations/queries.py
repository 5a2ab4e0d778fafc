"""Finding registrations: always of one municipality, so that no other ever sees them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from webapp.core.errors import NotFoundError
from webapp.core.ids import hash_secret
from webapp.registrations.models import (
    OPEN,
    FollowUp,
    Registration,
    RegistrationLink,
    RegistrationMessage,
    RegistrationStatus,
)
from webapp.registrations.patience import Patience, is_news


@dataclass(frozen=True)
class Wanted:
    """Which registrations: of one status, of one colleague, with news, or that wait too long."""

    status: RegistrationStatus | None = None
    assignee_id: int | None = None
    impatient: Patience | None = None
    has_news: bool = False

    @property
    def clauses(self) -> Iterator[ColumnElement[bool]]:
        """What a registration must be."""
        if self.status is not None:
            yield Registration.status == self.status
        if self.assignee_id is not None:
            yield Registration.follow_up.has(FollowUp.assignee_id == self.assignee_id)
            yield Registration.status.in_(OPEN)
        if self.impatient is not None:
            yield self.impatient.clause
        if self.has_news:
            yield Registration.messages.any(is_news())


def list_of(
    session: Session,
    municipality_code: str,
    wanted: Wanted = Wanted(),
    *,
    offset: int = 0,
    limit: int | None = None,
) -> Sequence[Registration]:
    """Return a municipality's registrations that are `wanted`, newest first, from `offset`."""
    ordered = (
        _of(municipality_code)
        .where(*wanted.clauses)
        .options(
            selectinload(Registration.attempts),
            selectinload(Registration.messages).defer(RegistrationMessage.text),
            joinedload(Registration.follow_up).joinedload(FollowUp.assignee),
        )
        .order_by(Registration.created_at.desc(), Registration.id.desc())
    )
    return session.scalars(ordered.offset(offset).limit(limit)).all()


def count_of(session: Session, municipality_code: str, wanted: Wanted) -> int:
    """Return how many registrations of a municipality are `wanted`."""
    chosen = _of(municipality_code).where(*wanted.clauses).with_only_columns(func.count())
    return session.scalars(chosen).one()


def counts_by_status(session: Session, municipality_code: str) -> dict[RegistrationStatus, int]:
    """Return how many registrations of a municipality there are in each status."""
    rows = session.execute(
        select(Registration.status, func.count())
        .where(Registration.municipality_code == municipality_code)
        .group_by(Registration.status)
    )
    found = {status: count for status, count in rows}  # noqa: C416 (rows are not pairs to mypy)
    return {status: found.get(status, 0) for status in RegistrationStatus}


def count_asking(session: Session, municipality_code: str) -> int:
    """Return how many registrations of a municipality are new, or have a message that is."""
    is_new = Registration.status == RegistrationStatus.NEW
    asking = _of(municipality_code).where(or_(is_new, Registration.messages.any(is_news())))
    return session.scalars(asking.with_only_columns(func.count())).one()


def get_registration(session: Session, public_id: str, municipality_code: str) -> Registration:
    """Return a municipality's registration with its history, or raise NotFoundError."""
    registration = session.scalar(
        _of(municipality_code)
        .where(Registration.public_id == public_id)
        .options(
            selectinload(Registration.changes),
            selectinload(Registration.workplace),
            selectinload(Registration.attempts),
            selectinload(Registration.agreement),
            selectinload(Registration.messages),
            selectinload(Registration.follow_up).selectinload(FollowUp.assignee),
        )
    )
    if registration is None:
        raise NotFoundError(public_id)
    return registration


def find_by_key(session: Session, key: str, municipality_code: str) -> Registration | None:
    """Return the registration that was made of the draft with this key."""
    return session.scalar(_of(municipality_code).where(Registration.public_id == key))


def get_by_link(
    session: Session, secret: str, municipality_code: str, *, now: datetime
) -> Registration:
    """Return the registration of which a private link holds `secret`.

    Raise NotFoundError for a link that is wrong, too old, or of another municipality.
    """
    hashed = hash_secret(secret)
    is_first = and_(Registration.link_hash == hashed, Registration.link_expires_at > now)
    is_later = Registration.links.any(
        and_(RegistrationLink.secret_hash == hashed, RegistrationLink.expires_at > now)
    )
    registration = session.scalar(_of(municipality_code).where(or_(is_first, is_later)))
    if registration is None:
        message = "no registration has this link"
        raise NotFoundError(message)
    return registration


def end_of_link(registration: Registration, secret: str) -> datetime | None:
    """Return until when the private link works that holds `secret`."""
    hashed = hash_secret(secret)
    later = {each.secret_hash: each.expires_at for each in registration.links}
    return later.get(hashed, registration.link_expires_at)


def _of(municipality_code: str) -> Select[Registration]:
    return select(Registration).where(Registration.municipality_code == municipality_code)
