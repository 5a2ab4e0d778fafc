"""What came of placements, to count by: of those that are there, and of those that were erased."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.placements.models import FinishedPlacement, Placement
from webapp.placements.vocabulary import EndReason
from webapp.trajectories.products import ProductCode


@dataclass(frozen=True)
class Result:
    """What one placement came to; `end_year` is None while it lasts."""

    product: ProductCode
    start_year: int
    end_year: int | None
    days_to_start: int | None
    rung_before: int
    rung_after: int | None
    end_reason: EndReason | None


def result_of(placement: Placement) -> Result:
    """Return what a placement came to."""
    requested = placement.requested_on
    return Result(
        product=placement.product,
        start_year=placement.first_day.year,
        end_year=placement.ended_on.year if placement.ended_on else None,
        days_to_start=(placement.first_day - requested).days if requested else None,
        rung_before=placement.rung_before,
        rung_after=placement.rung_after,
        end_reason=placement.end_reason,
    )


def results_of(session: Session, municipality_code: str) -> list[Result]:
    """Return what all placements of a municipality came to, erased ones too."""
    there = session.scalars(
        select(Placement).where(Placement.municipality_code == municipality_code)
    )
    erased = session.scalars(
        select(FinishedPlacement).where(FinishedPlacement.municipality_code == municipality_code)
    )
    return [result_of(each) for each in there] + [
        Result(
            product=each.product,
            start_year=each.start_year,
            end_year=each.end_year,
            days_to_start=each.days_to_start,
            rung_before=each.rung_before,
            rung_after=each.rung_after,
            end_reason=each.end_reason,
        )
        for each in erased
    ]
