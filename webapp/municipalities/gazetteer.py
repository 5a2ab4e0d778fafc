"""The geographic tables in memory, to locate many addresses at once."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.geo.coordinates import Coordinates
from webapp.municipalities.locating import Located
from webapp.municipalities.models import Municipality, Place, PostcodeArea
from webapp.municipalities.names import plain_name
from webapp.municipalities.succession import successors


class Gazetteer:
    """Every municipality, place and postcode area, as they were when it was made.

    `municipality_codes` has those that are history too: `code_of_today` says what they stand for.
    """

    def __init__(self, session: Session) -> None:
        self._successors = successors(session)
        today = session.scalars(select(Municipality.code).where(Municipality.ended_on.is_(None)))
        self.municipality_codes = frozenset(today) | self._successors.keys()
        self._areas = {
            postcode4: (place_name, Coordinates(latitude, longitude))
            for postcode4, place_name, latitude, longitude in session.execute(
                select(
                    PostcodeArea.postcode4,
                    PostcodeArea.place_name,
                    PostcodeArea.latitude,
                    PostcodeArea.longitude,
                )
            )
        }
        self._places = {
            (code, folded_name): (key, Coordinates(latitude, longitude))
            for key, folded_name, code, latitude, longitude in session.execute(
                select(
                    Place.key,
                    Place.folded_name,
                    Place.municipality_code,
                    Place.latitude,
                    Place.longitude,
                )
            )
        }

    def code_of_today(self, municipality_code: str) -> str:
        """Return the code that stands today for one that may be history."""
        return self._successors.get(municipality_code, municipality_code)

    def locate(self, municipality_code: str, *, postcode: str, place: str) -> Located:
        """Return where an address lies of which the municipality is given, and stays as given.

        The coordinates are those of the postcode area, or else of the place, or else none.
        """
        main_place, area_point = self._areas.get(postcode[:4], ("", None))
        key, place_point = next(
            (
                self._places[municipality_code, plain_name(name)]
                for name in (place, main_place)
                if (municipality_code, plain_name(name)) in self._places
            ),
            (None, None),
        )
        return Located(
            coordinates=area_point or place_point,
            municipality_code=municipality_code,
            place_key=key,
        )
