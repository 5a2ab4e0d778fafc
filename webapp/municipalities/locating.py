"""In which municipality and place an address lies, and where on the map."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.geo.coordinates import Coordinates
from webapp.geo.geocoding import Address, Geocoder
from webapp.municipalities.models import PostcodeArea
from webapp.municipalities.queries import find_place, find_postcode


@dataclass(frozen=True)
class Located:
    """What is known of an address; None where nothing is."""

    coordinates: Coordinates | None = None
    municipality_code: str | None = None
    place_key: str | None = None


def locate(session: Session, address: Address, geocoder: Geocoder) -> Located:
    """Return where `address` lies; an address that nobody knows gives an empty answer.

    Municipality and place follow from the postcode table. The coordinates are the geocoder's,
    or else those of the postcode area.
    """
    area = find_postcode(session, address.postcode)
    coordinates = geocoder.locate(address)
    if area is None:
        return Located(coordinates=coordinates)
    return Located(
        coordinates=coordinates or Coordinates(area.latitude, area.longitude),
        municipality_code=area.municipality_code,
        place_key=_place_in(session, area, address.place),
    )


def _place_in(session: Session, area: PostcodeArea, typed: str) -> str | None:
    """Return the place that was typed, or else the main place of the postcode area."""
    for name in (typed, area.place_name):
        place = find_place(session, name, area.municipality_code)
        if place is not None:
            return place.key
    return None
