"""Tariffs, as a table."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.trajectories.products import ProductCode


class TariffUnit(StrEnum):
    """What the amount is for."""

    TRAJECTORY = "trajectory"
    HOUR = "hour"


class Tariff(Base):
    """What a municipality pays for a product, with the days from and to which it holds."""

    __tablename__ = "tariff"
    __table_args__ = (UniqueConstraint("municipality_code", "product", "valid_from"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE")
    )
    product: Mapped[ProductCode] = enum_column(ProductCode)
    product_code: Mapped[str]
    unit: Mapped[TariffUnit] = enum_column(TariffUnit)
    amount_cents: Mapped[int]
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
    is_example: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def whole_year(self) -> int | None:
        """The year it holds for, when that is a calendar year from its first day to its last."""
        year = self.valid_from.year
        is_whole = (self.valid_from, self.valid_to) == (date(year, 1, 1), date(year, 12, 31))
        return year if is_whole else None
