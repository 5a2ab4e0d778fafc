"""How moderators share their work, as tables."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.core.db import Base
from webapp.core.enums import enum_column


class Rhythm(StrEnum):
    """How often a moderator hears by mail what waits; the value is how forms name it."""

    NEVER = "nooit"
    DAILY = "dag"
    WEEKLY = "week"


class Claim(Base):
    """Who is on something that waits, until when: a sign for colleagues, and never a lock.

    `subject` is what the queue calls it: the kind of address, and the public id.
    """

    __tablename__ = "claim"
    __table_args__ = (UniqueConstraint("municipality_code", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE")
    )
    subject: Mapped[str]
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    since: Mapped[datetime]
    until: Mapped[datetime]

    account: Mapped[Account] = relationship()


class Digest(Base):
    """How often somebody hears by mail what waits for a municipality; without a row: never."""

    __tablename__ = "digest"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), primary_key=True
    )
    rhythm: Mapped[Rhythm] = enum_column(Rhythm)
    sent_on: Mapped[date | None]

    account: Mapped[Account] = relationship()
