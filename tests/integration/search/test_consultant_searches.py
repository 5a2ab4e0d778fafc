"""A consultant's search is kept for that consultant alone, and not for long."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from webapp.accounts.models import Account
from webapp.core.actor import Actor
from webapp.search import consultant_searches
from webapp.search.models import ConsultantSearch

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def accounts(session):
    made = [
        Account(email=f"{name}@voorbeeld.nl", name=name, created_at=NOW) for name in ("aya", "bo")
    ]
    session.add_all(made)
    session.flush()
    return [account.id for account in made]


def keep(session, account_id, *, now=NOW):
    actor = Actor(account_id=account_id, name="aya")
    return consultant_searches.keep(
        session, "6921 AB", municipality_code="GM0226", actor=actor, now=now
    )


def test_a_consultant_finds_a_kept_search_and_a_colleague_does_not(session, accounts):
    kept = keep(session, accounts[0])
    found = consultant_searches.find(session, kept.public_id, accounts[0], now=NOW)
    assert found is not None
    assert found.criteria == {"where": "6921"}
    assert consultant_searches.find(session, kept.public_id, accounts[1], now=NOW) is None


def test_a_search_is_gone_after_some_hours(session, accounts):
    keep(session, accounts[0])
    young = keep(session, accounts[0], now=NOW + timedelta(hours=1))
    later = NOW + timedelta(hours=8)
    consultant_searches.purge_expired(session, now=later)
    assert session.scalars(select(ConsultantSearch)).all() == [young]


def test_a_search_that_has_expired_is_not_found_before_it_is_removed(session, accounts):
    kept = keep(session, accounts[0])
    later = NOW + timedelta(hours=8)
    assert consultant_searches.find(session, kept.public_id, accounts[0], now=later) is None
