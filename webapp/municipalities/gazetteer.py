"""The geographic tables in memory, to locate many addresses at once."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.geo.coordinates import Coordinates
from webapp.municipalities.locating import Located
from webapp.municipalities.models import Municipality, Place, PlaceNeighbour, PostcodeArea
from webapp.municipalities.names import place_key, plain_name
from webapp.municipalities.postcode_places import PostcodePlace
from webapp.municipalities.succession import successors


class Gazetteer:
    """Every municipality, place and postcode area, as they were when it was made.

    `municipality_codes` has those that are history too: `code_of_today` says what they stand for.
    `taking_part` are those that have a site.
    """

    def __init__(self, session: Session) -> None:
        self._successors = successors(session)
        today = session.scalars(select(Municipality).where(Municipality.ended_on.is_(None))).all()
        self.municipality_codes = {each.code for each in today} | self._successors.keys()
        self.taking_part = frozenset(each.code for each in today if each.takes_part)
        self._areas = {
            postcode4: (place_name, code, Coordinates(latitude, longitude))
            for postcode4, place_name, code, latitude, longitude in session.execute(
                select(
                    PostcodeArea.postcode4,
                    PostcodeArea.place_name,
                    PostcodeArea.municipality_code,
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

        self._namesakes: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for (code, folded_name), (key, _point) in self._places.items():
            self._namesakes[folded_name].append((key, code))
        self._beside: dict[str, set[str]] = defaultdict(set)
        for key, neighbour in session.execute(
            select(PlaceNeighbour.place_key, PlaceNeighbour.neighbour_key)
        ):
            self._beside[key].add(neighbour)

    def code_of_today(self, municipality_code: str) -> str:
        """Return the code that stands today for one that may be history."""
        return self._successors.get(municipality_code, municipality_code)

    def locate(self, municipality_code: str, *, postcode: str, place: str) -> Located:
        """Return where an address lies of which the municipality is given, and stays as given.

        The coordinates are those of the postcode area, or else of the place, or else none.
        """
        main_place, _code, area_point = self._areas.get(postcode[:4], ("", "", None))
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

    def locate_by_postcode(self, *, postcode: str, place: str) -> Located:
        """Return where an address lies, as `locating.locate` does without a geocoder."""
        area = self._areas.get(postcode[:4])
        if area is None:
            return Located()
        return self.locate(area[1], postcode=postcode, place=place)

    def place_problem(self, *, postcode: str, place: str) -> str | None:
        """Return in Dutch why `place` cannot go with `postcode`, or None when it can."""
        area = self._areas.get(postcode[:4])
        if area is None:
            return None
        name, code, _point = area
        beside = self._beside.get(place_key(name, code), set())
        here = PostcodePlace(postcode[:4], name, code, beside)
        return here.problem_with(place, self._namesakes.get(plain_name(place), ()))
