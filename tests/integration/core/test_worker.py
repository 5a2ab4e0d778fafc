"""The worker's loop, run in a thread over a real database."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from tests.support.databases import SEALER
from webapp.core import clock, heartbeat
from webapp.core.db import Database
from webapp.core.worker import NAME, Job, Worker

PATIENCE = 10


@contextmanager
def running(database: Database, *jobs: Job) -> Iterator[Worker]:
    worker = Worker(database, jobs, pause=0.01)
    thread = Thread(target=worker.run)
    thread.start()
    try:
        yield worker
    finally:
        worker.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def is_alive(database):
    with database.reading() as session:
        return heartbeat.is_alive(session, NAME, now=clock.now())


def test_the_worker_shows_that_it_lives_before_it_begins(database):
    begun = Event()
    assert not is_alive(database)
    with running(database, Job("first", begun.set)):
        assert begun.wait(PATIENCE)
        assert is_alive(database)


def test_a_job_that_fails_is_told_of_and_the_others_go_on(database):
    turns = []
    enough = Event()

    def count():
        turns.append(1)
        if len(turns) == 3:
            enough.set()

    def fail():
        raise ZeroDivisionError

    with capture_logs() as lines, running(database, Job("broken", fail), Job("well", count)):
        assert enough.wait(PATIENCE)
    faults = [line for line in lines if line["event"] == "worker.job_failed"]
    assert [(line["job"], line["kind"]) for line in faults] == [("broken", "ZeroDivisionError")]


def test_a_job_that_wants_it_seldom_gets_its_turn_seldom(database):
    often, seldom = [], []
    enough = Event()

    def count():
        often.append(1)
        if len(often) == 5:
            enough.set()

    with running(
        database, Job("often", count), Job("seldom", lambda: seldom.append(1), every=3600)
    ):
        assert enough.wait(PATIENCE)
    assert len(seldom) == 1


def test_the_worker_outlives_a_database_that_is_away(tmp_path):
    away = Database(f"sqlite:///{tmp_path}/nowhere/database.sqlite3", SEALER)
    begun = Event()
    with pytest.raises(OperationalError), away.reading() as session:
        session.connection()
    with capture_logs(), running(away, Job("first", begun.set)):
        assert begun.wait(PATIENCE)
    away.engine.dispose()
