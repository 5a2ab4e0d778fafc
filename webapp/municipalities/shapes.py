"""The outlines of municipalities, for a drawn map.

Simplified from the boundaries of CBS / Kadaster (2022, CC BY 4.0), brought to the division of
2023-2026, so that borders still meet. Name the source where they are shown.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from webapp.core import resources
from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import BoundingBox
from webapp.geo.frame import box_of
from webapp.municipalities.succession import successors

SOURCE_YEAR = 2022

Ring = tuple[Coordinates, ...]


@dataclass(frozen=True)
class Shape:
    """An area: its rings, of which one inside another is a hole, and the box that holds it."""

    rings: tuple[Ring, ...]
    box: BoundingBox


def shapes_by_code(session: Session) -> Mapping[str, Sequence[Shape]]:
    """Return the areas of each municipality of today; of one that took in others there are more."""
    today = successors(session)
    found: dict[str, list[Shape]] = defaultdict(list)
    for code, shape in _drawn().items():
        found[today.get(code, code)].append(shape)
    return found


@cache
def _drawn() -> Mapping[str, Shape]:
    text = resources.base_file("municipalities", "outlines.geojson").read_text(encoding="utf-8")
    return {
        feature["properties"]["code"]: _shape(feature["geometry"])
        for feature in json.loads(text)["features"]
    }


def _shape(geometry: Mapping[str, Any]) -> Shape:
    rings = tuple(_rings(geometry))
    return Shape(rings, box_of(point for ring in rings for point in ring))


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    is_one = geometry["type"] == "Polygon"
    for polygon in [geometry["coordinates"]] if is_one else geometry["coordinates"]:
        for ring in polygon:
            yield tuple(Coordinates(latitude, longitude) for longitude, latitude in ring)
