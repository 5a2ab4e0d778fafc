"""Searches of consultants: kept some hours on the server, so that no address tells a postcode."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.search.models import ConsultantSearch

KEPT_FOR = timedelta(hours=8)


def keep(
    session: Session, account_id: int, criteria: dict[str, Any], *, now: datetime
) -> ConsultantSearch:
    """Keep what a consultant searches for, under an id that only this account can use."""
    kept = ConsultantSearch(
        account_id=account_id, criteria=criteria, created_at=now, expires_at=now + KEPT_FOR
    )
    session.add(kept)
    session.flush()
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
