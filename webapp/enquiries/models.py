"""Enquiries, their turns and their private links, as tables."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.core.restricting import Restrictable
from webapp.core.sealed_columns import Fingerprint, SealedText
from webapp.workplaces.models import Workplace


class EnquiryStatus(StrEnum):
    """Where an enquiry stands; `workflow` says what leads from one to the next."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    REPORTED = "reported"


class Side(StrEnum):
    """Who speaks."""

    ASKER = "asker"
    PROVIDER = "provider"


class Enquiry(Restrictable, Base):
    """A question about a workplace, and the talk that comes of it.

    `municipality_code` is that of the site where it was asked: its settings say when the provider
    is reminded and how long the talk is kept. `opened_at` is when the provider's turn began.
    `is_by_consultant` says that somebody of that municipality asks, under their own name.
    What was said, and by whom, is sealed; an address is found again by its fingerprint.
    """

    __tablename__ = "enquiry"
    __table_args__ = (
        Index("ix_enquiry_due", "municipality_code", "status", "opened_at"),
        Index("ix_enquiry_asker", "asker_fingerprint", "created_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    reference: Mapped[str] = mapped_column(unique=True)
    workplace_id: Mapped[int] = mapped_column(
        ForeignKey("workplace.id", ondelete="CASCADE"), index=True
    )
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"))
    asker_name: Mapped[str] = mapped_column(SealedText("enquiry.asker_name"))
    asker_email: Mapped[str] = mapped_column(SealedText("enquiry.asker_email"))
    asker_fingerprint: Mapped[str | None] = mapped_column(
        Fingerprint("enquiry.asker_email", "email")
    )
    is_by_consultant: Mapped[bool] = mapped_column(default=False)
    status: Mapped[EnquiryStatus] = enum_column(EnquiryStatus, default=EnquiryStatus.OPEN)
    reminders: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    workplace: Mapped[Workplace] = relationship()
    turns: Mapped[list["EnquiryTurn"]] = relationship(
        order_by="EnquiryTurn.id", cascade="all, delete-orphan", passive_deletes=True
    )
    links: Mapped[list["EnquiryLink"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )

    @validates("asker_email")
    def _keep_fingerprint(self, _name: str, email: str) -> str:
        self.asker_fingerprint = email
        return email


class EnquiryTurn(Base):
    """What one side wrote; `key` makes it one turn, however often it is sent."""

    __tablename__ = "enquiry_turn"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    enquiry_id: Mapped[int] = mapped_column(
        ForeignKey("enquiry.id", ondelete="CASCADE"), index=True
    )
    side: Mapped[Side] = enum_column(Side)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    author_name: Mapped[str] = mapped_column(SealedText("enquiry_turn.author_name"))
    text: Mapped[str] = mapped_column(SealedText("enquiry_turn.text"))
    at: Mapped[datetime]


class EnquiryLink(Base):
    """A private link to an enquiry: each mail to the asker has one of its own.

    Only a hash is kept, so that a link that was mailed cannot be mailed once more.
    """

    __tablename__ = "enquiry_link"

    secret_hash: Mapped[str] = mapped_column(primary_key=True)
    enquiry_id: Mapped[int] = mapped_column(
        ForeignKey("enquiry.id", ondelete="CASCADE"), index=True
    )
    expires_at: Mapped[datetime]
