"""What visitors say is not right about a workplace, as a table."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.core.sealed_columns import SealedText
from webapp.workplaces.models import Workplace


class RemarkStatus(StrEnum):
    """What became of it."""

    WAITING = "waiting"
    DONE = "done"
    NEEDLESS = "needless"


class WorkplaceRemark(Base):
    """What a visitor says is not right: for the provider, and for the municipality that checks.

    `email` is where the outcome is sent, '' without one; it is wiped when that is written.
    """

    __tablename__ = "workplace_remark"
    __table_args__ = (Index("ix_workplace_remark_queue", "status", "created_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    reference: Mapped[str] = mapped_column(unique=True)
    workplace_id: Mapped[int] = mapped_column(
        ForeignKey("workplace.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str] = mapped_column(SealedText("workplace_remark.text"))
    email: Mapped[str] = mapped_column(SealedText("workplace_remark.email"), default="")
    status: Mapped[RemarkStatus] = enum_column(RemarkStatus, default=RemarkStatus.WAITING)
    note: Mapped[str] = mapped_column(default="")
    handled_by: Mapped[str] = mapped_column(default="")
    handled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    workplace: Mapped[Workplace] = relationship()
