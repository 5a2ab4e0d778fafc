"""Registrations of residents, as tables."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from webapp.accounts.models import Account
from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.core.restricting import Restrictable
from webapp.core.sealed_columns import Fingerprint, SealedList, SealedText
from webapp.registrations.contact import Contact
from webapp.registrations.vocabulary import ContactChannel, ContactOutcome, StopReason
from webapp.workplaces.models import Workplace


class FilledInBy(StrEnum):
    """Who fills in the registration: the four channels of [S4]."""

    SELF = "self"
    EMPLOYER = "employer"
    CONSULTANT = "consultant"
    OTHER = "other"


class Side(StrEnum):
    """Who writes a message."""

    RESIDENT = "resident"
    MUNICIPALITY = "municipality"


class RegistrationStatus(StrEnum):
    """Where a registration stands: the steps of [S4], and how it can end."""

    NEW = "new"
    INTAKE = "intake"
    ORIENTATION = "orientation"
    ADVICE = "advice"
    TRAJECTORY = "trajectory"
    COMPLETED = "completed"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"


# Where somebody of the municipality still has something to do.
OPEN = (
    RegistrationStatus.NEW,
    RegistrationStatus.INTAKE,
    RegistrationStatus.ORIENTATION,
    RegistrationStatus.ADVICE,
    RegistrationStatus.TRAJECTORY,
)


class Registration(Restrictable, Base):
    """A resident's interest: only the fields of the whitelist (domain §11).

    What is personal is sealed, and of the private link only a hash is kept; who asks what is
    kept of them is found by a fingerprint. A withdrawn
    registration keeps no personal data.
    """

    __tablename__ = "registration"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    reference: Mapped[str] = mapped_column(unique=True)
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), index=True)
    workplace_id: Mapped[int | None] = mapped_column(
        ForeignKey("workplace.id", ondelete="SET NULL"), index=True
    )
    filled_in_by: Mapped[FilledInBy] = enum_column(FilledInBy)
    helper_name: Mapped[str] = mapped_column(SealedText("registration.helper_name"), default="")
    name: Mapped[str] = mapped_column(SealedText("registration.name"))
    email: Mapped[str] = mapped_column(SealedText("registration.email"), default="")
    email_fingerprint: Mapped[str | None] = mapped_column(
        Fingerprint("registration.email", "email"), index=True
    )
    phone: Mapped[str] = mapped_column(SealedText("registration.phone"), default="")
    phone_fingerprint: Mapped[str | None] = mapped_column(
        Fingerprint("registration.phone", "phone"), index=True
    )
    postcode4: Mapped[str] = mapped_column(SealedText("registration.postcode4"), default="")
    place_name: Mapped[str] = mapped_column(SealedText("registration.place_name"), default="")
    sectors: Mapped[list[str]] = mapped_column(default=list)
    wishes: Mapped[str] = mapped_column(SealedText("registration.wishes"), default="")
    day_parts: Mapped[list[str]] = mapped_column(default=list)
    needs: Mapped[list[str]] = mapped_column(SealedList("registration.needs"), default=list)
    needs_notes: Mapped[str] = mapped_column(SealedText("registration.needs_notes"), default="")
    status: Mapped[RegistrationStatus] = enum_column(
        RegistrationStatus, default=RegistrationStatus.NEW
    )
    # That of the pages on which it was filled in: the mails and the link go on in it.
    language: Mapped[str] = mapped_column(default="nl")
    link_hash: Mapped[str | None] = mapped_column(unique=True)
    link_expires_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    workplace: Mapped[Workplace | None] = relationship()
    follow_up: Mapped["FollowUp"] = relationship(cascade="all, delete-orphan")
    agreement: Mapped["Agreement | None"] = relationship(cascade="all, delete-orphan")
    attempts: Mapped[list["ContactAttempt"]] = relationship(
        order_by="ContactAttempt.id", cascade="all, delete-orphan"
    )
    changes: Mapped[list["RegistrationChange"]] = relationship(
        order_by="RegistrationChange.id", cascade="all, delete-orphan"
    )
    messages: Mapped[list["RegistrationMessage"]] = relationship(
        order_by="RegistrationMessage.id", cascade="all, delete-orphan", passive_deletes=True
    )
    links: Mapped[list["RegistrationLink"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @validates("email", "phone")
    def _keep_fingerprint(self, name: str, text: str) -> str:
        setattr(self, f"{name}_fingerprint", text)
        return text

    @property
    def contact(self) -> Contact:
        """How to reach the resident, and where they live."""
        residence = f"{self.postcode4} {self.place_name}".strip()
        return Contact(self.name, self.email, self.phone, residence)

    @property
    def agreed_with(self) -> str:
        """With whom a consultant agreed on it; '' where nobody was asked."""
        return self.agreement.agreed_with if self.agreement else ""

    @property
    def is_link_stopped(self) -> bool:
        """Whether the municipality ended the private link: then no mail brings another."""
        return self.link_hash is None and not self.links

    @property
    def has_news(self) -> bool:
        """Whether the resident wrote something that nobody of the municipality dealt with."""
        return any(each.is_news for each in self.messages)

    def deal_with_news(self, now: datetime) -> bool:
        """Mark what the resident wrote as dealt with; tell whether there was anything."""
        news = [each for each in self.messages if each.is_news]
        for each in news:
            each.read_at = now
        return bool(news)


class RegistrationChange(Base):
    """One step of a registration."""

    __tablename__ = "registration_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    registration_id: Mapped[int] = mapped_column(
        ForeignKey("registration.id", ondelete="CASCADE"), index=True
    )
    from_status: Mapped[RegistrationStatus] = enum_column(RegistrationStatus)
    to_status: Mapped[RegistrationStatus] = enum_column(RegistrationStatus)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    actor_name: Mapped[str]
    at: Mapped[datetime]


class FollowUp(Base):
    """What the municipality does with a registration: who takes it, the intake, why it stopped.

    It changes under the version of its registration.
    """

    __tablename__ = "registration_follow_up"

    registration_id: Mapped[int] = mapped_column(
        ForeignKey("registration.id", ondelete="CASCADE"), primary_key=True
    )
    assignee_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    intake_at: Mapped[datetime | None]
    intake_place: Mapped[str] = mapped_column(
        SealedText("registration_follow_up.intake_place"), default=""
    )
    stop_reason: Mapped[StopReason | None] = enum_column(StopReason)

    assignee: Mapped[Account | None] = relationship()

    def clear(self) -> None:
        """Be as at the beginning: nobody's, with nothing planned."""
        self.assignee = self.intake_at = self.stop_reason = None
        self.intake_place = ""


