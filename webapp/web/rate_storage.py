"""Counting requests in the database, so that all processes count together.

Flask-Limiter's own storages know no SQL, and the one in memory counts each process apart.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import structlog
from limits import RateLimitItem
from limits.storage import Storage
from limits.strategies import STRATEGIES, FixedWindowRateLimiter
from sqlalchemy import case, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError

from webapp.core.db import Database
from webapp.core.rate_counters import RateCounter
from webapp.web.ports import ports

_log = structlog.get_logger(__name__)


class DatabaseStorage(Storage):
    """The storage that `limits` asks for, over the table of counters.

    It takes no options and counts in the database of the application that serves the request:
    Flask-Limiter carries options of one application over to the next in the same process.
    """

    STORAGE_SCHEME = ["webapp"]  # noqa: RUF012 (the name and shape that limits asks for)

    @property
    def _database(self) -> Database:
        return ports().database

    @property
    def base_exceptions(self) -> type[Exception]:
        return OperationalError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count up; a counter that expired begins anew."""
        now = time.time()
        fresh, until = _moment(now), _moment(now + expiry)
        dialect = postgresql if self._database.engine.dialect.name == "postgresql" else sqlite
        expired = RateCounter.expires_at <= fresh
        statement = (
            dialect.insert(RateCounter)
            .values(key=key, count=amount, expires_at=until)
            .on_conflict_do_update(
                index_elements=[RateCounter.key],
                set_={
                    "count": case((expired, amount), else_=RateCounter.count + amount),
                    "expires_at": case((expired, until), else_=RateCounter.expires_at),
                },
            )
            .returning(RateCounter.count)
        )
        with self._database.writing() as session:
            return int(session.execute(statement).scalar_one())

    def get(self, key: str) -> int:
        row = self._living(key)
        return row.count if row else 0

    def get_expiry(self, key: str) -> float:
        row = self._living(key)
        return row.expires_at.timestamp() if row else time.time()

    def check(self) -> bool:
        with self._database.reading() as session:
            session.execute(select(1))
        return True

    def reset(self) -> int | None:
        with self._database.writing() as session:
            session.execute(delete(RateCounter))
        return None

    def clear(self, key: str) -> None:
        with self._database.writing() as session:
            session.execute(delete(RateCounter).where(RateCounter.key == key))

    def _living(self, key: str) -> RateCounter | None:
        with self._database.reading() as session:
            row = session.get(RateCounter, key)
            return row if row and row.expires_at.timestamp() > time.time() else None


class LenientWindow(FixedWindowRateLimiter):
    """Counts in fixed windows; a storage that is away stops nobody, any other fault does."""

    NAME = "lenient-window"

    def hit(self, item: RateLimitItem, *identifiers: str, cost: int = 1) -> bool:
        return self._unless_away(super().hit, item, *identifiers, cost=cost)

    def test(self, item: RateLimitItem, *identifiers: str, cost: int = 1) -> bool:
        return self._unless_away(super().test, item, *identifiers, cost=cost)

    def _unless_away(
        self, count: Callable[..., bool], item: RateLimitItem, *identifiers: str, cost: int
    ) -> bool:
        try:
            return count(item, *identifiers, cost=cost)
        except self.storage.base_exceptions as error:
            _log.error("rate_limits.not_counted", kind=type(error).__name__)
            return True


# Flask-Limiter finds a strategy by its name.
STRATEGIES[LenientWindow.NAME] = LenientWindow


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
