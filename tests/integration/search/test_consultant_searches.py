"""A consultant's search is kept for that consultant alone, and not for long."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from webapp.accounts.models import Account
from webapp.core.actor import Actor
from webapp.search import consultant_searches
from webapp.search.models import ConsultantSearch

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
DUIVEN, ARNHEM = "GM0226", "GM0202"


@pytest.fixture
def accounts(session):
    made = [
        Account(email=f"{name}@voorbeeld.nl", name=name, created_at=NOW) for name in ("aya", "bo")
    ]
    session.add_all(made)
    session.flush()
    return [account.id for account in made]


def keep(session, account_id, where="6921 AB", label="", query="", *, code=DUIVEN, now=NOW):
    actor = Actor(account_id=account_id, name="aya", public_id="aya")
    return consultant_searches.keep(
        session, code, actor=actor, now=now, where=where, label=label, query=query
    )


def recent(session, account_id, code=DUIVEN, now=NOW):
    return consultant_searches.recent(session, account_id, code, now=now)


def test_a_consultant_finds_a_kept_search_and_a_colleague_does_not(session, accounts):
    kept = keep(session, accounts[0], label="mevrouw B.", query="q=tuin")
    found = consultant_searches.find(session, kept.public_id, accounts[0], now=NOW)
    assert found is not None
    assert found.criteria == {
        "where": "6921",
        "label": "mevrouw B.",
        "query": "q=tuin",
        "municipality": DUIVEN,
    }
    assert consultant_searches.find(session, kept.public_id, accounts[1], now=NOW) is None


def test_a_search_is_gone_after_some_hours(session, accounts):
    keep(session, accounts[0], "6901")
    young = keep(session, accounts[0], now=NOW + timedelta(hours=1))
    later = NOW + timedelta(hours=8)
    consultant_searches.purge_expired(session, now=later)
    assert session.scalars(select(ConsultantSearch)).all() == [young]


def test_a_search_that_has_expired_is_not_found_before_it_is_removed(session, accounts):
    kept = keep(session, accounts[0])
    later = NOW + timedelta(hours=8)
    assert consultant_searches.find(session, kept.public_id, accounts[0], now=later) is None
    assert recent(session, accounts[0], now=later) == []


def test_the_recent_searches_are_the_own_ones_for_this_municipality_the_newest_first(
    session, accounts
):
    first = keep(session, accounts[0])
    second = keep(session, accounts[0], "6901", now=NOW + timedelta(minutes=1))
    keep(session, accounts[1])
    elsewhere = keep(session, accounts[0], code=ARNHEM)
    assert recent(session, accounts[0]) == [second, first]
    assert recent(session, accounts[0], ARNHEM) == [elsewhere]


def test_searching_on_for_the_same_client_stays_one_search_and_is_kept_longer(session, accounts):
    first = keep(session, accounts[0], label="mevrouw B.", query="q=tuin")
    later = NOW + timedelta(hours=7)
    again = keep(session, accounts[0], label="mevrouw B.", query="q=hout", now=later)
    assert again is first
    assert recent(session, accounts[0], now=later + timedelta(hours=2)) == [first]
    assert first.criteria["query"] == "q=hout"
    assert keep(session, accounts[0], label="meneer A.") is not first
    assert keep(session, accounts[0], "6901", label="mevrouw B.") is not first


def test_a_search_can_be_forgotten_at_once_by_its_own_consultant_alone(session, accounts):
    kept = keep(session, accounts[0])
    consultant_searches.forget(session, kept.public_id, accounts[1])
    assert recent(session, accounts[0]) == [kept]
    for _time in range(2):
        consultant_searches.forget(session, kept.public_id, accounts[0])
    assert recent(session, accounts[0]) == []
