"""The database: base class of the models, column types, engine and sessions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    create_engine,
    event,
)
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.types import TypeDecorator

_NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
# How long one writer waits for another on SQLite before it gives up, in seconds.
_SQLITE_PATIENCE = 20
_WRITING = "webapp_writing"


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in time: aware on the Python side, UTC in the database, on every engine."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Base class of every model."""

    metadata = MetaData(naming_convention=_NAMING)
    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy's own class variable)
        datetime: UtcDateTime,
        dict[str, Any]: JSON,
        list[str]: JSON,
    }


class Database:
    """The engine with its two kinds of session.

    A writing session takes SQLite's write lock when it begins: two writers then wait for each
    other in line, where a session that first reads and writes later would be refused at once.
    """

    def __init__(self, url: str) -> None:
        self.engine = _create_engine(url)
        self._reading = sessionmaker(self.engine, expire_on_commit=False)
        self._writing = sessionmaker(
            self.engine.execution_options(**{_WRITING: True}), expire_on_commit=False
        )

    def session(self, *, writing: bool) -> Session:
        """Return a new session; the caller commits and closes it."""
        return self._writing() if writing else self._reading()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Lend a session that only reads."""
        with self._reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Lend a session that commits at the end, or rolls back when an error comes out."""
        with self._writing.begin() as session:
            yield session


def _create_engine(url: str) -> Engine:
    # An error of the database must not take what somebody filled in along to the log.
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": _SQLITE_PATIENCE})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_on_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 (a driver's object)
    """Set up a new SQLite connection.

    pysqlite begins and commits by itself, which breaks savepoints; with `isolation_level` None
    it leaves that to us, as SQLAlchemy's documentation of the dialect describes.
    """
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _begin_on_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
