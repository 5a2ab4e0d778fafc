"""From what somebody typed for a place to a point on the map."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.core.text import fold, one_line
from webapp.geo.coordinates import Coordinates
from webapp.municipalities import queries
from webapp.municipalities.models import Place
from webapp.municipalities.names import plain_name
from webapp.municipalities.succession import current

_POSTCODE = re.compile(r"\d{4}\s?([a-z]{2})?", re.IGNORECASE)


@dataclass(frozen=True)
class Centre:
    """A place that is understood: where it is, how it is called, and in which municipality."""

    point: Coordinates
    name: str
    municipality_code: str


@dataclass(frozen=True)
class UnknownPlace:
    """No such postcode or place."""

    text: str


@dataclass(frozen=True)
class PlaceChoice:
    """One of several places with the same name."""

    name: str
    municipality_name: str

    @property
    def text(self) -> str:
        """What can be typed to mean this one: 'Elst, Overbetuwe'."""
        return f"{self.name}, {self.municipality_name}"


@dataclass(frozen=True)
class AmbiguousPlace:
    """Several places have this name, and nobody but the visitor knows which is meant."""

    text: str
    choices: tuple[PlaceChoice, ...]


Whereabouts = Centre | UnknownPlace | AmbiguousPlace


def look_up(session: Session, text: str) -> Whereabouts:
    """Return where `text` is: a postcode (6921, 6921AB, 6921 ab), a place, or a choice of places.

    'Elst, Overbetuwe' (a place with its municipality) tells one of several apart.
    """
    text = one_line(text)
    if _POSTCODE.fullmatch(text):
        area = queries.find_postcode(session, text)
        if area is None:
            return UnknownPlace(text)
        name = f"{area.postcode4} {area.place_name}"
        return Centre(Coordinates(area.latitude, area.longitude), name, area.municipality_code)
    return _place(session, text)


def without_letters(text: str) -> str:
    """Return the digits of a postcode; anything else as it is."""
    return text[:4] if _POSTCODE.fullmatch(text) else text


def _place(session: Session, text: str) -> Whereabouts:
    name, _, municipality_name = (part.strip() for part in text.partition(","))
    places = queries.places_named(session, name)
    if not places:
        return _municipality(session, text)
    names = {}
    if len(places) > 1:
        names = queries.names_by_code(session, {place.municipality_code for place in places})
    meant = [place for place in places if _is_meant(place, name, municipality_name, names)]
    if len(meant) == 1:
        (place,) = meant
        point = Coordinates(place.latitude, place.longitude)
        return Centre(point, place.name, place.municipality_code)
    choices = tuple(
        PlaceChoice(place.name, names[place.municipality_code]) for place in meant or places
    )
    return AmbiguousPlace(text, choices)


def _municipality(session: Session, text: str) -> Whereabouts:
    """Return the middle of the municipality of this name: no place is called Overbetuwe.

    People go on using the name of one that was merged.
    """
    for each in (*queries.all_municipalities(session), *queries.former_municipalities(session)):
        if fold(each.name) == fold(text):
            code = current(session, each).code
            return Centre(Coordinates(each.latitude, each.longitude), each.name, code)
    return UnknownPlace(text)


def _is_meant(place: Place, name: str, municipality_name: str, names: Mapping[str, str]) -> bool:
    """Tell whether a place of this name is meant, given what was typed to tell it from others."""
    if municipality_name:
        known = names.get(place.municipality_code)
        return known is None or fold(known) == fold(municipality_name)
    has_suffix = plain_name(name) != fold(name)
    return not has_suffix or fold(place.name) == fold(name)
