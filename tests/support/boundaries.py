"""Boundaries for tests, as GeoJSON: squares in the Dutch grid, in metres or in degrees."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pyproj import Transformer
from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.municipalities.models import Municipality, PlaceNeighbour

# Somewhere in Gelderland.
_EAST, _NORTH = 190_000, 440_000
_TO_DEGREES = Transformer.from_crs("EPSG:28992", "EPSG:4326", always_xy=True)

Feature = dict[str, Any]


def block(properties: dict[str, Any], west: int, south: int, east: int, north: int) -> Feature:
    """Return an area between these metres, counted from a corner somewhere in Gelderland."""
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    ring = [[_EAST + x, _NORTH + y] for x, y in corners]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def cbs(code: str, name: str, *edges: int) -> Feature:
    """Return the area of a municipality as CBS names its properties."""
    return block({"statcode": code, "statnaam": name}, *edges)


def write(file: Path, features: Iterable[Feature], **members: Any) -> Path:
    """Write features to a file in metres, and return it."""
    collection = {"type": "FeatureCollection", **members, "features": list(features)}
    file.write_text(json.dumps(collection), encoding="utf-8")
    return file


def in_degrees(features: Iterable[Feature]) -> list[Feature]:
    """Return the same features with their corners in degrees."""
    return [_converted(feature, _TO_DEGREES.transform) for feature in features]


def in_metres(features: Iterable[Feature]) -> list[Feature]:
    """Return features that are in degrees with their corners in metres."""
    to_metres = Transformer.from_crs("EPSG:4326", "EPSG:28992", always_xy=True)
    return [_converted(feature, to_metres.transform) for feature in features]


def keep_only(session: Session, *codes: str) -> None:
    """Let only these municipalities exist, with their places and postcode areas."""
    session.execute(delete(PlaceNeighbour))
    session.execute(delete(Municipality).where(Municipality.code.not_in(codes)))
    session.flush()
    session.expire_all()


def _converted(feature: Feature, transform: Any) -> Feature:
    geometry = feature["geometry"]
    coordinates = _each_point(geometry["coordinates"], transform)
    return {**feature, "geometry": {**geometry, "coordinates": coordinates}}


def _each_point(coordinates: Any, transform: Any) -> Any:
    if isinstance(coordinates[0], list):
        return [_each_point(part, transform) for part in coordinates]
    return list(transform(*coordinates))
