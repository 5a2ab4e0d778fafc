"""Where is searched: the three scopes of domain §12, by the location rule [S0 Eis 8]."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Integer, Select, String, cast, null, select, union_all
from sqlalchemy.orm import Session

from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import BoundingBox, box_around
from webapp.municipalities.models import (
    MunicipalityNeighbour,
    Place,
    PlaceNeighbour,
    PostcodeArea,
)
from webapp.municipalities.settings import Adjacency
from webapp.search.document import Facts
from webapp.workplaces.exceptions.queries import excepted
from webapp.workplaces.models import ServiceArea, Workplace
from webapp.workplaces.public import DELIVERY_MUNICIPALITY

_NO_KEY, _NO_ID = cast(null(), String), cast(null(), Integer)
# How far an address may lie from the middle of its postcode area, in kilometres, generously.
_POSTCODE_REACH_KM = 10.0


class Area(StrEnum):
    """The scope that a visitor chooses."""

    MUNICIPALITY = "municipality"
    SURROUNDINGS = "surroundings"
    DISTANCE = "distance"


class Reason(StrEnum):
    """Why a workplace is among the results."""

    OWN = "own"
    SERVICE_AREA = "service_area"
    ADJACENT = "adjacent"
    EXCEPTION = "exception"
    DISTANCE = "distance"
    UNLOCATED = "unlocated"


@dataclass(frozen=True)
class Circle:
    """All within `radius_km` of `centre`, which lies in municipality `home`."""

    centre: Coordinates
    radius_km: float
    home: str

    def reason_for(self, facts: Facts, distance_km: float | None) -> Reason | None:
        """Return why a workplace at this distance of the centre belongs here, or None."""
        if distance_km is not None:
            return Reason.DISTANCE if distance_km <= self.radius_km else None
        # Without coordinates nobody knows; in the municipality of the centre it may well be near.
        return Reason.UNLOCATED if facts.municipality_code == self.home else None


@dataclass(frozen=True)
class Scope:
    """What lies in the chosen area: `codes` are the municipalities where a hit can lie.

    Without a circle: everything in or for `own`, in `adjacent` municipalities and in
    `adjacent_places`, and the workplaces from elsewhere that are `excepted`. With a circle only
    the distance counts.
    """

    own: str
    codes: frozenset[str]
    adjacent: frozenset[str] = frozenset()
    adjacent_places: frozenset[str] = frozenset()
    excepted: frozenset[int] = frozenset()
    circle: Circle | None = None

    def reason_by_rule(self, facts: Facts) -> Reason | None:
        """Return why a workplace belongs here by where it lies, or None when it does not."""
        if facts.municipality_code == self.own:
            return Reason.OWN
        if self.own in facts.serves:
            return Reason.SERVICE_AREA
        is_adjacent = (
            facts.municipality_code in self.adjacent or facts.place_key in self.adjacent_places
        )
        if is_adjacent:
            return Reason.ADJACENT
        return Reason.EXCEPTION if facts.workplace_id in self.excepted else None


def whole_municipality(session: Session, code: str) -> Scope:
    """Return the scope of one municipality: what lies in it, and what works for it.

    A service area is where the work can be, so it counts; what is excepted lies elsewhere, even
    further off than what adjoins, and who asks for this municipality alone does not mean that.
    """
    serving = set(session.scalars(_serving(code).distinct()))
    return Scope(own=code, codes=frozenset({code, *serving}))


def surroundings(session: Session, code: str, adjacency: Adjacency, *, today: date) -> Scope:
    """Return a municipality with what adjoins it: municipalities, or places [S0 Eis 8a, 8b].

    What the municipality allows from elsewhere `today` comes with it [8c]. It is asked of the
    database each time, so what was granted or ended counts at once, however old the index.
    """
    is_by_place = adjacency is Adjacency.PLACE
    rows = session.execute(_around(code, today, is_by_place=is_by_place)).all()
    keys = frozenset(row[1] for row in rows if row[1] is not None)
    return Scope(
        own=code,
        codes=frozenset({code, *(row[0] for row in rows)}),
        adjacent=frozenset() if is_by_place else keys,
        adjacent_places=keys if is_by_place else frozenset(),
        excepted=frozenset(row[2] for row in rows if row[2] is not None),
    )


# A statement takes longer to make than to answer.
@lru_cache(maxsize=400)
def _around(code: str, today: date, *, is_by_place: bool) -> CompoundSelect[Any]:
    """Return a statement for (municipality, what adjoins, workplace that is excepted)."""
    adjoining = _adjoining_places(code) if is_by_place else _adjoining_municipalities(code)
    serving, allowed = _serving(code).subquery(), excepted(code, today).subquery()
    return union_all(
        adjoining.add_columns(_NO_ID),
        select(serving.c[0], _NO_KEY, _NO_ID),
        select(allowed.c[0], _NO_KEY, allowed.c[1]),
    )


def within(session: Session, code: str, circle: Circle) -> Scope:
    """Return the scope of a circle, seen from municipality `code`."""
    box = box_around(circle.centre, circle.radius_km + _POSTCODE_REACH_KM)
    codes = _municipalities_in(session, box) | {circle.home}
    return Scope(own=code, codes=frozenset(codes), circle=circle)


def _adjoining_municipalities(code: str) -> Select[str, str]:
    """Return a Select of (municipality, municipality) that shares a border with `code`."""
    neighbour = MunicipalityNeighbour.neighbour_code
    return select(neighbour, neighbour).where(MunicipalityNeighbour.municipality_code == code)


def _adjoining_places(code: str) -> Select[str, str]:
    """Return a Select of (municipality, place) of which the place touches one inside `code`."""
    own = select(Place.key).where(Place.municipality_code == code)
    beside = select(PlaceNeighbour.neighbour_key).where(PlaceNeighbour.place_key.in_(own))
    return select(Place.municipality_code, Place.key).where(
        Place.key.in_(beside), Place.municipality_code != code
    )


def _serving(code: str) -> Select[str]:
    """Return a Select of the municipalities where the workplaces lie that work for `code` too."""
    return (
        select(DELIVERY_MUNICIPALITY)
        .select_from(ServiceArea)
        .join(Workplace, Workplace.id == ServiceArea.workplace_id)
        .join(Workplace.published_version)
        .where(ServiceArea.municipality_code == code)
    )


def _municipalities_in(session: Session, box: BoundingBox) -> AbstractSet[str]:
    areas = select(PostcodeArea.municipality_code).where(
        PostcodeArea.latitude.between(box.south, box.north),
        PostcodeArea.longitude.between(box.west, box.east),
    )
    return set(session.scalars(areas.distinct()))
