"""Columns that hold what is personal: sealed in the database, open on the Python side.

Who has the database, or a backup of it, and not the key reads nothing in them. They cannot be
searched, nor sorted by; a `Fingerprint` beside one finds exactly the same text again. What was
kept before it was sealed is still read, until `webapp privacy rotate-key` seals it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Dialect,
    Engine,
    MetaData,
    String,
    Table,
    false,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, Session
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


class SealedDict(_Sealed):
    """A dictionary of what JSON can hold."""

    impl = JSON
    cache_ok = True

    def process_bind_param(
        self, value: dict[str, Any] | None, dialect: Dialect
    ) -> dict[str, Any] | str:
        return self._seal(json.dumps(value), dialect) if value else {}

    def process_result_value(
        self, value: dict[str, Any] | str | None, dialect: Dialect
    ) -> dict[str, Any]:
        if isinstance(value, str):
            found: dict[str, Any] = json.loads(self._open(value, dialect))
            return found
        return value or {}


class Fingerprint(TypeDecorator[str]):
    """What a sealed text is found again by: it takes the text, and keeps a keyed hash of it.

    `owner` is the column of the text, in the same table; `writing` says which ways to write it
    come to the same.
    """

    impl = String
    cache_ok = True

    def __init__(self, owner: str, writing: str) -> None:
        super().__init__()
        self.owner = owner
        self.writing = writing

    @property
    def source(self) -> str:
        """The name of the column of the text."""
        return self.owner.rpartition(".")[2]

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return self.known_by(value, dialect)[0] if value else None

    def known_by(self, text: str, dialect: Dialect) -> list[str]:
        """Return the fingerprints of a text, under the newest key and under each before it."""
        written = _WRITINGS[self.writing](text)
        return _sealer_of(dialect).fingerprints(written, owner=self.owner)


# The last nine digits tell a Dutch number, with or without +31 before it.
_WRITINGS: Mapping[str, Callable[[str], str]] = {
    "email": lambda text: text.strip().lower(),
    "phone": lambda text: "".join(filter(str.isdecimal, text))[-9:],
}


def has_text(
    session: Session, fingerprint: InstrumentedAttribute[str | None], text: str
) -> ColumnElement[bool]:
    """Return the condition that the text of a fingerprint is `text`, whichever key it has."""
    if not text:
        return false()
    kind = fingerprint.type
    assert isinstance(kind, Fingerprint)  # noqa: S101 (a mistake of the caller)
    known = kind.known_by(text, session.get_bind().dialect)
    return type_coerce(fingerprint, String).in_(known)


def seal_with(engine: Engine, sealer: Sealer) -> None:
    """Let the sealed columns of a database be sealed and opened by `sealer`."""
    engine.dialect.webapp_sealer = sealer  # type: ignore[attr-defined]


def sealed_columns(metadata: MetaData) -> Iterator[tuple[Table, list[Column[Any]]]]:
    """Yield each table that has sealed columns, with these."""
    for table in metadata.sorted_tables:
        columns = [column for column in table.columns if isinstance(column.type, _Sealed)]
        if columns:
            yield table, columns


def fingerprints_of(table: Table) -> Iterator[tuple[Column[Any], Column[Any]]]:
    """Yield each fingerprint of a table, with the column of its text."""
    for column in table.columns:
        if isinstance(column.type, Fingerprint):
            yield column, table.columns[column.type.source]


def _sealer_of(dialect: Dialect) -> Sealer:
    sealer: Sealer = dialect.webapp_sealer  # type: ignore[attr-defined]
    return sealer
