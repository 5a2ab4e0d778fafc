"""The number that says whether what visitors may see has changed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, insert, select, text, update

from tests.support.workplaces import make_workplace
from webapp import schema
from webapp.content.models import FaqEntry
from webapp.core import public_stamp
from webapp.core.heartbeat import beat
from webapp.core.rate_counters import RateCounter
from webapp.municipalities.models import Municipality
from webapp.workplaces.models import Sector, Workplace

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)


def _number(database):
    with database.reading() as session:
        return public_stamp.current(session)


def _rename(session):
    session.execute(update(Municipality).values(province="Gelderland"))


def _rename_by_text(session):
    session.execute(text("UPDATE municipality SET province = 'Gelderland'"))


def _change_an_object(session):
    session.scalars(select(Municipality)).first().province = "Nieuw"


def _forget(session):
    session.execute(delete(Municipality).where(Municipality.code == "GM0226"))


def _add_and_return(session):
    keys = [{"key": key, "name": key, "icon": "tree", "position": 1} for key in ("een", "twee")]
    session.execute(insert(Sector).returning(Sector.key), keys)


@pytest.mark.parametrize(
    "change",
    [make_workplace, _rename, _rename_by_text, _change_an_object, _forget, _add_and_return],
)
def test_it_grows_with_a_change_of_what_visitors_may_see(database, change):
    before = _number(database)
    with database.writing() as session:
        change(session)
    assert _number(database) == (before or 0) + 1


def test_it_grows_once_with_many_changes(database):
    with database.writing() as session:
        make_workplace(session)
        make_workplace(session)
    before = _number(database)
    with database.writing() as session:
        for workplace in session.scalars(select(Workplace)):
            workplace.is_visible = False
            session.flush()
    assert _number(database) == before + 1


def test_it_stays_when_a_visitor_is_counted_and_the_worker_is_alive(database):
    before = _number(database)
    with database.writing() as session:
        session.add(RateCounter(key="somebody", count=1, expires_at=NOW + timedelta(minutes=1)))
        beat(session, "worker", now=NOW)
    assert _number(database) == before


def test_it_stays_when_there_was_nothing_to_change(database):
    before = _number(database)
    with database.writing() as session:
        session.execute(delete(FaqEntry))
        session.execute(update(Workplace).values(is_visible=False))
        session.execute(text("DELETE FROM workplace"))
    assert _number(database) == before


def test_it_stays_with_what_was_taken_back_and_does_not_grow_with_what_comes_next(database):
    before = _number(database)
    with database.session(writing=True) as session:
        make_workplace(session)
        session.rollback()
        beat(session, "worker", now=NOW)
        session.commit()
    assert _number(database) == before


def test_what_is_not_committed_is_not_in_it(database):
    before = _number(database)
    with database.session(writing=True) as session:
        make_workplace(session)
    assert _number(database) == before


def test_what_is_private_is_a_table(database):
    assert schema.metadata(database.engine.dialect.name).tables.keys() > public_stamp.PRIVATE


def test_a_connection_that_was_lost_is_given_up_without_another_error(database):
    with database.session(writing=True) as session:
        make_workplace(session)
        session.connection().invalidate()
        session.rollback()
        assert session.scalar(select(Municipality.code).limit(1))
