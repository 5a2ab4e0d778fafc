"""Saying that one is on something, so that two do not do the same work."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session, joinedload

from webapp.core.actor import Actor
from webapp.core.db import changed_by
from webapp.core.upserts import upsert
from webapp.moderation.models import Claim

LASTS = timedelta(hours=1)


def take(
    session: Session, subject: str, municipality_code: str, *, actor: Actor, now: datetime
) -> bool:
    """Say that `actor` is on `subject` for an hour; tell whether that is so.

    Who is first stays on it: of two who say so at once, one is told that it is not.
    """
    values = {"account_id": actor.account_id, "since": now, "until": now + LASTS}
    session.execute(
        upsert(session, Claim)
        .values(subject=subject, municipality_code=municipality_code, **values)
        .on_conflict_do_update(
            index_elements=["municipality_code", "subject"],
            set_=values,
            where=or_(Claim.until <= now, Claim.account_id == actor.account_id),
        )
    )
    found = claims_on(session, [subject], municipality_code, now=now)[subject]
    return found.account_id == actor.account_id


def release(session: Session, subject: str, municipality_code: str, *, actor: Actor) -> None:
    """Let `actor` be on it no longer; what a colleague is on stays so."""
    session.execute(
        delete(Claim).where(
            Claim.subject == subject,
            Claim.municipality_code == municipality_code,
            Claim.account_id == actor.account_id,
        )
    )


def claims_on(
    session: Session, subjects: Collection[str], municipality_code: str, *, now: datetime
) -> Mapping[str, Claim]:
    """Return who is on which of `subjects`."""
    found = session.scalars(
        select(Claim)
        .where(
            Claim.subject.in_(subjects),
            Claim.municipality_code == municipality_code,
            Claim.until > now,
        )
        .options(joinedload(Claim.account))
        .execution_options(populate_existing=True)
    )
    return {claim.subject: claim for claim in found}


def purge(session: Session, *, now: datetime) -> int:
    """Forget what has ended."""
    return changed_by(session, delete(Claim).where(Claim.until <= now))
