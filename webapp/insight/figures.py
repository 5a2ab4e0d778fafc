"""All figures of a municipality's dashboard, by a handful of statements whatever its size."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.clock import day_of
from webapp.insight.months import begin_of, counts_by_month, last_months
from webapp.insight.offer import Offer, offer_of
from webapp.insight.waiting import WaitingTimes, decisions_since, waiting_times
from webapp.moderation.overview import Standing, counts_by_standing
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.registrations.queries import counts_by_status


@dataclass(frozen=True)
class Figures:
    """What a moderator sees at a glance; months go by their first day."""

    workplaces: Mapping[Standing, int]
    offer: Offer
    waiting: WaitingTimes | None
    registrations: Mapping[RegistrationStatus, int]
    registrations_by_month: Mapping[date, int]
    decisions_by_month: Mapping[date, int]


def figures_of(session: Session, municipality_code: str, *, now: datetime) -> Figures:
    """Return the figures of a municipality at this moment, and of the last twelve months."""
    months = last_months(day_of(now))
    since = begin_of(months[0])
    decisions = decisions_since(session, municipality_code, since)
    made = session.scalars(
        select(Registration.created_at).where(
            Registration.municipality_code == municipality_code, Registration.created_at >= since
        )
    )
    return Figures(
        workplaces=counts_by_standing(session, municipality_code),
        offer=offer_of(session, municipality_code, now=now),
        waiting=waiting_times(decisions),
        registrations=counts_by_status(session, municipality_code),
        registrations_by_month=counts_by_month(made, months),
        decisions_by_month=counts_by_month((each.decided_at for each in decisions), months),
    )
