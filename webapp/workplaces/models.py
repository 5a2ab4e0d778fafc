"""Workplaces, their versions and what happened to them, as tables."""

from datetime import datetime
from enum import StrEnum
from secrets import randbelow

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.organisations.models import Organisation
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.content_column import ContentColumn


class VersionStatus(StrEnum):
    """Where a version of a workplace stands; `workflow` says what leads from one to the next."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class Sector(Base):
    """A field of work (branche); the list can be edited."""

    __tablename__ = "sector"

    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    icon: Mapped[str]
    position: Mapped[int]


class Workplace(Base):
    """A workplace: one place where people can work, whatever its versions say of it.

    `municipality_code` is the municipality that published it, and until one did, the one where it
    was offered. `published_version_id` names the version that visitors read, and `is_visible` is
    the provider's own switch: both are needed. Since `removed_at` it is hidden and nobody changes
    it, until it is restored or erased.
    """

    __tablename__ = "workplace"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), index=True)
    is_visible: Mapped[bool] = mapped_column(default=True)
    published_version_id: Mapped[int | None] = mapped_column(
        ForeignKey("workplace_version.id", use_alter=True, ondelete="SET NULL"), index=True
    )
    published_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]
    confirmation_asked_at: Mapped[datetime | None]
    confirmation_reminded_at: Mapped[datetime | None]
    confirmation_lapsed_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    organisation: Mapped[Organisation] = relationship()
    published_version: Mapped["WorkplaceVersion | None"] = relationship(
        foreign_keys=[published_version_id], post_update=True
    )
    versions: Mapped[list["WorkplaceVersion"]] = relationship(
        back_populates="workplace",
        foreign_keys="WorkplaceVersion.workplace_id",
        order_by="WorkplaceVersion.number",
        cascade="all, delete-orphan",
    )

    @property
    def is_lapsed(self) -> bool:
        """Whether the provider was asked if it is still right, and did not say so in time."""
        return self.confirmation_lapsed_at is not None

    @property
    def latest_version(self) -> "WorkplaceVersion":
        """The version that the provider sees and edits."""
        return self.versions[-1]


class WorkplaceVersion(Base):
    """What a workplace says of itself at one time; `lock` is another number after each change.

    `municipality_code` is the municipality that it was handed in to; None before it was.
    Place and coordinates follow from the delivery address in the content. `place_key` is None
    for an address of which the place is not in our tables.
    """

    __tablename__ = "workplace_version"
    __table_args__ = (
        UniqueConstraint("workplace_id", "number"),
        Index("ix_workplace_version_queue", "status", "submitted_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    workplace_id: Mapped[int] = mapped_column(ForeignKey("workplace.id", ondelete="CASCADE"))
    number: Mapped[int]
    status: Mapped[VersionStatus] = enum_column(VersionStatus, default=VersionStatus.DRAFT)
    content: Mapped[WorkplaceContent] = mapped_column(ContentColumn)
    municipality_code: Mapped[str | None] = mapped_column(
        ForeignKey("municipality.code"), index=True
    )
    delivery_municipality_code: Mapped[str | None] = mapped_column(
        ForeignKey("municipality.code"), index=True
    )
    place_key: Mapped[str | None] = mapped_column(ForeignKey("place.key", ondelete="SET NULL"))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    lock: Mapped[int] = mapped_column()

    workplace: Mapped[Workplace] = relationship(
        back_populates="versions", foreign_keys=[workplace_id]
    )
    changes: Mapped[list["StatusChange"]] = relationship(
        order_by="StatusChange.id", cascade="all, delete-orphan"
    )

    # A number at random, not a count: the lock of an old version never fits a newer one.
    __mapper_args__ = {  # noqa: RUF012
        "version_id_col": lock,
        "version_id_generator": lambda _previous: randbelow(2**31),
    }

    @property
    def checked_by(self) -> str:
        """The municipality that has a say in this version."""
        return self.municipality_code or self.workplace.municipality_code


class ServiceArea(Base):
    """A municipality that a published workplace also serves, beside where it is."""

    __tablename__ = "service_area"

    workplace_id: Mapped[int] = mapped_column(
        ForeignKey("workplace.id", ondelete="CASCADE"), primary_key=True
    )
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), primary_key=True, index=True
    )


class StatusChange(Base):
    """One step of a version: from which status, to which, by whom and why."""

    __tablename__ = "status_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(
        ForeignKey("workplace_version.id", ondelete="CASCADE"), index=True
    )
    action: Mapped[str]
    from_status: Mapped[VersionStatus] = enum_column(VersionStatus)
    to_status: Mapped[VersionStatus] = enum_column(VersionStatus)
    reason: Mapped[str] = mapped_column(default="")
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    actor_name: Mapped[str]
    at: Mapped[datetime]


class PublicationChange(Base):
    """A workplace of which visitors may see something else than before.

    Written in the transaction of the change; the search index is brought up to date from it.
    """

    __tablename__ = "publication_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    workplace_id: Mapped[int]
    at: Mapped[datetime]
