"""A database of its own for each engine, gone at the end."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from tests.support.databases import filled_sqlite, own_postgresql
from webapp.core.db import Database


@dataclass(frozen=True)
class Ground:
    """Where one engine is measured: the address of a migrated database, and a folder."""

    engine: str
    database_url: str
    folder: Path

    @property
    def is_postgresql(self) -> bool:
        """Whether the index is part of the database."""
        return self.database_url.startswith("postgresql")

    def settle(self, database: Database) -> None:
        """Let PostgreSQL do now what it does by itself after a while."""
        if self.is_postgresql:
            autocommit = database.engine.execution_options(isolation_level="AUTOCOMMIT")
            with autocommit.connect() as connection:
                connection.execute(text("VACUUM ANALYZE"))

    def index_megabytes(self, database: Database) -> float:
        """Return how large the index is on disk."""
        if not self.is_postgresql:
            files = (self.folder / "index").rglob("*")
            return sum(file.stat().st_size for file in files if file.is_file()) / 1e6
        sizes = text(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
            " WHERE relkind = 'r' AND relname LIKE 'search\\_%'"
        )
        with database.reading() as session:
            return float(session.scalar(sizes) or 0) / 1e6


@contextmanager
def _whoosh() -> Iterator[Ground]:
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        yield Ground("whoosh", f"sqlite:///{filled_sqlite(folder)}", folder)


@contextmanager
def _postgresql() -> Iterator[Ground]:
    with TemporaryDirectory(prefix="bench-") as name, own_postgresql() as database:
        url = database.engine.url.render_as_string(hide_password=False)
        yield Ground("postgresql", url, Path(name))


GROUNDS: dict[str, Callable[[], AbstractContextManager[Ground]]] = {
    "whoosh": _whoosh,
    "postgresql": _postgresql,
}
