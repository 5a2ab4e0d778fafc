"""The database: base class of the models, column types, engine and sessions."""

from collections.abc import Callable, Iterator
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
    UpdateBase,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.types import TypeDecorator

from webapp.core import public_stamp
from webapp.core.sealed_columns import seal_with
from webapp.core.sealing import Sealer
from webapp.core.standby import Servers

_NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
# How long one writer waits for another on SQLite before it gives up, in seconds.
_SQLITE_PATIENCE = 20
# How long PostgreSQL may take to let us in, in seconds, and to confirm that it got what we sent, in
# milliseconds: a machine that lost its power says nothing, and TCP alone waits a quarter of an
# hour for it. The address of the database may say otherwise.
_POSTGRESQL_PATIENCE = {"connect_timeout": 3, "tcp_user_timeout": 10_000}
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

    With `replica_url`, the address of a standby that follows the database, a reading session that
    need not be exact reads there, and every reading session does when the database is away.
    `sealer` has the keys of what is personal.
    """

    def __init__(self, url: str, sealer: Sealer, replica_url: str = "") -> None:
        self.engine = _create_engine(url, sealer)
        self.replica = _create_engine(replica_url, sealer) if replica_url else None
        self._reading = sessionmaker(self.engine, expire_on_commit=False)
        writing = self.engine.execution_options(**{_WRITING: True})
        public_stamp.watch(writing)
        self._writing = sessionmaker(writing, expire_on_commit=False)
        self._servers = Servers(self.engine, self.replica) if self.replica else None
        if self._servers:
            self.listen_to_writing("after_commit", self._servers.note_saved)

    def session(self, *, writing: bool, exact: bool = True) -> Session:
        """Return a new session; the caller commits and closes it.

        One that only reads may do without the very last changes: then it is not `exact`.
        """
        if writing:
            return self._writing()
        return self._servers.session(exact=exact) if self._servers else self._reading()

    def listen_to_writing(self, name: str, listener: Callable[..., None]) -> None:
        """Call `listener` at this event of SQLAlchemy of every writing session."""
        event.listen(self._writing, name, listener)

    @contextmanager
    def reading(self, *, exact: bool = True) -> Iterator[Session]:
        """Lend a session that only reads."""
        with self.session(writing=False, exact=exact) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Lend a session that commits at the end, or rolls back when an error comes out."""
        with self._writing.begin() as session:
            yield session

    def dispose(self) -> None:
        """Close all connections."""
        self.engine.dispose()
        if self.replica:
            self.replica.dispose()


def changed_by(session: Session, statement: UpdateBase) -> int:
    """Execute an INSERT, UPDATE or DELETE; return how many rows it changed.

    Rows are counted by the driver: the session's own result does not say so.
    """
    return int(session.execute(statement).rowcount)  # type: ignore[attr-defined]


def _create_engine(url: str, sealer: Sealer) -> Engine:
    engine = _engine_of(url)
    seal_with(engine, sealer)
    return engine


def _engine_of(url: str) -> Engine:
    # An error of the database must not take what somebody filled in along to the log.
    if not url.startswith("sqlite"):
        said = make_url(url).query
        patience = {name: value for name, value in _POSTGRESQL_PATIENCE.items() if name not in said}
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=patience)
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
