"""Placements, what happened in them, and what stays of them, as tables."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.core.sealed_columns import SealedText
from webapp.placements.vocabulary import EndReason, MarkKind, NextStep
from webapp.trajectories.deadlines import Task
from webapp.trajectories.products import ProductCode
from webapp.workplaces.models import Workplace


class Placement(Base):
    """Somebody who works at a workplace in a trajectory: nothing in it says who.

    `municipality_code` is the one that pays and follows it up. `reference` is the consultant's own,
    and sealed. Title and organisation are as they were at the start, for a workplace can go.
    `last_day` is that of the last extension.
    """

    __tablename__ = "placement"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), index=True)
    workplace_id: Mapped[int | None] = mapped_column(
        ForeignKey("workplace.id", ondelete="SET NULL"), index=True
    )
    workplace_title: Mapped[str]
    organisation_name: Mapped[str]
    product: Mapped[ProductCode] = enum_column(ProductCode)
    reference: Mapped[str] = mapped_column(SealedText("placement.reference"), default="")
    consultant_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    requested_on: Mapped[date | None]
    first_day: Mapped[date]
    last_day: Mapped[date]
    weekly_hours: Mapped[int]
    rung_before: Mapped[int]
    ended_on: Mapped[date | None]
    end_reason: Mapped[EndReason | None] = enum_column(EndReason)
    rung_after: Mapped[int | None]
    next_step: Mapped[NextStep | None] = enum_column(NextStep)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    workplace: Mapped[Workplace | None] = relationship()
    consultant: Mapped[Account | None] = relationship()
    marks: Mapped[list["PlacementMark"]] = relationship(
        order_by="PlacementMark.id", cascade="all, delete-orphan"
    )
    reminders: Mapped[list["PlacementReminder"]] = relationship(cascade="all, delete-orphan")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return self.ended_on is None

    @property
    def extensions(self) -> list["PlacementMark"]:
        """Each time that it was extended."""
        return [mark for mark in self.marks if mark.kind is MarkKind.EXTENDED]


class PlacementMark(Base):
    """Something that happened on a day; `key` makes it one mark, however often it is sent.

    An extension keeps the last day as it was, for who takes it back.
    """

    __tablename__ = "placement_mark"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    placement_id: Mapped[int] = mapped_column(
        ForeignKey("placement.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[MarkKind] = enum_column(MarkKind)
    day: Mapped[date]
    previous_last_day: Mapped[date | None]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    actor_name: Mapped[str]
    at: Mapped[datetime]


class PlacementReminder(Base):
    """A deadline of which provider and consultant had their mail: they get it once."""

    __tablename__ = "placement_reminder"

    placement_id: Mapped[int] = mapped_column(
        ForeignKey("placement.id", ondelete="CASCADE"), primary_key=True
    )
    task: Mapped[Task] = enum_column(Task, primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)


class FinishedPlacement(Base):
    """What stays of a placement that was erased, to count by: no days, no workplace, nobody."""

    __tablename__ = "finished_placement"

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), index=True)
    product: Mapped[ProductCode] = enum_column(ProductCode)
    start_year: Mapped[int]
    end_year: Mapped[int]
    days_to_start: Mapped[int | None]
    rung_before: Mapped[int]
    rung_after: Mapped[int | None]
    end_reason: Mapped[EndReason | None] = enum_column(EndReason)
