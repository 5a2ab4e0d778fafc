"""Whether a place can go with a postcode.

The tables name one place for each postcode area, its main place, while an area can hold parts of
several, and villages that share an area with a bigger one are missing. So only what is certainly
wrong is refused: a place that is known, and lies neither in the municipality of the postcode nor
against its main place. A name that the tables do not have may be such a village.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.municipalities import queries
from webapp.municipalities.names import plain_name

_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class PostcodePlace:
    """The main place of a postcode area, its municipality, and the keys of places against it."""

    postcode4: str
    name: str
    municipality_code: str
    beside: Collection[str]

    def problem_with(self, typed: str, namesakes: Iterable[tuple[str, str]]) -> str | None:
        """Return in Dutch why `typed` cannot be the place, or None when it can be.

        `namesakes` are the known places with that name: the key and the municipality of each.
        """
        known = list(namesakes)
        can_be = (
            not known
            or _is_alike(typed, self.name)
            or any(code == self.municipality_code or key in self.beside for key, code in known)
        )
        if can_be:
            return None
        return (
            f"Bij postcode {self.postcode4} hoort de plaats {self.name}. "
            "Verbeter de plaats of de postcode."
        )


def place_problem(session: Session, *, postcode: str, place: str) -> str | None:
    """Return in Dutch why `place` cannot go with `postcode`, or None when it can."""
    area = queries.find_postcode(session, postcode) if place else None
    if area is None:
        return None
    main = queries.find_place(session, area.place_name, area.municipality_code)
    beside = queries.places_beside(session, main.key) if main else frozenset[str]()
    here = PostcodePlace(area.postcode4, area.place_name, area.municipality_code, beside)
    namesakes = queries.places_named(session, place)
    return here.problem_with(place, ((each.key, each.municipality_code) for each in namesakes))


def _is_alike(typed: str, name: str) -> bool:
    """Tell whether one is the other or its beginning: 'Bergen' is often said of Bergen op Zoom."""
    one, other = _words(typed), _words(name)
    return one == other[: len(one)] or other == one[: len(other)]


def _words(name: str) -> list[str]:
    return _WORDS.findall(plain_name(name))
