"""Columns that hold what is personal: sealed in the database, open on the Python side.

Who has the database, or a backup of it, and not the key reads nothing in them. They cannot be
searched, nor sorted by. What was kept before it was sealed is still read, until
`webapp privacy rotate-key` seals it.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import JSON, Column, Dialect, Engine, MetaData, String, Table
from sqlalchemy.types import TypeDecorator

from webapp.core.sealing import Sealer

_MARK = "sealed:"


class _Sealed(TypeDecorator[Any]):
    """What only opens in the column for which it was sealed; what is empty stays as it is."""

    cache_ok = True

    def __init__(self, owner: str) -> None:
        """Make a type for the column that is called `owner`: '<table>.<column>'."""
        super().__init__()
        self.owner = owner

    def _seal(self, text: str, dialect: Dialect) -> str:
        return _MARK + _sealer_of(dialect).seal(text, owner=self.owner)

    def _open(self, sealed: str, dialect: Dialect) -> str:
        return _sealer_of(dialect).open(sealed.removeprefix(_MARK), owner=self.owner)


class SealedText(_Sealed):
    """A text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return self._seal(value, dialect) if value else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return self._open(value, dialect) if value and value.startswith(_MARK) else value


class SealedList(_Sealed):
    """A list of texts."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> list[str] | str:
        return self._seal(json.dumps(value), dialect) if value else []

    def process_result_value(self, value: list[str] | str | None, dialect: Dialect) -> list[str]:
        if isinstance(value, str):
            found: list[str] = json.loads(self._open(value, dialect))
            return found
        return value or []


def seal_with(engine: Engine, sealer: Sealer) -> None:
    """Let the sealed columns of a database be sealed and opened by `sealer`."""
    engine.dialect.webapp_sealer = sealer  # type: ignore[attr-defined]


def sealed_columns(metadata: MetaData) -> Iterator[tuple[Table, list[Column[Any]]]]:
    """Yield each table that has sealed columns, with these."""
    for table in metadata.sorted_tables:
        columns = [column for column in table.columns if isinstance(column.type, _Sealed)]
        if columns:
            yield table, columns


def _sealer_of(dialect: Dialect) -> Sealer:
    sealer: Sealer = dialect.webapp_sealer  # type: ignore[attr-defined]
    return sealer
