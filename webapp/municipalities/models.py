"""Municipalities, places and postcode areas as tables."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class Municipality(Base):
    """A municipality; one that takes part has a slug, and so a host of its own.

    One that exists no longer has `ended_on`: its code is history, its slug leads elsewhere.
    """

    __tablename__ = "municipality"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    province: Mapped[str]
    latitude: Mapped[float]
    longitude: Mapped[float]
    population: Mapped[int]
    slug: Mapped[str | None] = mapped_column(unique=True)
    joined_at: Mapped[datetime | None]
    ended_on: Mapped[date | None]

    @property
    def takes_part(self) -> bool:
        """Whether the municipality publishes workplaces on a host of its own."""
        return self.joined_at is not None


class MunicipalityNeighbour(Base):
    """Two municipalities that share a border; kept in both directions."""

    __tablename__ = "municipality_neighbour"

    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), primary_key=True
    )
    neighbour_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), primary_key=True
    )


class Place(Base):
    """A place (woonplaats); `key` is its name with its municipality: 'Velp|GM0275'."""

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("municipality_code", "name"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    folded_name: Mapped[str] = mapped_column(index=True)
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), index=True
    )
    latitude: Mapped[float]
    longitude: Mapped[float]


class PlaceNeighbour(Base):
    """Two places whose areas touch; kept in both directions."""

    __tablename__ = "place_neighbour"

    place_key: Mapped[str] = mapped_column(
        ForeignKey("place.key", ondelete="CASCADE"), primary_key=True
    )
    neighbour_key: Mapped[str] = mapped_column(
        ForeignKey("place.key", ondelete="CASCADE"), primary_key=True
    )


class PostcodeArea(Base):
    """The area of the four digits of a postcode, with its main place and a point inside."""

    __tablename__ = "postcode_area"

    postcode4: Mapped[str] = mapped_column(primary_key=True)
    place_name: Mapped[str]
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), index=True
    )
    latitude: Mapped[float]
    longitude: Mapped[float]


class MunicipalitySetting(Base):
    """A setting in which a municipality departs from the default."""

    __tablename__ = "municipality_setting"

    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class MunicipalityMerger(Base):
    """One municipality that goes into another on a day: planned, or carried out.

    `into_code` may be that of a municipality that only begins on that day; `into_name` is what
    that one will be called, '' for one that is in the tables.
    """

    __tablename__ = "municipality_merger"

    from_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), primary_key=True)
    into_code: Mapped[str] = mapped_column(index=True)
    into_name: Mapped[str] = mapped_column(default="")
    day: Mapped[date]
    planned_at: Mapped[datetime]
    carried_out_at: Mapped[datetime | None]
