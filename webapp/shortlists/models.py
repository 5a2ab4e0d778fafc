"""Shortlists, the workplaces on them, and who may see them, as tables."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.core.sealed_columns import SealedText
from webapp.enquiries.models import Enquiry
from webapp.shortlists.vocabulary import Outcome
from webapp.workplaces.models import Workplace


class Shortlist(Base):
    """Workplaces that a consultant keeps together for one client: nothing in it says who.

    `label` is the consultant's own, and sealed. `changed_at` is when somebody last did something
    with the list: so long after it is wiped as the municipality says.
    """

    __tablename__ = "shortlist"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), index=True
    )
    owner_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(SealedText("shortlist.label"))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime] = mapped_column(index=True)
    version: Mapped[int] = mapped_column()

    owner: Mapped[Account] = relationship()
    items: Mapped[list["ShortlistItem"]] = relationship(
        order_by="ShortlistItem.position", cascade="all, delete-orphan", passive_deletes=True
    )
    colleagues: Mapped[list["ShortlistColleague"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )
    link: Mapped["ShortlistLink | None"] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class ShortlistItem(Base):
    """A workplace on a shortlist, with what consultants note of it; they change it one by one.

    `title` is that of the workplace when it was put on the list, for a workplace can go.
    """

    __tablename__ = "shortlist_item"
    __table_args__ = (UniqueConstraint("shortlist_id", "workplace_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    shortlist_id: Mapped[int] = mapped_column(
        ForeignKey("shortlist.id", ondelete="CASCADE"), index=True
    )
    workplace_id: Mapped[int | None] = mapped_column(
        ForeignKey("workplace.id", ondelete="SET NULL"), index=True
    )
    title: Mapped[str]
    position: Mapped[int]
    note: Mapped[str] = mapped_column(SealedText("shortlist_item.note"), default="")
    outcome: Mapped[Outcome | None] = enum_column(Outcome)
    reason: Mapped[str] = mapped_column(SealedText("shortlist_item.reason"), default="")
    version: Mapped[int] = mapped_column()

    workplace: Mapped[Workplace | None] = relationship()
    questions: Mapped[list["ShortlistQuestion"]] = relationship(
        order_by="ShortlistQuestion.enquiry_id", cascade="all, delete-orphan", passive_deletes=True
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class ShortlistColleague(Base):
    """Somebody with whom the owner shares a list: they may do all but share and remove it."""

    __tablename__ = "shortlist_colleague"

    shortlist_id: Mapped[int] = mapped_column(
        ForeignKey("shortlist.id", ondelete="CASCADE"), primary_key=True
    )
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, index=True
    )

    account: Mapped[Account] = relationship()


class ShortlistLink(Base):
    """The link by which a resident sees the list: one at a time, of which only a hash is kept."""

    __tablename__ = "shortlist_link"

    shortlist_id: Mapped[int] = mapped_column(
        ForeignKey("shortlist.id", ondelete="CASCADE"), primary_key=True
    )
    secret_hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]


class ShortlistQuestion(Base):
    """A question to a provider about a workplace on the list; one may be about several of them.

    `key` is that of the form with which all providers were asked at once.
    """

    __tablename__ = "shortlist_question"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("shortlist_item.id", ondelete="CASCADE"), primary_key=True
    )
    enquiry_id: Mapped[int] = mapped_column(
        ForeignKey("enquiry.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    key: Mapped[str] = mapped_column(index=True)

    enquiry: Mapped[Enquiry] = relationship()
