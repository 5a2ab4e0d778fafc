"""What the site remembers of a browser: rows in the database, found by a secret in a cookie."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from webapp.accounts.models import BrowserSession
from webapp.core.db import changed_by
from webapp.core.ids import hash_secret, new_secret

IDLE_LIMIT = timedelta(hours=8)
ABSOLUTE_LIMIT = timedelta(hours=24)
TOUCH_EVERY = timedelta(minutes=1)
_HANDLE_LENGTH = 20


def find_session(
    session: Session, secret: str, *, host: str, now: datetime
) -> BrowserSession | None:
    """Return the living session that belongs to `secret` on `host`."""
    row = session.scalar(
        select(BrowserSession).where(
            BrowserSession.secret_hash == hash_secret(secret), BrowserSession.host == host
        )
    )
    return row if row and _is_alive(row, now) else None


def open_session(
    session: Session, *, host: str, data: dict[str, Any], account_id: int | None, now: datetime
) -> str:
    """Keep a new session and return the secret for its cookie."""
    secret = new_secret()
    session.add(
        BrowserSession(
            secret_hash=hash_secret(secret),
            host=host,
            data=data,
            account_id=account_id,
            created_at=now,
            seen_at=now,
        )
    )
    return secret


def keep(
    session: Session, secret: str, *, data: dict[str, Any], account_id: int | None, now: datetime
) -> None:
    """Keep new data under `secret`; a session that was ended meanwhile stays ended."""
    session.execute(
        update(BrowserSession)
        .where(BrowserSession.secret_hash == hash_secret(secret))
        .values(data=data, account_id=account_id, seen_at=now)
    )


def end_session(session: Session, secret: str) -> None:
    """Forget one session."""
    session.execute(delete(BrowserSession).where(BrowserSession.secret_hash == hash_secret(secret)))


def end_sessions_of(session: Session, account_id: int) -> None:
    """Forget all sessions of an account, on every host."""
    session.execute(delete(BrowserSession).where(BrowserSession.account_id == account_id))


def sessions_of(session: Session, account_id: int, *, now: datetime) -> list[BrowserSession]:
    """Return the living sessions of an account, on every host."""
    rows = session.scalars(select(BrowserSession).where(BrowserSession.account_id == account_id))
    return [row for row in rows if _is_alive(row, now)]


def handle_of(row: BrowserSession) -> str:
    """Return what names a session to its owner: it opens nothing, and tells no number."""
    return hash_secret(row.secret_hash)[:_HANDLE_LENGTH]


def handle_of_secret(secret: str) -> str:
    """Return what names the session that `secret` opens."""
    return hash_secret(hash_secret(secret))[:_HANDLE_LENGTH]


def end_session_called(session: Session, account_id: int, handle: str) -> bool:
    """Forget the session of an account with this handle; tell whether there was one."""
    rows = session.scalars(select(BrowserSession).where(BrowserSession.account_id == account_id))
    found = [row for row in rows if handle_of(row) == handle]
    for row in found:
        session.delete(row)
    return bool(found)


def purge_expired(session: Session, *, now: datetime) -> int:
    """Remove the sessions that no cookie can open any more."""
    return changed_by(
        session,
        delete(BrowserSession).where(
            or_(
                BrowserSession.seen_at < now - IDLE_LIMIT,
                BrowserSession.created_at < now - ABSOLUTE_LIMIT,
            )
        ),
    )


def _is_alive(row: BrowserSession, now: datetime) -> bool:
    return now - row.seen_at < IDLE_LIMIT and now - row.created_at < ABSOLUTE_LIMIT
