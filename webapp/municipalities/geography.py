"""Loading the tables of municipalities, places and postcode areas.

The tables were derived from boundaries of CBS / Kadaster (CC BY 4.0); a municipality or the
official files can replace all of it by loading another folder with the same three files.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from webapp.core import resources
from webapp.core.text import fold, one_line
from webapp.municipalities.models import (
    Municipality,
    MunicipalityNeighbour,
    Place,
    PlaceNeighbour,
    PostcodeArea,
)

# What the register puts behind a name that occurs twice: 'Bergen (NH)', 'Elst Ut'.
_PROVINCE_SUFFIX = re.compile(r"\s+\(?(AC|Dr|Fr|Gld|Gn|L|NB|NH|Ov|Ut|Zld|ZH)\)?$", re.IGNORECASE)
FILES = ("municipalities.csv", "places.csv", "postcodes.csv")


def is_loaded(session: Session) -> bool:
    """Tell whether there are municipalities at all."""
    return session.scalar(select(Municipality.code).limit(1)) is not None


def load(session: Session, folder: Path | None = None) -> dict[str, int]:
    """Replace the geographic tables by the files in `folder` (default: the product's own).

    Municipalities keep whether they take part; one that is gone from the files stays, because
    workplaces and registrations refer to it. Return how many rows each table got.
    """
    folder = folder or resources.base_file("municipalities")
    municipalities, places, postcodes = (list(_rows(folder / name)) for name in FILES)
    for row in municipalities:
        _put_municipality(session, row)
    session.flush()
    session.execute(delete(MunicipalityNeighbour))
    _insert(session, MunicipalityNeighbour, _municipality_pairs(municipalities))
    session.execute(delete(PlaceNeighbour))
    _put_places(session, places)
    _insert(session, PlaceNeighbour, _place_pairs(places))
    session.execute(delete(PostcodeArea))
    _insert(session, PostcodeArea, [_postcode_area(row) for row in postcodes])
    return {
        "municipalities": len(municipalities),
        "places": len(places),
        "postcodes": len(postcodes),
    }


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _insert(session: Session, model: type, rows: list[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert(model), rows)


def _point(row: dict[str, str]) -> dict[str, float]:
    return {"latitude": float(row["latitude"]), "longitude": float(row["longitude"])}


def _put_municipality(session: Session, row: dict[str, str]) -> None:
    municipality = session.get(Municipality, row["code"])
    if municipality is None:
        municipality = Municipality(code=row["code"])
        session.add(municipality)
    municipality.name = row["name"]
    municipality.province = row["province"]
    municipality.population = int(row["population"])
    municipality.latitude, municipality.longitude = _point(row).values()


def _municipality_pairs(rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    return [
        {"municipality_code": row["code"], "neighbour_code": neighbour}
        for row in rows
        for neighbour in row["neighbours"].split()
    ]


def _put_places(session: Session, rows: list[dict[str, str]]) -> None:
    """Update the places by key: versions of workplaces refer to them."""
    known = set(session.scalars(select(Place.key)))
    for row in rows:
        key = place_key(row["name"], row["municipality_code"])
        values = {
            "name": row["name"],
            "folded_name": plain_name(row["name"]),
            "municipality_code": row["municipality_code"],
            **_point(row),
        }
        session.merge(Place(key=key, **values)) if key in known else session.add(
            Place(key=key, **values)
        )
        known.discard(key)
    session.flush()
    session.execute(delete(Place).where(Place.key.in_(known)))


def _place_pairs(rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    return [
        {
            "place_key": place_key(row["name"], row["municipality_code"]),
            "neighbour_key": neighbour.strip(),
        }
        for row in rows
        for neighbour in row["neighbours"].split(";")
        if neighbour.strip()
    ]


def _postcode_area(row: dict[str, str]) -> dict[str, Any]:
    return {
        "postcode4": row["postcode4"],
        "place_name": row["place"],
        "municipality_code": row["municipality_code"],
        **_point(row),
    }


def place_key(name: str, municipality_code: str) -> str:
    """Return the key of a place: its name with its municipality, as the files write it."""
    return f"{name}|{municipality_code}"


def plain_name(name: str) -> str:
    """Return a place's name as people type it: folded, without the suffix of its province."""
    return fold(_PROVINCE_SUFFIX.sub("", one_line(name)))
