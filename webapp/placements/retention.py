"""How long placements are kept: a setting of each municipality (standards: Privacy)."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from webapp.audit.operations import prove_erased
from webapp.core.clock import day_of
from webapp.core.months import months_after
from webapp.mail import outbox
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings
from webapp.placements.models import FinishedPlacement, Placement
from webapp.placements.results import result_of


def purge(session: Session, *, now: datetime) -> int:
    """Erase each placement that ended as many years ago as its municipality says.

    One that nobody ended counts from its last day. What the figures need of it stays, without
    days, workplace, reference or names; that it happened is in the log, with how many they were.
    Return that number.
    """
    count = 0
    for municipality in taking_part(session):
        years = get_settings(session, municipality.code).placement_retention_years
        before = months_after(day_of(now), -12 * years)
        old = (
            Placement.municipality_code == municipality.code,
            func.coalesce(Placement.ended_on, Placement.last_day) < before,
        )
        found = session.scalars(select(Placement).where(*old).with_for_update()).all()
        if not found:
            continue
        session.add_all(map(_what_stays, found))
        outbox.forget(session, [each.public_id for each in found])
        session.execute(delete(Placement).where(Placement.id.in_([each.id for each in found])))
        prove_erased(
            session, "placements.erased", municipality.code, now=now, placements=len(found)
        )
        count += len(found)
    return count


def _what_stays(placement: Placement) -> FinishedPlacement:
    result = result_of(placement)
    return FinishedPlacement(
        municipality_code=placement.municipality_code,
        product=result.product,
        start_year=result.start_year,
        end_year=result.end_year or placement.last_day.year,
        days_to_start=result.days_to_start,
        rung_before=result.rung_before,
        rung_after=result.rung_after,
        end_reason=result.end_reason,
    )
