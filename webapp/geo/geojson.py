"""Areas from a GeoJSON file, in degrees (WGS84) or in metres (RD)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

import shapely
from shapely.geometry import shape as read_shape

from webapp.core.errors import DomainError
from webapp.geo.rd import to_rd


class Crs(StrEnum):
    """In what the coordinates of a file are; AUTO: look at them."""

    AUTO = "auto"
    WGS84 = "wgs84"
    RD = "rd"


class BadFileError(DomainError):
    """The file cannot be used; the message says why, in one line."""


@dataclass(frozen=True)
class Area:
    """A feature of a file: its properties by plain name, and its shape in metres."""

    number: int
    properties: Mapping[str, Any]
    shape: shapely.Geometry

    def first(self, *names: str) -> str:
        """Return the first of these properties that is filled in, or ''."""
        found = (self.properties.get(name) for name in names)
        return next((str(value).strip() for value in found if value not in (None, "")), "")


class _Box(NamedTuple):
    west: float
    south: float
    east: float
    north: float

    def holds(self, bounds: Sequence[float]) -> bool:
        west, south, east, north = bounds
        return (
            self.west <= west and self.south <= south and east <= self.east and north <= self.north
        )


# The Netherlands with its part of the sea, generously.
_NETHERLANDS = {Crs.WGS84: _Box(2, 50, 8, 56), Crs.RD: _Box(-80_000, 280_000, 330_000, 930_000)}
# What a file may call its coordinates, in the old member `crs`.
_NAMES = {"28992": Crs.RD, "CRS84": Crs.WGS84, "4326": Crs.WGS84, "4258": Crs.WGS84}


def read_areas(file: Path, crs: Crs = Crs.AUTO) -> Sequence[Area]:
    """Return the areas in `file`, at least one; raise BadFileError."""
    collection = _read(file)
    areas = list(_areas(file, collection["features"]))
    if not areas:
        message = f"{file} has no areas in it."
        raise BadFileError(message)
    bounds = shapely.total_bounds([area.shape for area in areas])
    if _crs_of(file, collection, bounds, crs) is Crs.RD:
        return areas
    return [
        Area(
            area.number,
            area.properties,
            shapely.transform(area.shape, to_rd, interleaved=False),
        )
        for area in areas
    ]


def _read(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        message = f"{file}: {error.strerror}."
        raise BadFileError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"{file} is no GeoJSON: {error}."
        raise BadFileError(message) from error
    is_collection = isinstance(found, dict) and found.get("type") == "FeatureCollection"
    if not is_collection or not isinstance(found.get("features"), list):
        message = f"{file} is no GeoJSON with a FeatureCollection."
        raise BadFileError(message)
    return dict(found)


def _areas(file: Path, features: list[Any]) -> Iterator[Area]:
    for number, feature in enumerate(features, start=1):
        try:
            shape = shapely.force_2d(read_shape(feature["geometry"]))
            properties = {_plain(name): value for name, value in feature["properties"].items()}
        except (AttributeError, KeyError, TypeError, ValueError, shapely.GEOSException) as error:
            message = f"{file}: feature {number} cannot be read."
            raise BadFileError(message) from error
        if shape.geom_type not in {"Polygon", "MultiPolygon"} or shape.is_empty:
            message = f"{file}: feature {number} is no area (a Polygon or MultiPolygon)."
            raise BadFileError(message)
        whole = shapely.make_valid(shape, method="structure", keep_collapsed=False)
        yield Area(number, properties, whole)


def _plain(name: str) -> str:
    """Return the name of a property as all sources could write it: 'ligtInProvincieNaam'."""
    return name.lower().replace("_", "")


def _crs_of(file: Path, collection: dict[str, Any], bounds: Sequence[float], asked: Crs) -> Crs:
    named = next((crs for part, crs in _NAMES.items() if part in str(collection.get("crs"))), None)
    wanted = [named] if named else list(_NETHERLANDS)
    for crs in wanted if asked is Crs.AUTO else [asked]:
        if _NETHERLANDS[crs].holds(bounds):
            return crs
    message = (
        f"{file}: the coordinates do not lie in the Netherlands, in degrees (WGS84, longitude "
        "first) or in metres (RD)."
    )
    raise BadFileError(message)
