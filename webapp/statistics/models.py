"""What is counted of a workplace, as a table."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.core.enums import enum_column


class CountKind(StrEnum):
    """What is counted."""

    VIEW = "view"
    RESULT = "result"
    ENQUIRY = "enquiry"


class WorkplaceCount(Base):
    """How often something happened with a workplace in a month; `month` is its first day."""

    __tablename__ = "workplace_count"

    workplace_id: Mapped[int] = mapped_column(
        ForeignKey("workplace.id", ondelete="CASCADE"), primary_key=True
    )
    month: Mapped[date] = mapped_column(primary_key=True, index=True)
    kind: Mapped[CountKind] = enum_column(CountKind, primary_key=True)
    count: Mapped[int]
