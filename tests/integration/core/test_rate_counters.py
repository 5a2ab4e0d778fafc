from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from webapp.core import rate_counters
from webapp.core.rate_counters import RateCounter

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)


def test_a_counter_is_forgotten_once_it_counts_no_more(session):
    session.add(RateCounter(key="old", count=3, expires_at=NOW))
    session.add(RateCounter(key="new", count=1, expires_at=NOW + timedelta(seconds=1)))
    session.flush()
    rate_counters.purge_expired(session, now=NOW)
    assert session.scalars(select(RateCounter.key)).all() == ["new"]
