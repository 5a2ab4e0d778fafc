"""Counting what is asked of the database, for budgets."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from webapp.core.db import Database


@contextmanager
def counted_statements(database: Database) -> Iterator[list[str]]:
    """Lend a list that grows with each statement sent, beginning and ending aside."""
    statements: list[str] = []

    def note(*seen: Any) -> None:
        if not seen[2].startswith(("BEGIN", "SAVEPOINT", "RELEASE")):
            statements.append(seen[2])

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
