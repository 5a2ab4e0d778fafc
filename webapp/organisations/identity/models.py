"""Changes of the name or the KvK number of organisations, as a table."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.organisations.models import Organisation


class IdentityChangeStatus(StrEnum):
    """Where a change stands: what was asked for is decided once, or taken back."""

    REQUESTED = "requested"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    APPROVED = "approved"


class IdentityChange(Base):
    """The wish of an organisation for another name or KvK number, and what became of it.

    Of each organisation one at most is requested. The old values are those of the moment it was
    asked for. `explanation` is in the provider's words, `answer` in the moderator's.
    """

    __tablename__ = "organisation_identity_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    status: Mapped[IdentityChangeStatus] = enum_column(IdentityChangeStatus)
    old_name: Mapped[str]
    old_kvk_number: Mapped[str | None]
    name: Mapped[str]
    kvk_number: Mapped[str | None]
    explanation: Mapped[str]
    requested_at: Mapped[datetime]
    requested_by: Mapped[str]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column()

    organisation: Mapped[Organisation] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def is_waiting(self) -> bool:
        """Whether the municipality must still decide."""
        return self.status is IdentityChangeStatus.REQUESTED

    @property
    def old(self) -> dict[str, str | None]:
        """What the organisation was called, by field."""
        return {"name": self.old_name, "kvk_number": self.old_kvk_number}

    @property
    def new(self) -> dict[str, str | None]:
        """What the organisation wants to be called, by field."""
        return {"name": self.name, "kvk_number": self.kvk_number}

    @property
    def fields(self) -> tuple[str, ...]:
        """What would be other than it was."""
        return tuple(name for name, value in self.new.items() if value != self.old[name])
