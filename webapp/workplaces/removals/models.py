"""Removals of workplaces, as a table."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.workplaces.models import Workplace


class RemovalStatus(StrEnum):
    """Where a removal stands; `workflow` says what leads from one to the next."""

    REQUESTED = "requested"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    CONFIRMED = "confirmed"
    RESTORED = "restored"


class RemovalReason(StrEnum):
    """Why a provider wants a workplace removed, out of a list."""

    STOPPED = "stopped"
    NO_GUIDANCE = "no_guidance"
    MOVED = "moved"
    DOUBLE = "double"
    OTHER = "other"


OPEN = frozenset({RemovalStatus.REQUESTED, RemovalStatus.CONFIRMED})


class Removal(Base):
    """A provider's wish that a workplace goes for good, and what became of it.

    Of each workplace one at most is open. `explanation` is in the provider's words, `answer` in
    the moderator's. `erase_at` is from when nothing is left to restore; it goes with the workplace.
    """

    __tablename__ = "workplace_removal"
    __table_args__ = (Index("ix_workplace_removal_due", "status", "erase_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    workplace_id: Mapped[int] = mapped_column(
        ForeignKey("workplace.id", ondelete="CASCADE"), index=True
    )
    status: Mapped[RemovalStatus] = enum_column(RemovalStatus)
    reason: Mapped[RemovalReason] = enum_column(RemovalReason)
    explanation: Mapped[str] = mapped_column(default="")
    requested_at: Mapped[datetime]
    requested_by: Mapped[str]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    erase_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    workplace: Mapped[Workplace] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def is_confirmed(self) -> bool:
        """Whether the workplace is off the site, and waits to be erased."""
        return self.status is RemovalStatus.CONFIRMED
