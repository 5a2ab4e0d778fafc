"""Planning that a municipality goes into another; `webapp.mergers` carries it out on its day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.errors import DomainError
from webapp.core.text import one_line
from webapp.municipalities.models import Municipality, MunicipalityMerger
from webapp.municipalities.succession import get_living

_CODE = re.compile(r"GM[0-9]{4}")


class MergerRefusedError(DomainError):
    """This merger cannot be; the message says why, in one line."""


@dataclass(frozen=True)
class Plan:
    """Which municipality goes into which, on which day.

    `into_name` is only needed when the other one is new and not in the tables yet.
    """

    from_code: str
    into_code: str
    day: date
    into_name: str = ""


def plan(session: Session, wanted: Plan, *, actor: Actor, now: datetime) -> MunicipalityMerger:
    """Note a merger, to be carried out on its day; the same one again changes nothing.

    Raise MergerRefusedError for one that cannot be, and GoneError for one that is not there.
    """
    known = session.get(MunicipalityMerger, wanted.from_code)
    if known is not None and (known.into_code, known.day) == (wanted.into_code, wanted.day):
        return known
    _refuse_impossible(session, wanted, known)
    merger = MunicipalityMerger(
        from_code=wanted.from_code,
        into_code=wanted.into_code,
        into_name=one_line(wanted.into_name),
        day=wanted.day,
        planned_at=now,
    )
    session.add(merger)
    _log(session, "municipality.merger_planned", merger, actor, now)
    session.flush()
    return merger


def cancel(session: Session, from_code: str, *, actor: Actor, now: datetime) -> MunicipalityMerger:
    """Forget a merger that is planned; raise MergerRefusedError when there is none."""
    merger = session.get(MunicipalityMerger, from_code, with_for_update=True)
    if merger is None:
        message = f"No merger of {from_code} is planned."
        raise MergerRefusedError(message)
    if merger.carried_out_at is not None:
        message = f"{from_code} went into {merger.into_code} already: that cannot be undone."
        raise MergerRefusedError(message)
    session.delete(merger)
    _log(session, "municipality.merger_cancelled", merger, actor, now)
    session.flush()
    return merger


def all_mergers(session: Session) -> Sequence[MunicipalityMerger]:
    """Return the mergers that are planned or carried out, by day."""
    return session.scalars(
        select(MunicipalityMerger).order_by(MunicipalityMerger.day, MunicipalityMerger.from_code)
    ).all()


def due(session: Session, today: date) -> Sequence[MunicipalityMerger]:
    """Return the mergers of which the day has come, the earliest first, kept from others."""
    return session.scalars(
        select(MunicipalityMerger)
        .where(MunicipalityMerger.carried_out_at.is_(None), MunicipalityMerger.day <= today)
        .order_by(MunicipalityMerger.day, MunicipalityMerger.from_code)
        .with_for_update()
    ).all()


def _refuse_impossible(session: Session, wanted: Plan, known: MunicipalityMerger | None) -> None:
    if wanted.from_code == wanted.into_code:
        message = f"{wanted.from_code} cannot go into itself."
        raise MergerRefusedError(message)
    if known is not None and known.carried_out_at is None:
        message = (
            f"{known.from_code} is planned to go into {known.into_code} on {known.day}. "
            "Cancel that merger first."
        )
        raise MergerRefusedError(message)
    get_living(session, wanted.from_code)
    if session.get(Municipality, wanted.into_code) or not wanted.into_name.strip():
        get_living(session, wanted.into_code, hint=" Add --name if it is new.")
    elif not _CODE.fullmatch(wanted.into_code):
        message = f"{wanted.into_code} is no code of a municipality, such as GM0402."
        raise MergerRefusedError(message)
    _refuse_knots(session, wanted)


def _refuse_knots(session: Session, wanted: Plan) -> None:
    """Refuse that one goes into another that will have gone itself by then, or on that very day.

    That leaves out every circle: a circle would need each to outlive the next.
    """
    for planned in (each for each in all_mergers(session) if each.carried_out_at is None):
        goes_too_early = planned.from_code == wanted.into_code and planned.day <= wanted.day
        is_gone_by_then = planned.into_code == wanted.from_code and wanted.day <= planned.day
        if goes_too_early or is_gone_by_then:
            message = (
                f"{planned.from_code} is planned to go into {planned.into_code} on {planned.day}: "
                f"that does not go together with {wanted.from_code} into {wanted.into_code} "
                f"on {wanted.day}."
            )
            raise MergerRefusedError(message)


def _log(
    session: Session, action: str, merger: MunicipalityMerger, actor: Actor, now: datetime
) -> None:
    record(
        session,
        action,
        subject=("municipality", merger.from_code),
        actor=actor,
        now=now,
        municipality_code=merger.from_code,
        into=merger.into_code,
        day=merger.day.isoformat(),
    )
