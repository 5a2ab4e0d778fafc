"""Into which municipality one went that exists no longer."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import DomainError
from webapp.municipalities.models import Municipality, MunicipalityMerger


def successors(session: Session) -> Mapping[str, str]:
    """Return, for each code that is history, the code that stands for it today."""
    rows = session.execute(
        select(MunicipalityMerger.from_code, MunicipalityMerger.into_code).where(
            MunicipalityMerger.carried_out_at.is_not(None)
        )
    )
    steps = {old: new for old, new in rows}  # noqa: C416 (rows are not pairs to mypy)
    return {old: _end_of(old, steps) for old in steps}


def codes_of(session: Session, code: str) -> frozenset[str]:
    """Return the code of a municipality and those of all that went into it."""
    return frozenset({code, *(old for old, new in successors(session).items() if new == code)})


class GoneError(DomainError):
    """There is no such municipality today; the message says what became of it, in one line."""


def get_living(session: Session, code: str, *, hint: str = "") -> Municipality:
    """Return a municipality that exists today; raise GoneError, with `hint` for an unknown code."""
    municipality = session.get(Municipality, code)
    if municipality is None:
        message = f"There is no municipality with the code {code}.{hint}"
        raise GoneError(message)
    if municipality.ended_on is not None:
        today = current(session, municipality)
        is_part = today is not municipality
        what = f"is part of {today.code} {today.name}" if is_part else "exists no longer"
        message = f"{code} {municipality.name} {what}."
        raise GoneError(message)
    return municipality


def current(session: Session, municipality: Municipality) -> Municipality:
    """Return the municipality itself, or the one that it went into."""
    if municipality.ended_on is None:
        return municipality
    code = successors(session).get(municipality.code, municipality.code)
    return session.get_one(Municipality, code)


def _end_of(code: str, steps: Mapping[str, str]) -> str:
    """Follow one merger after another; no circle can be planned."""
    while code in steps:
        code = steps[code]
    return code
