"""Real databases for the tests: migrated and filled with the geography once, then reset."""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from webapp import schema
from webapp.core import migrations
from webapp.core.db import Database
from webapp.core.sealing import Sealer
from webapp.municipalities import geography

SERVER = os.environ.get("TEST_POSTGRESQL_URL", "postgresql+psycopg://postgres@127.0.0.1/postgres")
# The key of every process under test (sites.settings_for, CommandLine).
SECRET_KEY = "only for tests"
SEALER = Sealer([SECRET_KEY])
# In the order in which they can be filled.
_GEOGRAPHY = (
    "municipality",
    "municipality_neighbour",
    "place",
    "place_neighbour",
    "postcode_area",
)
# Statements that show whether a test changed the geography, and what they answer if not.
_WHOLE = {
    "SELECT count(*), sum(length(name)), count(ended_on) FROM municipality": (342, 3321, 0),
    "SELECT count(*) FROM municipality_neighbour": (1740,),
    "SELECT count(*) FROM place": (2474,),
    "SELECT count(*) FROM postcode_area": (4067,),
}


def postgresql_answers() -> bool:
    """Tell whether there is a PostgreSQL server to test on."""
    engine = create_engine(SERVER, connect_args={"connect_timeout": 3})
    try:
        with engine.connect():
            return True
    except OperationalError:
        return False
    finally:
        engine.dispose()


def filled_sqlite(folder: Path) -> Path:
    """Make a migrated SQLite file with the geography, to be copied for each test."""
    file = folder / "template.sqlite3"
    database = Database(f"sqlite:///{file}", SEALER)
    fill(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    database.engine.dispose()
    return file


def copied_sqlite(template: Path, folder: Path) -> str:
    """Return the address of a fresh copy of `template`."""
    file = folder / "test.sqlite3"
    shutil.copyfile(template, file)
    return f"sqlite:///{file}"


@contextmanager
def own_postgresql() -> Iterator[Database]:
    """Lend a migrated PostgreSQL database with a random name; drop it at the end."""
    name = f"webapp_test_{uuid.uuid4().hex[:12]}"
    _on_server(f'CREATE DATABASE "{name}"')
    url = make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    database = Database(url, SEALER)
    try:
        fill(database)
        _keep_geography(database)
        yield database
    finally:
        database.engine.dispose()
        _on_server(f'DROP DATABASE "{name}" WITH (FORCE)')


def reset_postgresql(database: Database) -> None:
    """Empty every table but the geography, and mend that where a test changed it."""
    tables = [name for name in schema.metadata("postgresql").tables if name not in _GEOGRAPHY]
    with database.engine.begin() as connection:
        # The log refuses to be emptied, as it should: for a test its owner says otherwise.
        connection.execute(text("ALTER TABLE audit_event DISABLE TRIGGER USER"))
        connection.execute(text(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE"))
        connection.execute(text("ALTER TABLE audit_event ENABLE TRIGGER USER"))
        connection.execute(text("UPDATE municipality SET slug = NULL, joined_at = NULL"))
    with database.writing() as session:
        if any(session.execute(text(each)).one() != whole for each, whole in _WHOLE.items()):
            session.execute(text(f"TRUNCATE {', '.join(_GEOGRAPHY)} CASCADE"))
            for table in _GEOGRAPHY:
                session.execute(text(f"INSERT INTO {table} SELECT * FROM kept.{table}"))  # noqa: S608 (our names)


def _keep_geography(database: Database) -> None:
    """Keep a copy of the geography, which is restored sooner than loaded."""
    with database.engine.begin() as connection:
        connection.execute(text("CREATE SCHEMA kept"))
        for table in _GEOGRAPHY:
            connection.execute(text(f"CREATE TABLE kept.{table} AS TABLE {table}"))


def fill(database: Database) -> None:
    """Migrate an empty database, and put the geography in it."""
    migrations.upgrade(database.engine)
    with database.writing() as session:
        geography.load(session)


def _on_server(statement: str) -> None:
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
