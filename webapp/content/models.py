"""What a municipality writes itself, as a table."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id


class Audience(StrEnum):
    """For whom a question is answered."""

    EMPLOYERS = "employers"
    RESIDENTS = "residents"
    CONSULTANTS = "consultants"


class FaqEntry(Base):
    """A question of a municipality's own, or its own answer to a question of the base.

    `key` is that of the base question it replaces; `is_hidden` leaves the question out.
    """

    __tablename__ = "faq_entry"
    __table_args__ = (UniqueConstraint("municipality_code", "audience", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE")
    )
    audience: Mapped[Audience] = enum_column(Audience)
    group_key: Mapped[str]
    key: Mapped[str]
    question: Mapped[str]
    answer: Mapped[str]
    is_hidden: Mapped[bool] = mapped_column(default=False)
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
