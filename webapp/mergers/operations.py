"""Carrying out the mergers of which the day has come."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.mergers.change import Change
from webapp.mergers.steps import STEPS, Step
from webapp.mergers.workplaces import tell_search, touched_workplaces
from webapp.municipalities.mergers import all_mergers, due
from webapp.municipalities.models import Municipality, MunicipalityMerger
from webapp.municipalities.operations import join

# A request ends well within this time, and the worker looks more often.
_STRAGGLERS_COME_WITHIN = timedelta(days=1)

logger = structlog.get_logger(__name__)


def carry_out_due(
    session: Session, *, today: date, actor: Actor, now: datetime
) -> Sequence[MunicipalityMerger]:
    """Carry out the mergers of which the day has come, and return them; each is done once.

    Until the commit nobody can write a row that refers to one of these municipalities.

    What was still written under the old code, just after a merger, is taken along too.
    """
    waiting = due(session, today)
    for merger in waiting:
        _carry_out(session, merger, actor=actor, now=now)
    for merger in all_mergers(session):
        is_recent = merger.carried_out_at and merger.carried_out_at > now - _STRAGGLERS_COME_WITHIN
        if is_recent and merger not in waiting:
            _fetch_stragglers(session, merger, now)
    return waiting


def _carry_out(
    session: Session, merger: MunicipalityMerger, *, actor: Actor, now: datetime
) -> None:
    old = session.get_one(Municipality, merger.from_code, with_for_update=True)
    new = session.get(Municipality, merger.into_code, with_for_update=True)
    new = new or _begun(session, merger, old)
    change = _change(old, new, now)
    done = _take_along(session, change, STEPS)
    new.population += old.population
    _hand_over_site(session, old, new, merger.day, now)
    merger.carried_out_at = now
    session.flush()
    record(
        session,
        "municipality.merged",
        subject=("municipality", old.code),
        actor=actor,
        now=now,
        municipality_code=new.code,
        into=new.code,
        day=merger.day.isoformat(),
        **done,
    )
    logger.info("municipality_merged", old=old.code, new=new.code)


def _fetch_stragglers(session: Session, merger: MunicipalityMerger, now: datetime) -> None:
    old = session.get_one(Municipality, merger.from_code)
    new = session.get_one(Municipality, merger.into_code)
    repeated = [step for step in STEPS if step.repeats]
    done = _take_along(session, _change(old, new, now), repeated)
    if any(done.values()):
        logger.info("municipality_merger_completed", old=old.code, new=new.code, **done)


def _take_along(session: Session, change: Change, steps: Iterable[Step]) -> Mapping[str, object]:
    """Do the steps; return what each says of itself for the log."""
    touched = touched_workplaces(session, change)
    done = {step.name: step.work(session, change) for step in steps}
    tell_search(session, touched, change)
    session.flush()
    # What was read before the steps may say otherwise now.
    session.expire_all()
    return done


def _begun(session: Session, merger: MunicipalityMerger, old: Municipality) -> Municipality:
    """Return the new municipality, which begins with the first that goes into it."""
    new = Municipality(
        code=merger.into_code,
        name=merger.into_name,
        province=old.province,
        population=0,
        latitude=old.latitude,
        longitude=old.longitude,
    )
    session.add(new)
    session.flush()
    return new


def _change(old: Municipality, new: Municipality, now: datetime) -> Change:
    return Change(old.code, new.code, old_name=old.name, has_site=new.takes_part, now=now)


def _hand_over_site(
    session: Session, old: Municipality, new: Municipality, day: date, now: datetime
) -> None:
    """Let the old host lead to the new one's, which takes part if the old one did."""
    had_site = old.takes_part
    old.joined_at = None
    old.ended_on = day
    session.flush()
    if had_site:
        join(session, new, now=now)
