"""Loading the tables of municipalities, places and postcode areas.

The tables were derived from boundaries of CBS / Kadaster (CC BY 4.0); a municipality or the
official files can replace all of it by loading another folder with the same three files.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core import resources
from webapp.geo.coordinates import Coordinates
from webapp.municipalities import replacing
from webapp.municipalities.models import Municipality
from webapp.municipalities.replacing import MunicipalityRow, PlaceRow, PostcodeRow

FILES = ("municipalities.csv", "places.csv", "postcodes.csv")


def is_loaded(session: Session) -> bool:
    """Tell whether there are municipalities at all."""
    return session.scalar(select(Municipality.code).limit(1)) is not None


def load(session: Session, folder: Path | None = None) -> dict[str, int]:
    """Replace the geographic tables by the files in `folder` (default: the product's own).

    Municipalities keep whether they take part; one that is gone from the files stays, because
    workplaces and registrations refer to it. One that was merged since the files were made is
    read as a part of the one that it went into. Return how many rows each file has.
    """
    folder = folder or resources.base_file("municipalities")
    municipalities, places, postcodes = (list(_rows(folder / name)) for name in FILES)
    replacing.replace_municipalities(session, map(_municipality, municipalities))
    replacing.replace_places(session, map(_place, places))
    replacing.replace_postcodes(session, map(_postcode_area, postcodes))
    return {
        "municipalities": len(municipalities),
        "places": len(places),
        "postcodes": len(postcodes),
    }


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _point(row: dict[str, str]) -> Coordinates:
    return Coordinates(float(row["latitude"]), float(row["longitude"]))


def _municipality(row: dict[str, str]) -> MunicipalityRow:
    return MunicipalityRow(
        code=row["code"],
        name=row["name"],
        province=row["province"],
        population=int(row["population"]),
        point=_point(row),
        neighbours=frozenset(row["neighbours"].split()),
    )


def _place(row: dict[str, str]) -> PlaceRow:
    keys = (key.strip() for key in row["neighbours"].split(";"))
    return PlaceRow(
        name=row["name"],
        municipality_code=row["municipality_code"],
        point=_point(row),
        neighbours=frozenset(key for key in keys if key),
    )


def _postcode_area(row: dict[str, str]) -> PostcodeRow:
    return PostcodeRow(
        postcode4=row["postcode4"],
        place_name=row["place"],
        municipality_code=row["municipality_code"],
        point=_point(row),
    )
