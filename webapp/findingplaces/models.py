"""Finding places, as a table."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.core.enums import enum_column
from webapp.core.ids import new_public_id
from webapp.geo.coordinates import Coordinates


class FindingKind(StrEnum):
    """What kind of finding place it is; the value is how forms name it [S3]."""

    WALK_IN = "inloop"
    COMMUNITY_CENTRE = "buurthuis"
    OUTREACH = "outreach"
    LIBRARY = "bibliotheek"
    CARE = "zorg"
    OTHER = "anders"


class FindingPlace(Base):
    """A place or a service of a municipality where participants are found.

    `rungs` and `sectors` are for whom it is, in the one language of offer and finding places: the
    ladder. How to reach it is public. Without dates it is there always.
    """

    __tablename__ = "finding_place"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    municipality_code: Mapped[str] = mapped_column(
        ForeignKey("municipality.code", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    kind: Mapped[FindingKind] = enum_column(FindingKind)
    neighbourhood: Mapped[str]
    street: Mapped[str]
    house_number: Mapped[str]
    postcode: Mapped[str]
    place: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    hours: Mapped[str]
    for_whom: Mapped[str]
    rungs: Mapped[list[str]]
    sectors: Mapped[list[str]]
    phone: Mapped[str]
    email: Mapped[str]
    website: Mapped[str]
    active_from: Mapped[date | None]
    active_to: Mapped[date | None]
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def point(self) -> Coordinates | None:
        """Where it is on the map, when that is known."""
        if self.latitude is None or self.longitude is None:
            return None
        return Coordinates(self.latitude, self.longitude)

    @property
    def address(self) -> str:
        """Its address on one line, as far as it has one."""
        street = f"{self.street} {self.house_number}".strip()
        return ", ".join(filter(None, [street, f"{self.postcode} {self.place}".strip()]))

    def is_active(self, today: date) -> bool:
        """Tell whether it is there today."""
        has_begun = self.active_from is None or self.active_from <= today
        return has_begun and (self.active_to is None or today <= self.active_to)
