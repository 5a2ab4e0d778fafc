"""What may be meant by what somebody is typing: titles, sectors and places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.core.text import fold, one_line
from webapp.municipalities.queries import begins_part, places_around
from webapp.search import scope as scopes
from webapp.search.asking import Asking
from webapp.search.engine import EngineQuery, SearchEngine
from webapp.search.queries import Viewpoint
from webapp.search.scope import Area, Scope
from webapp.search.sources import just_changed
from webapp.search.suggesting import beginnings, begins_words
from webapp.search.whereabouts import PlaceChoice
from webapp.workplaces.sectors import all_sectors

LONGEST = 100
_MOST_SECTORS = 3
_MOST_PLACES = 3
# How many words at the end of what was typed may be the beginning of one place.
_PLACE_WORDS = 5


@dataclass(frozen=True)
class SuggestedPlace:
    """A place, as it can be typed to mean no other, and the words that were typed before it."""

    text: str
    words_before: str


@dataclass(frozen=True)
class Suggestions:
    """Titles and names of sectors as written, and places; each in the order to offer them."""

    titles: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    places: tuple[SuggestedPlace, ...] = ()


def suggest(
    session: Session, engine: SearchEngine, typed: str, area: Area, *, viewpoint: Viewpoint
) -> Suggestions:
    """Return what `typed` may be the beginning of: nothing when it is too short or too long.

    Within a distance there is no area without a place: then it is the surroundings that count.
    """
    asked = beginnings(typed)
    if not asked or len(typed) > LONGEST:
        return Suggestions()
    scope = _scope(session, area, viewpoint)
    changed = just_changed(session, scope.codes)
    query = EngineQuery(scope=scope, without=changed.hidden, fresh=changed.fresh)
    found = Asking(session, engine).suggest(typed, query)
    sectors = (
        sector.name
        for sector in all_sectors(session)
        if sector.key in found.sectors and begins_words(asked, sector.name)
    )
    return Suggestions(
        titles=found.titles,
        sectors=tuple(sectors)[:_MOST_SECTORS],
        places=_places(session, typed, viewpoint.municipality_code),
    )


def _scope(session: Session, area: Area, viewpoint: Viewpoint) -> Scope:
    code = viewpoint.municipality_code
    if area is Area.MUNICIPALITY:
        return scopes.whole_municipality(session, code)
    return scopes.surroundings(session, code, viewpoint.adjacency, today=viewpoint.today)


def _places(session: Session, typed: str, code: str) -> tuple[SuggestedPlace, ...]:
    """Return the places around that the last words may mean; those that take most words first."""
    ends = list(_ends(one_line(typed).split(" ")))
    found = []
    for place, municipality_name, namesakes in places_around(
        session, code, [end for end, _ in ends]
    ):
        turn = next(turn for turn, (end, _) in enumerate(ends) if begins_part(place, end))
        text = PlaceChoice(place.name, municipality_name).text if namesakes > 1 else place.name
        found.append((turn, place.folded_name, SuggestedPlace(text, ends[turn][1])))
    return tuple(place for *_, place in sorted(found, key=lambda each: each[:2]))[:_MOST_PLACES]


def _ends(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the ends of what was typed, the longest first, each with the words before it."""
    for first in range(max(0, len(words) - _PLACE_WORDS), len(words)):
        end = fold(" ".join(words[first:]))
        if beginnings(end):
            yield end, " ".join(words[:first])
