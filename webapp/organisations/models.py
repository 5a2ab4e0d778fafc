"""Organisations and their members, as tables."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id


class OrganisationStatus(StrEnum):
    """Where the municipality's check of an organisation stands.

    One that signed up is not the municipality's business before somebody confirmed the address.
    """

    UNCONFIRMED = "unconfirmed"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"


class MemberRole(StrEnum):
    """What a member may do: a manager also decides about members."""

    MANAGER = "manager"
    EMPLOYEE = "employee"


class Organisation(Base):
    """An organisation (aanbieder) that offers workplaces.

    `municipality_code` is where it signed up: that municipality checks it. `public_contact` names
    the fields of the contact that visitors may read, with a space between.
    """

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    name: Mapped[str]
    kvk_number: Mapped[str | None] = mapped_column(index=True)
    description: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    contact_name: Mapped[str] = mapped_column(default="")
    contact_email: Mapped[str] = mapped_column(default="")
    contact_phone: Mapped[str] = mapped_column(default="")
    public_contact: Mapped[str] = mapped_column(default="")
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), index=True)
    status: Mapped[OrganisationStatus] = enum_column(
        OrganisationStatus, default=OrganisationStatus.SUBMITTED
    )
    status_reason: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    trusted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="organisation", cascade="all, delete-orphan"
    )

    logo: Mapped["OrganisationLogo | None"] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def may_offer(self) -> bool:
        """Whether it may offer workplaces: it may prepare them while it waits to be checked."""
        return self.status is not OrganisationStatus.REJECTED


class OrganisationLogo(Base):
    """The logo of an organisation: the key of its files, and the size of the largest in pixels.

    A table of its own: who changes the details is not in the way of who changes the logo.
    """

    __tablename__ = "organisation_logo"

    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]


class Membership(Base):
    """An account that acts for an organisation."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("organisation_id", "account_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    role: Mapped[MemberRole] = enum_column(MemberRole)
    created_at: Mapped[datetime]

    organisation: Mapped[Organisation] = relationship(back_populates="memberships")
    account: Mapped[Account] = relationship()
