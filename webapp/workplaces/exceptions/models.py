"""Exceptions to the location rule, as a table."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.core.db import Base
from webapp.core.ids import new_public_id
from webapp.workplaces.models import Workplace


class Phase(StrEnum):
    """Where an exception stands on a day."""

    CURRENT = "current"
    COMING = "coming"
    OVER = "over"


class LocationException(Base):
    """A municipality's permission for a workplace that the location rule leaves out [S0 Eis 8c].

    It holds on the days from `valid_from` to `valid_to`, ends included (None: until it is ended);
    one that is ended holds no more, whatever its days. There is none without the provider's
    promise to arrange and pay transport: `transport` is what more was agreed. Visitors read the
    reason and the transport. `address` is where the work was when the municipality allowed it.
    """

    __tablename__ = "location_exception"
    __table_args__ = (
        Index("ix_location_exception_municipality", "municipality_code", "workplace_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    workplace_id: Mapped[int] = mapped_column(
        ForeignKey("workplace.id", ondelete="CASCADE"), index=True
    )
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE")
    )
    reason: Mapped[str]
    transport: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    address: Mapped[str]
    granted_at: Mapped[datetime]
    granted_by: Mapped[str]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str] = mapped_column(default="")
    end_reason: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column()

    workplace: Mapped[Workplace] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    def phase(self, today: date) -> Phase:
        """Return whether it holds on this day, will hold, or holds no more."""
        if self.ended_at is not None or (self.valid_to is not None and self.valid_to < today):
            return Phase.OVER
        return Phase.COMING if self.valid_from > today else Phase.CURRENT
