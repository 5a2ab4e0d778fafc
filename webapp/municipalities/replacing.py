"""Putting rows about municipalities, places and postcode areas in place of those that are there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from webapp.geo.coordinates import Coordinates
from webapp.municipalities.models import (
    Municipality,
    MunicipalityNeighbour,
    Place,
    PlaceNeighbour,
    PostcodeArea,
)
from webapp.municipalities.names import place_key, plain_name
from webapp.municipalities.succession import successors


@dataclass(frozen=True)
class MunicipalityRow:
    """A municipality with a point inside; `neighbours` are codes."""

    code: str
    name: str
    province: str
    population: int
    point: Coordinates
    neighbours: frozenset[str]


@dataclass(frozen=True)
class PlaceRow:
    """A place with a point inside; `neighbours` are keys of places."""

    name: str
    municipality_code: str
    point: Coordinates
    neighbours: frozenset[str]

    @property
    def key(self) -> str:
        """The name with the municipality."""
        return place_key(self.name, self.municipality_code)


@dataclass(frozen=True)
class PostcodeRow:
    """The area of the four digits of a postcode."""

    postcode4: str
    place_name: str
    municipality_code: str
    point: Coordinates


def replace_municipalities(session: Session, rows: Iterable[MunicipalityRow]) -> None:
    """Bring the municipalities and their neighbours to what `rows` say.

    One keeps whether it takes part; one that is in no row stays, because others refer to it.
    """
    current = municipalities_of_today(session, rows)
    for row in current:
        _put_municipality(session, row)
    session.flush()
    session.execute(delete(MunicipalityNeighbour))
    pairs = _both_ways((row.code, neighbour) for row in current for neighbour in row.neighbours)
    _insert(session, MunicipalityNeighbour, ("municipality_code", "neighbour_code"), pairs)


def replace_places(session: Session, rows: Iterable[PlaceRow]) -> None:
    """Bring the places and their neighbours to what `rows` say; others are removed."""
    current = places_of_today(session, rows)
    session.execute(delete(PlaceNeighbour))
    _put_places(session, current)
    pairs = _both_ways((row.key, neighbour) for row in current for neighbour in row.neighbours)
    _insert(session, PlaceNeighbour, ("place_key", "neighbour_key"), pairs)


def replace_postcodes(session: Session, rows: Iterable[PostcodeRow]) -> None:
    """Bring the postcode areas to what `rows` say."""
    session.execute(delete(PostcodeArea))
    values = [
        {
            "postcode4": row.postcode4,
            "place_name": row.place_name,
            "municipality_code": row.municipality_code,
            "latitude": row.point.latitude,
            "longitude": row.point.longitude,
        }
        for row in postcodes_of_today(session, rows)
    ]
    if values:
        session.execute(insert(PostcodeArea), values)


def municipalities_of_today(
    session: Session, rows: Iterable[MunicipalityRow]
) -> Sequence[MunicipalityRow]:
    """Return `rows` in which a merged municipality is a part of the one that it went into."""
    after = successors(session)
    found = list(rows)
    together = {row.code: row for row in found if row.code not in after}
    for row in found:
        if row.code in after:
            code = after[row.code]
            whole = together.get(code) or replace(row, population=0, neighbours=frozenset())
            together[code] = MunicipalityRow(
                code=code,
                # Files from before a merger do not know what a new municipality is called.
                name=whole.name if code in together else session.get_one(Municipality, code).name,
                province=whole.province,
                population=whole.population + row.population,
                point=whole.point,
                neighbours=whole.neighbours | row.neighbours,
            )
    return [_with_neighbours_of_today(row, after) for row in together.values()]


def _with_neighbours_of_today(row: MunicipalityRow, after: Mapping[str, str]) -> MunicipalityRow:
    neighbours = frozenset(after.get(code, code) for code in row.neighbours)
    return replace(row, neighbours=neighbours - {row.code})


def places_of_today(session: Session, rows: Iterable[PlaceRow]) -> Sequence[PlaceRow]:
    """Return `rows` in which places lie in the municipalities of today; no place is there twice."""
    after = successors(session)
    together: dict[str, PlaceRow] = {}
    for row in rows:
        code = after.get(row.municipality_code, row.municipality_code)
        place = together.setdefault(place_key(row.name, code), replace(row, municipality_code=code))
        neighbours = {_key_of_today(key, after) for key in place.neighbours | row.neighbours}
        together[place.key] = replace(place, neighbours=frozenset(neighbours - {place.key}))
    return list(together.values())


def postcodes_of_today(session: Session, rows: Iterable[PostcodeRow]) -> Sequence[PostcodeRow]:
    """Return `rows` in which postcode areas lie in the municipalities of today."""
    after = successors(session)
    return [
        replace(row, municipality_code=after.get(row.municipality_code, row.municipality_code))
        for row in rows
    ]


def _key_of_today(key: str, after: Mapping[str, str]) -> str:
    """Return the key of a place with the code that stands for its municipality today."""
    name, _, code = key.rpartition("|")
    return place_key(name, after.get(code, code))


def _put_municipality(session: Session, row: MunicipalityRow) -> None:
    municipality = session.get(Municipality, row.code)
    if municipality is None:
        municipality = Municipality(code=row.code)
        session.add(municipality)
    municipality.name = row.name
    municipality.province = row.province
    municipality.population = row.population
    municipality.latitude, municipality.longitude = row.point.latitude, row.point.longitude
    municipality.ended_on = None


def _put_places(session: Session, rows: Iterable[PlaceRow]) -> None:
    """Update the places by key: versions of workplaces refer to them."""
    known = set(session.scalars(select(Place.key)))
    for row in rows:
        place = Place(
            key=row.key,
            name=row.name,
            folded_name=plain_name(row.name),
            municipality_code=row.municipality_code,
            latitude=row.point.latitude,
            longitude=row.point.longitude,
        )
        session.merge(place) if row.key in known else session.add(place)
        known.discard(row.key)
    session.flush()
    session.execute(delete(Place).where(Place.key.in_(known)))


def _both_ways(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    found = set(pairs)
    return found | {(second, first) for first, second in found}


def _insert(
    session: Session, model: type, names: tuple[str, str], pairs: Iterable[tuple[str, str]]
) -> None:
    values: list[dict[str, Any]] = [dict(zip(names, pair, strict=True)) for pair in sorted(pairs)]
    if values:
        session.execute(insert(model), values)
