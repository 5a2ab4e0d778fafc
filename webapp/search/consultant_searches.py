"""Searches of consultants: kept some hours on the server, so that no address tells a postcode."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.audit import operations as audit
from webapp.core.actor import Actor
from webapp.core.db import changed_by
from webapp.search.models import ConsultantSearch
from webapp.search.whereabouts import without_letters

KEPT_FOR = timedelta(hours=8)


def keep(
    session: Session,
    municipality_code: str,
    *,
    actor: Actor,
    now: datetime,
    **criteria: str,
) -> ConsultantSearch:
    """Keep a search that a consultant does for a municipality; only this account can use its id.

    `criteria` are what `ConsultantSearch` names: `where`, `label` and `query`. A search for the
    same place under the same label goes on: the list of recent ones has each client once. Of a
    postcode the digits alone are kept: no search needs more. The log tells who searched for a
    client, and nothing of where that client lives.
    """
    criteria["where"] = without_letters(criteria["where"])
    whole = {**criteria, "municipality": municipality_code}
    for kept in recent(session, actor.account_id, municipality_code, now=now):
        if all(kept.criteria[name] == whole[name] for name in ("where", "label")):
            break
    else:
        kept = ConsultantSearch(account_id=actor.account_id)
        session.add(kept)
    kept.criteria, kept.created_at, kept.expires_at = whole, now, now + KEPT_FOR
    session.flush()
    audit.record(
        session,
        "client.searched",
        subject=("municipality", municipality_code),
        actor=actor,
        now=now,
        municipality_code=municipality_code,
        purpose="matching",
    )
    return kept


def find(
    session: Session, public_id: str, account_id: int, *, now: datetime
) -> ConsultantSearch | None:
    """Return a search of this account that has not expired, or None."""
    return session.scalar(
        select(ConsultantSearch).where(
            ConsultantSearch.public_id == public_id,
            ConsultantSearch.account_id == account_id,
            ConsultantSearch.expires_at > now,
        )
    )


def recent(
    session: Session, account_id: int | None, municipality_code: str, *, now: datetime
) -> Sequence[ConsultantSearch]:
    """Return the searches of this account for a municipality that are kept, the newest first."""
    return session.scalars(
        select(ConsultantSearch)
        .where(
            ConsultantSearch.account_id == account_id,
            ConsultantSearch.criteria["municipality"].as_string() == municipality_code,
            ConsultantSearch.expires_at > now,
        )
        .order_by(ConsultantSearch.created_at.desc(), ConsultantSearch.id.desc())
    ).all()


def forget(session: Session, public_id: str, account_id: int) -> None:
    """Remove a search of this account at once; one that is gone is no problem."""
    session.execute(
        delete(ConsultantSearch).where(
            ConsultantSearch.public_id == public_id, ConsultantSearch.account_id == account_id
        )
    )


def purge_expired(session: Session, *, now: datetime) -> int:
    """Remove the searches that have expired."""
    return changed_by(session, delete(ConsultantSearch).where(ConsultantSearch.expires_at <= now))
