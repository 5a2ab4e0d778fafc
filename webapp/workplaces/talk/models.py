"""What is said about a workplace, as a table."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.core.enums import enum_column


class Side(StrEnum):
    """Who says it, and to whom: a note stays among the moderators."""

    PROVIDER = "provider"
    MODERATOR = "moderator"
    NOTE = "note"


class WorkplaceMessage(Base):
    """One message, or one note of a municipality; `key` makes it one, however often it is sent.

    `municipality_code` is that of the municipality that says it, or that it is said to. Another one
    does not read it, wherever the workplace goes.
    """

    __tablename__ = "workplace_message"
    __table_args__ = (
        Index("ix_workplace_message_thread", "workplace_id", "municipality_code", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    workplace_id: Mapped[int] = mapped_column(ForeignKey("workplace.id", ondelete="CASCADE"))
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"))
    side: Mapped[Side] = enum_column(Side)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    author_name: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime]
