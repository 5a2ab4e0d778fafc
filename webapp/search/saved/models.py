"""Saved searches, as a table."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.core.sealed_columns import SealedText


class Rhythm(StrEnum):
    """How often a mail tells what is new; the value is how forms name it."""

    NEVER = "nooit"
    DAILY = "dag"
    WEEKLY = "week"


class SavedSearch(Base):
    """A search that somebody keeps under a name of their own, on the site of a municipality.

    `where` is where is searched around (of a postcode the digits alone), `query` the rest of the
    search as an address has it. `known` are the public ids of the workplaces that were found when
    it was saved, or told of since: what is not among them is new. `told_on` is the last day on
    which there was looked for a mail, `used_at` when its owner last did something with it.
    """

    __tablename__ = "saved_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(SealedText("saved_search.name"))
    where: Mapped[str] = mapped_column(SealedText("saved_search.where"))
    query: Mapped[str] = mapped_column(SealedText("saved_search.query"))
    rhythm: Mapped[Rhythm] = enum_column(Rhythm)
    known: Mapped[list[str]]
    told_on: Mapped[date]
    created_at: Mapped[datetime]
    used_at: Mapped[datetime] = mapped_column(index=True)
    version: Mapped[int] = mapped_column()

    account: Mapped[Account] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
