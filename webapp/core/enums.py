"""How an enumeration is kept: as its value, in a text column, on every engine."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Enum
from sqlalchemy.orm import MappedColumn, mapped_column


def enum_column(kind: type[StrEnum], **options: Any) -> MappedColumn[Any]:  # noqa: ANN401
    """Return a column for a member of `kind`; `options` go to SQLAlchemy's mapped_column."""
    column_type = Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )
    return mapped_column(column_type, **options)
