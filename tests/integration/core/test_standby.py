"""Which of two servers a session reads from: two real databases that differ in one row."""

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from tests.support.databases import SEALER
from webapp.core import public_stamp
from webapp.core.db import Database


@pytest.fixture
def address(tmp_path):
    """The address of a database that holds its own name; 'nowhere' is away."""

    def made(name):
        database = Database(f"sqlite:///{tmp_path}/{name}.sqlite3", SEALER)
        public_stamp.METADATA.create_all(database.engine)
        with database.writing() as session:
            session.execute(text("CREATE TABLE name (name)"))
            session.execute(text("INSERT INTO name VALUES (:name)"), {"name": name})
        database.dispose()
        return f"sqlite:///{tmp_path}/{name}.sqlite3"

    return {name: made(name) for name in ("primary", "standby")} | {
        "nowhere": f"sqlite:///{tmp_path}/nowhere/database.sqlite3"
    }


@pytest.fixture
def opened(address):
    """Open the primary and the standby with these names."""
    databases = []

    def opening(primary, standby):
        databases.append(Database(address[primary], SEALER, address[standby]))
        return databases[-1]

    yield opening
    for each in databases:
        each.dispose()


def _read(database, **how):
    with database.reading(**how) as session:
        return session.scalar(text("SELECT name FROM name"))


def test_reading_is_exact_unless_one_says_otherwise(opened):
    database = opened("primary", "standby")
    assert _read(database) == "primary"
    assert _read(database, exact=False) == "standby"


def test_without_a_standby_there_is_one_server(address):
    database = Database(address["primary"], SEALER)
    assert _read(database, exact=False) == _read(database) == "primary"
    database.dispose()


def test_saving_is_done_on_the_primary(opened):
    database = opened("primary", "standby")
    with database.writing() as session:
        session.execute(text("UPDATE name SET name = 'changed'"))
    assert _read(database) == "changed"
    assert _read(database, exact=False) == "standby"


def test_a_standby_that_is_away_is_said_once_and_the_primary_read(opened):
    database = opened("primary", "nowhere")
    with capture_logs() as lines:
        assert [_read(database, exact=False) for _ in range(3)] == ["primary"] * 3
    assert [(each["event"], each["server"]) for each in lines] == [
        ("database.passed_over", "standby")
    ]


def test_a_primary_that_is_away_leaves_reading_and_stops_saving(opened):
    database = opened("nowhere", "standby")
    assert [_read(database) for _ in range(2)] == ["standby"] * 2
    with pytest.raises(OperationalError), database.writing() as session:
        session.execute(text("UPDATE name SET name = 'changed'"))


def test_a_primary_that_is_back_is_read_after_something_was_saved(opened, tmp_path):
    database = opened("nowhere", "standby")
    assert _read(database) == "standby"
    (tmp_path / "nowhere").mkdir()
    with database.writing() as session:
        public_stamp.METADATA.create_all(session.connection())
        session.execute(text("CREATE TABLE name AS SELECT 'back' AS name"))
    assert _read(database) == "back"


def test_with_both_away_the_error_comes_out(opened):
    database = opened("nowhere", "nowhere")
    for exact in (True, False):
        with pytest.raises(OperationalError):
            _read(database, exact=exact)


def test_a_closed_session_gives_its_connection_back(opened):
    database = opened("primary", "standby")
    _read(database, exact=False)
    assert database.replica.pool.checkedout() == 0


@pytest.mark.parametrize(
    ("said", "timeout"), [("", 3), ("?connect_timeout=7", "7"), ("?sslmode=disable", 3)]
)
def test_postgresql_is_not_waited_for_longer_than_the_address_says(said, timeout):
    database = Database(f"postgresql+psycopg://nobody@127.0.0.1/none{said}", SEALER)
    given = {}

    def note(_dialect, _record, _arguments, parameters):
        given.update(parameters)
        raise ConnectionError

    event.listen(database.engine, "do_connect", note)
    with pytest.raises(ConnectionError):
        database.engine.connect()
    assert given["connect_timeout"] == timeout
