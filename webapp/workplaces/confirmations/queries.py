"""Which workplaces must be confirmed: not yet asked, not yet reminded, or never answered."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from webapp.core.clock import MONTH
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces.models import Workplace, WorkplaceVersion

# Public views do not change with the calendar: the worker writes each step down when it is due.
REMIND_AFTER = timedelta(days=14)
LAPSES_AFTER = timedelta(days=30)


def to_ask(
    session: Session, municipality_code: str, *, months: int, now: datetime
) -> Sequence[Workplace]:
    """Return what was approved and confirmed more than `months` ago, and is not asked about."""
    limit = now - months * MONTH
    approved = func.coalesce(WorkplaceVersion.decided_at, Workplace.published_at)
    return session.scalars(
        _in_view(municipality_code).where(
            Workplace.confirmation_asked_at.is_(None),
            approved <= limit,
            or_(Workplace.confirmed_at.is_(None), Workplace.confirmed_at <= limit),
        )
    ).all()


def to_remind(session: Session, municipality_code: str, *, now: datetime) -> Sequence[Workplace]:
    """Return what was asked about two weeks ago, and was not reminded of."""
    return session.scalars(
        _in_view(municipality_code).where(
            Workplace.confirmation_asked_at <= now - REMIND_AFTER,
            Workplace.confirmation_reminded_at.is_(None),
        )
    ).all()


def to_lapse(session: Session, municipality_code: str, *, now: datetime) -> Sequence[Workplace]:
    """Return what was reminded of thirty days ago, to no avail."""
    return session.scalars(
        _in_view(municipality_code).where(
            Workplace.confirmation_reminded_at <= now - LAPSES_AFTER,
            Workplace.confirmation_lapsed_at.is_(None),
        )
    ).all()


def asked_of(session: Session, organisation: Organisation) -> Sequence[Workplace]:
    """Return the workplaces of an organisation that it is asked to confirm."""
    return session.scalars(
        _visible()
        .where(
            Workplace.organisation_id == organisation.id,
            Workplace.confirmation_asked_at.is_not(None),
        )
        .order_by(Workplace.id)
    ).all()


def last_confirmed(workplace: Workplace) -> datetime | None:
    """Return when it was last approved, or confirmed since; None for what visitors do not see."""
    published = workplace.published_version
    if published is None:
        return None
    moments = (published.decided_at, workplace.published_at, workplace.confirmed_at)
    return max(moment for moment in moments if moment is not None)


def lapsed_in(municipality_code: str) -> Select[Workplace]:
    """Return a Select of the workplaces in view that nobody confirmed."""
    lapsed = Workplace.confirmation_lapsed_at.is_not(None)
    return _in_view(municipality_code).where(lapsed).order_by(None)


def _in_view(municipality_code: str) -> Select[Workplace]:
    """Return a Select of the workplaces in public view that a municipality checks, by owner."""
    return (
        _visible()
        .where(Workplace.municipality_code == municipality_code)
        .order_by(Workplace.organisation_id, Workplace.id)
    )


def _visible() -> Select[Workplace]:
    return (
        select(Workplace)
        .join(Workplace.published_version)
        .join(Workplace.organisation)
        .where(
            Workplace.is_visible,
            Workplace.removed_at.is_(None),
            Organisation.status == OrganisationStatus.APPROVED,
        )
    )
