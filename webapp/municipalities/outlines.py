"""From the areas of official files to rows of municipalities and places.

Needs the extra `geo`. CBS calls the properties gemeentecode or statcode, PDOK identificatie.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.text import one_line
from webapp.geo.boundaries import Boundaries
from webapp.geo.coordinates import Coordinates
from webapp.geo.geojson import Area, BadFileError
from webapp.municipalities.models import Municipality, PostcodeArea
from webapp.municipalities.names import place_key
from webapp.municipalities.replacing import MunicipalityRow, PlaceRow, PostcodeRow

_CODE = re.compile(r"(?:GM)?0*([1-9][0-9]{0,3})", re.IGNORECASE)
_CODES = ("gemeentecode", "statcode", "identificatie", "code")
_NAMES = ("gemeentenaam", "statnaam", "naam", "name")
_PLACE_NAMES = ("woonplaatsnaam", "woonplaats", "naam", "name")
_PROVINCES = ("ligtinprovincienaam", "provincienaam", "province")


class Outlines:
    """The municipalities of a file, drawn."""

    def __init__(self, areas: Sequence[Area]) -> None:
        """Read codes and names; raise BadFileError when an area has none."""
        coded = [(_code_of(area), area) for area in areas]
        self._areas = dict(reversed(coded))
        self.names = {code: _name_of(area, _NAMES) for code, area in self._areas.items()}
        self.boundaries = Boundaries(coded)

    def municipality_rows(self, session: Session) -> list[MunicipalityRow]:
        """Return the municipalities; what the file does not tell of one stays as it is known."""
        known = {each.code: each for each in session.scalars(select(Municipality))}
        neighbours = self.boundaries.neighbours()
        return [
            MunicipalityRow(
                code=code,
                name=name,
                province=self._province(code, known, neighbours[code]),
                population=self._population(code, known),
                point=self._point(code, known.get(code)),
                neighbours=neighbours[code],
            )
            for code, name in sorted(self.names.items())
        ]

    def _province(
        self, code: str, known: Mapping[str, Municipality], neighbours: Iterable[str]
    ) -> str:
        """Return what the file says, what is known, or else what is known of a neighbour."""
        of_code = known[code].province if code in known else ""
        beside = (known[each].province for each in sorted(neighbours) if each in known)
        return self._areas[code].first(*_PROVINCES) or of_code or next(beside, "")

    def _population(self, code: str, known: Mapping[str, Municipality]) -> int:
        told = self._areas[code].first("aantalinwoners")
        if told.isdecimal():
            return int(told)
        # The inhabitants of one that was merged are counted with those of the other already.
        is_living = code in known and known[code].ended_on is None
        return known[code].population if is_living else 0

    def _point(self, code: str, known: Municipality | None) -> Coordinates:
        if known is not None:
            point = Coordinates(known.latitude, known.longitude)
            if self.boundaries.holds(code, point):
                return point
        return self.boundaries.point_in(code)


def place_rows(areas: Sequence[Area], outlines: Outlines) -> list[PlaceRow]:
    """Return the places of a file, each in the municipality in which it lies.

    Raise BadFileError for one without a name, or outside all municipalities.
    """
    pieces = Boundaries((str(area.number), area) for area in areas)
    keyed = []
    for area in areas:
        name = _name_of(area, _PLACE_NAMES)
        code = outlines.boundaries.key_at(pieces.point_in(str(area.number)))
        if code is None:
            message = f"{name} (feature {area.number}) lies in no municipality of the file."
            raise BadFileError(message)
        keyed.append((name, code, area))
    boundaries = Boundaries((place_key(name, code), area) for name, code, area in keyed)
    neighbours = boundaries.neighbours()
    names = {place_key(name, code): (name, code) for name, code, _ in keyed}
    return [
        PlaceRow(name, code, point=boundaries.point_in(key), neighbours=neighbours[key])
        for key, (name, code) in names.items()
    ]


def postcode_rows(session: Session, outlines: Outlines) -> list[PostcodeRow]:
    """Return the postcode areas, each in the municipality in which its point lies."""
    rows = []
    for area in session.scalars(select(PostcodeArea).order_by(PostcodeArea.postcode4)):
        point = Coordinates(area.latitude, area.longitude)
        code = outlines.boundaries.key_at(point) or area.municipality_code
        rows.append(PostcodeRow(area.postcode4, area.place_name, code, point))
    return rows


def _code_of(area: Area) -> str:
    text = area.first(*_CODES)
    found = _CODE.fullmatch(text)
    if found is None:
        what = f"the code '{text}'" if text else f"no code ({', '.join(area.properties)})"
        message = f"Feature {area.number} has {what}: no code of a municipality, such as GM0226."
        raise BadFileError(message)
    return f"GM{int(found[1]):04d}"


def _name_of(area: Area, properties: Iterable[str]) -> str:
    name = one_line(area.first(*properties))
    if not name:
        message = f"Feature {area.number} has no name ({', '.join(area.properties)})."
        raise BadFileError(message)
    return name