class Agreement(Base):
    """With whom a consultant agreed on signing the resident up: a name or a role.

    Registrations by others have none, nor have those from before it was asked.
    """

    __tablename__ = "registration_agreement"

    registration_id: Mapped[int] = mapped_column(
        ForeignKey("registration.id", ondelete="CASCADE"), primary_key=True
    )
    agreed_with: Mapped[str] = mapped_column(SealedText("registration_agreement.agreed_with"))


class ContactAttempt(Base):
    """Once that a consultant tried to reach the resident; the note is wiped with the rest."""

    __tablename__ = "contact_attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    registration_id: Mapped[int] = mapped_column(
        ForeignKey("registration.id", ondelete="CASCADE"), index=True
    )
    channel: Mapped[ContactChannel] = enum_column(ContactChannel)
    outcome: Mapped[ContactOutcome] = enum_column(ContactOutcome)
    note: Mapped[str] = mapped_column(SealedText("contact_attempt.note"), default="")
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    actor_name: Mapped[str]
    at: Mapped[datetime]


class RegistrationMessage(Base):
    """What the resident, or who helps, added or asked, or what the municipality wrote.

    `key` makes it one message, however often it is sent. Of a resident's, `read_at` is when
    somebody answered or said that it was dealt with; of the municipality's, when it was first seen
    behind the private link.
    """

    __tablename__ = "registration_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    registration_id: Mapped[int] = mapped_column(
        ForeignKey("registration.id", ondelete="CASCADE"), index=True
    )
    side: Mapped[Side] = enum_column(Side)
    text: Mapped[str] = mapped_column(SealedText("registration_message.text"))
    # Of the resident's side there is no account, and who it is stands in the registration.
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    author_name: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]

    @property
    def is_news(self) -> bool:
        """Whether the resident wrote it, and nobody dealt with it."""
        return self.side is Side.RESIDENT and self.read_at is None


class RegistrationLink(Base):
    """A private link besides the first: each mail that says that a message waits has its own.

    Only a hash is kept, so that a link that was mailed cannot be mailed once more, and those of
    earlier mails go on working.
    """

    __tablename__ = "registration_link"

    secret_hash: Mapped[str] = mapped_column(primary_key=True)
    registration_id: Mapped[int] = mapped_column(
        ForeignKey("registration.id", ondelete="CASCADE"), index=True
    )
    expires_at: Mapped[datetime]
