"""Finding enquiries: of an organisation, of a municipality, or behind a private link."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import JSON, Select, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session, joinedload, selectinload

from webapp.core.clock import AMSTERDAM
from webapp.core.errors import NotFoundError
from webapp.core.ids import hash_secret
from webapp.core.sealed_columns import has_text
from webapp.core.text import fold
from webapp.enquiries.models import Enquiry, EnquiryLink, EnquiryStatus
from webapp.workplaces.models import Workplace, WorkplaceVersion

# After this many reminders without an answer the municipality is told.
MOST_REMINDERS = 2
Scope = Collection[int]


@dataclass(frozen=True)
class Unanswered:
    """A workplace of which questions wait too long: how many, and since when."""

    workplace: Workplace
    count: int
    since: datetime


def list_of(
    session: Session,
    organisation_ids: Scope,
    *,
    status: EnquiryStatus | None = None,
    text: str = "",
) -> Select[Enquiry]:
    """Return a Select of the enquiries of these organisations, the last changed first.

    `text` is sought in the name of who asked and in the title of the workplace.
    """
    found = _of_organisations(organisation_ids)
    if status is not None:
        found = found.where(Enquiry.status == status)
    if text:
        title = type_coerce(WorkplaceVersion.content, JSON)["title"].as_string()
        titled = select(WorkplaceVersion.workplace_id).where(title.icontains(text, autoescape=True))
        found = found.where(
            or_(
                Enquiry.id.in_(_asked_by(session, organisation_ids, text)),
                Enquiry.workplace_id.in_(titled),
            )
        )
    return found.order_by(Enquiry.changed_at.desc(), Enquiry.id.desc())


def count(session: Session, found: Select[Enquiry]) -> int:
    """Return how many enquiries `found` selects."""
    ids = found.with_only_columns(Enquiry.id).order_by(None).subquery()
    return session.scalar(select(func.count()).select_from(ids)) or 0


def page_of(
    session: Session, found: Select[Enquiry], *, offset: int, limit: int
) -> Sequence[Enquiry]:
    """Return at most `limit` of what `found` selects, from `offset`."""
    with_workplace = selectinload(Enquiry.workplace).selectinload(Workplace.versions)
    return session.scalars(found.options(with_workplace).offset(offset).limit(limit)).all()


def count_waiting(session: Session, organisation_ids: Scope) -> int:
    """Return how many enquiries wait for an answer of these organisations."""
    return count(session, list_of(session, organisation_ids, status=EnquiryStatus.OPEN))


def get_of_organisations(session: Session, public_id: str, organisation_ids: Scope) -> Enquiry:
    """Return an enquiry about a workplace of one of these organisations; else NotFoundError."""
    return _one(
        session,
        _of_organisations(organisation_ids).where(Enquiry.public_id == public_id),
        public_id,
    )


def get_reported(session: Session, public_id: str, municipality_code: str) -> Enquiry:
    """Return an enquiry that was reported to a municipality, or raise NotFoundError."""
    found = _reported(municipality_code).where(Enquiry.public_id == public_id)
    return _one(session, found, public_id)


def reported(session: Session, municipality_code: str) -> Sequence[Enquiry]:
    """Return what providers reported to a municipality as abuse, the newest first."""
    with_workplace = selectinload(Enquiry.workplace).selectinload(Workplace.versions)
    return session.scalars(
        _reported(municipality_code).options(with_workplace).order_by(Enquiry.changed_at.desc())
    ).all()


def find_by_key(session: Session, key: str, workplace: Workplace) -> Enquiry | None:
    """Return the enquiry about a workplace that was made of the draft with this key."""
    return session.scalar(
        select(Enquiry).where(Enquiry.public_id == key, Enquiry.workplace_id == workplace.id)
    )


def get_by_link(session: Session, secret: str, municipality_code: str, *, now: datetime) -> Enquiry:
    """Return the enquiry of which a private link holds `secret`.

    Raise NotFoundError for a link that is wrong, too old, or of another municipality.
    """
    behind = (
        select(Enquiry)
        .join(EnquiryLink, EnquiryLink.enquiry_id == Enquiry.id)
        .where(
            EnquiryLink.secret_hash == hash_secret(secret),
            EnquiryLink.expires_at > now,
            Enquiry.municipality_code == municipality_code,
        )
    )
    return _one(session, behind, "no enquiry has this link")


def count_open_of(session: Session, email: str, *, since: datetime) -> int:
    """Return how many questions without an answer came from an address since then."""
    asked = select(func.count()).where(
        has_text(session, Enquiry.asker_fingerprint, email),
        Enquiry.created_at > since,
        Enquiry.status == EnquiryStatus.OPEN,
    )
    return session.scalar(asked) or 0


def waiting_since(
    session: Session, municipality_code: str, day: date, *, reminders: int
) -> Sequence[Enquiry]:
    """Return what waits for an answer since `day` or longer, and was reminded of so often."""
    return session.scalars(
        select(Enquiry)
        .where(
            Enquiry.municipality_code == municipality_code,
            Enquiry.status == EnquiryStatus.OPEN,
            Enquiry.restricted_at.is_(None),
            Enquiry.reminders == reminders,
            Enquiry.opened_at <= datetime.combine(day, time.max, AMSTERDAM),
        )
        .options(selectinload(Enquiry.workplace).selectinload(Workplace.versions))
        .order_by(Enquiry.id)
        .with_for_update(of=Enquiry)
    ).all()


def unanswered(session: Session, municipality_code: str) -> list[Unanswered]:
    """Return the workplaces of a municipality with questions that wait in spite of reminders."""
    rows = session.execute(
        select(Enquiry.workplace_id, func.count(), func.min(Enquiry.opened_at))
        .join(Enquiry.workplace)
        .where(
            Workplace.municipality_code == municipality_code,
            Enquiry.status == EnquiryStatus.OPEN,
            Enquiry.reminders >= MOST_REMINDERS,
        )
        .group_by(Enquiry.workplace_id)
        .order_by(func.min(Enquiry.opened_at))
    ).all()
    found = session.scalars(
        select(Workplace)
        .where(Workplace.id.in_([row[0] for row in rows]))
        .options(joinedload(Workplace.organisation), selectinload(Workplace.versions))
    )
    by_id = {workplace.id: workplace for workplace in found}
    return [Unanswered(by_id[key], number, since) for key, number, since in rows]


def count_for_municipality(session: Session, municipality_code: str) -> int:
    """Return how many enquiries a municipality should look at: too late, or reported."""
    is_late = and_(Enquiry.status == EnquiryStatus.OPEN, Enquiry.reminders >= MOST_REMINDERS)
    waiting = (
        select(func.count())
        .select_from(Enquiry)
        .join(Enquiry.workplace)
        .where(
            Workplace.municipality_code == municipality_code,
            or_(is_late, Enquiry.status == EnquiryStatus.REPORTED),
        )
    )
    return session.scalar(waiting) or 0


def _one(session: Session, found: Select[Enquiry], named: str) -> Enquiry:
    enquiry = session.scalar(
        found.options(
            selectinload(Enquiry.turns),
            selectinload(Enquiry.workplace).options(
                joinedload(Workplace.organisation), selectinload(Workplace.versions)
            ),
        )
    )
    if enquiry is None:
        raise NotFoundError(named)
    return enquiry


def _of_organisations(organisation_ids: Scope) -> Select[Enquiry]:
    return (
        select(Enquiry)
        .join(Enquiry.workplace)
        .where(Workplace.organisation_id.in_(organisation_ids))
    )


def _asked_by(session: Session, organisation_ids: Scope, text: str) -> list[int]:
    """Return which enquiries somebody with `text` in their name asked.

    A name is sealed, so each is opened: an organisation has as many as are asked within the term
    that they are kept.
    """
    chosen = _of_organisations(organisation_ids).with_only_columns(Enquiry.id, Enquiry.asker_name)
    sought = fold(text)
    return [number for number, name in session.execute(chosen) if sought in fold(name)]


def _reported(municipality_code: str) -> Select[Enquiry]:
    return (
        select(Enquiry)
        .join(Enquiry.workplace)
        .where(
            Workplace.municipality_code == municipality_code,
            Enquiry.status == EnquiryStatus.REPORTED,
        )
    )
