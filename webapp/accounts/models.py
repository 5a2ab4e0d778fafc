"""Accounts and what hangs on them, as tables."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.core.actor import Actor
from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.core.sealed_columns import SealedDict


class RoleName(StrEnum):
    """What a member of staff does; the administrator's role has no municipality."""

    CONSULTANT = "consultant"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


class TokenPurpose(StrEnum):
    """What a link in a mail is for."""

    CONFIRM_EMAIL = "confirm_email"
    RESET_PASSWORD = "reset_password"  # noqa: S105 (a purpose, not a password)
    CHANGE_EMAIL = "change_email"
    INVITATION = "invitation"
    MEMBERSHIP = "membership"
    CONFIRM_WORKPLACES = "confirm_workplaces"
    STOP_ALERTS = "stop_alerts"


class Account(Base):
    """A person who can log in; `email` is kept in lower case and serves all hosts.

    `without_rights_since` is when it was first seen that there is nothing to log in for.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str | None]
    email_confirmed_at: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    without_rights_since: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    roles: Mapped[list["Role"]] = relationship(
        back_populates="account", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def is_confirmed(self) -> bool:
        """Whether its owner has shown that the address is theirs."""
        return self.email_confirmed_at is not None

    @property
    def can_be_used(self) -> bool:
        """Whether its owner may log in with it."""
        return self.is_confirmed and self.disabled_at is None

    @property
    def actor(self) -> Actor:
        """This person as the doer in operations and logs."""
        return Actor(account_id=self.id, name=self.name, public_id=self.public_id)

    def has_role(self, name: RoleName, municipality_code: str | None) -> bool:
        """Tell whether the account has a role for a municipality (None: the platform)."""
        return any(
            role.name is name and role.municipality_code == municipality_code for role in self.roles
        )


class Role(Base):
    """What an account does for a municipality, or for the platform."""

    __tablename__ = "role"
    __table_args__ = (UniqueConstraint("account_id", "name", "municipality_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    name: Mapped[RoleName] = enum_column(RoleName)
    municipality_code: Mapped[str | None] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), index=True
    )

    account: Mapped[Account] = relationship(back_populates="roles")


class AccountToken(Base):
    """A link that was mailed: used once, valid for a while; only its hash is kept."""

    __tablename__ = "account_token"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    purpose: Mapped[TokenPurpose] = enum_column(TokenPurpose)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class BrowserSession(Base):
    """What the site remembers of one browser on one host; the cookie holds only a secret.

    What somebody has typed half-way is in `data`, so it is sealed.
    """

    __tablename__ = "browser_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    host: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(SealedDict("browser_session.data"), default=dict)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime] = mapped_column(index=True)


class SecondFactor(Base):
    """The app with which somebody logs in, beside the password: a row for each who has one.

    The key of the app is sealed (`core.sealing`); `last_step` is when its last code was used.
    """

    __tablename__ = "second_factor"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    sealed_key: Mapped[str]
    last_step: Mapped[int]
    recovery_salt: Mapped[str]
    created_at: Mapped[datetime]


class RecoveryCode(Base):
    """A code on paper that stands in for the app, once; only its digest is kept."""

    __tablename__ = "recovery_code"
    __table_args__ = (UniqueConstraint("account_id", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("second_factor.account_id", ondelete="CASCADE")
    )
    digest: Mapped[str]
    used_at: Mapped[datetime | None]
