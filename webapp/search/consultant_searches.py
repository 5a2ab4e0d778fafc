"""Searches of consultants: kept some hours on the server, so that no address tells a postcode."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.audit import operations as audit
from webapp.core.actor import Actor
from webapp.search.models import ConsultantSearch
from webapp.search.whereabouts import without_letters

KEPT_FOR = timedelta(hours=8)


def keep(
    session: Session, where: str, *, municipality_code: str, actor: Actor, now: datetime
) -> ConsultantSearch:
    """Keep where a consultant searches, under an id that only this account can use.

    Of a postcode the digits alone are kept: no search needs more. The log tells who searched for
    a client, and nothing of where that client lives.
    """
    kept = ConsultantSearch(
        account_id=actor.account_id,
        criteria={"where": without_letters(where)},
        created_at=now,
        expires_at=now + KEPT_FOR,
    )
    session.add(kept)
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


def purge_expired(session: Session, *, now: datetime) -> None:
    """Remove the searches that have expired."""
    session.execute(delete(ConsultantSearch).where(ConsultantSearch.expires_at <= now))
