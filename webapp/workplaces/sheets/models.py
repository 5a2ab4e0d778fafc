"""A file with workplaces that a provider sent, as tables: kept a day, and seen by nobody else."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.organisations.models import Organisation
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.content_column import ContentColumn
from webapp.workplaces.exchange.applying import Outcome
from webapp.workplaces.models import Workplace


class Fate(StrEnum):
    """What became of a row when the sheet was saved."""

    SAVED = "saved"
    OVERTAKEN = "overtaken"


class WorkplaceSheet(Base):
    """A file that was read, for the one who sent it; its rows become drafts once, at `saved_at`."""

    __tablename__ = "workplace_sheet"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    saved_at: Mapped[datetime | None]

    organisation: Mapped[Organisation] = relationship()
    rows: Mapped[list["SheetRow"]] = relationship(order_by="SheetRow.line", passive_deletes=True)


class SheetRow(Base):
    """A row: what would come of it, or the `problems` by column ('' for the row as a whole).

    `content` holds the fields that it fills in, and no others. A row about a workplace that is
    known has its id and the `lock` under which that was compared; of a new one
    `municipality_code` is where it is offered.
    """

    __tablename__ = "workplace_sheet_row"
    __table_args__ = (UniqueConstraint("sheet_id", "line"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("workplace_sheet.id", ondelete="CASCADE"))
    line: Mapped[int]
    title: Mapped[str] = mapped_column(default="")
    outcome: Mapped[Outcome] = enum_column(Outcome)
    problems: Mapped[dict[str, Any]] = mapped_column(default=dict)
    content: Mapped[WorkplaceContent] = mapped_column(ContentColumn, default=WorkplaceContent)
    municipality_code: Mapped[str | None] = mapped_column(
        ForeignKey("municipality.code"), index=True
    )
    workplace_id: Mapped[int | None] = mapped_column(
        ForeignKey("workplace.id", ondelete="SET NULL"), index=True
    )
    lock: Mapped[int | None]
    fate: Mapped[Fate | None] = enum_column(Fate)

    workplace: Mapped[Workplace | None] = relationship()
