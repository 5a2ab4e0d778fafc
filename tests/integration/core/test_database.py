"""The two kinds of session."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from webapp.core import clock
from webapp.core.heartbeat import WorkerHeartbeat, beat, is_alive


def test_writers_wait_for_each_other_in_line(database):
    with database.writing() as session:
        session.add(WorkerHeartbeat(name="counter", seen_at=clock.now()))
        session.execute(text("CREATE TABLE tally (n INTEGER)"))
        session.execute(text("INSERT INTO tally VALUES (0)"))

    def count_up(_turn):
        with database.writing() as session:
            session.execute(text("UPDATE tally SET n = n + 1"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count_up, range(40)))
    with database.writing() as session:
        assert session.execute(text("SELECT n FROM tally")).scalar() == 40
        session.execute(text("DROP TABLE tally"))


def test_a_savepoint_undoes_only_its_own_part(session):
    beat(session, "kept", now=clock.now())
    session.flush()
    with session.begin_nested() as savepoint:
        beat(session, "undone", now=clock.now())
        session.flush()
        savepoint.rollback()
    session.expire_all()
    assert is_alive(session, "kept", now=clock.now())
    assert not is_alive(session, "undone", now=clock.now())


def test_foreign_keys_are_enforced(session):
    with pytest.raises(IntegrityError):
        session.execute(text("INSERT INTO role (account_id, name) VALUES (999999, 'moderator')"))


def test_a_moment_comes_back_with_its_time_zone(session):
    moment = clock.now()
    beat(session, "worker", now=moment)
    session.flush()
    session.expire_all()
    assert session.get(WorkerHeartbeat, "worker").seen_at == moment
