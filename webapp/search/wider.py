"""Why a search finds nothing, and what to ask instead that does find something."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from webapp.search.engine import SearchEngine
from webapp.search.facets import Facet
from webapp.search.queries import Searching, Viewpoint
from webapp.search.request import SearchRequest
from webapp.search.scope import Area
from webapp.search.second_try import MOST_WORDS
from webapp.search.whereabouts import Centre, Whereabouts

_WIDER_KM = (10, 25, 50)


@dataclass(frozen=True)
class WiderSearch:
    """A search that asks less, how many workplaces it finds, and where it looks."""

    request: SearchRequest
    total: int
    where: Whereabouts | None


@dataclass(frozen=True)
class NothingFound:
    """Why nothing was found, and the searches that ask less and do find something.

    `words` are to blame when none of them occurs in the area, `facets` when without any one of
    them something is left; with `is_together` it is all of them only in combination. Without
    words and facets the place is not known, or `is_area_empty`.
    """

    wider: tuple[WiderSearch, ...]
    words: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    is_together: bool = False
    is_area_empty: bool = False


def why_nothing(
    session: Session,
    engine: SearchEngine,
    request: SearchRequest,
    *,
    viewpoint: Viewpoint,
    home: str,
) -> NothingFound:
    """Return why `request` finds nothing, and what does.

    `home` is the name of the place to measure from when the request has none.
    """
    searching = Searching(session, engine, viewpoint)
    total = searching.total
    wider = tuple(_wider(searching, request, home))
    if request.area is Area.DISTANCE and not _is_place(searching, request.where):
        return NothingFound(wider)
    if total(request.without_choices()):
        facets = request.chosen_facets
        alone = tuple(each for each in facets if total(request.without_facet(each)))
        return NothingFound(wider, facets=alone or facets, is_together=not alone)
    if not total(_only(request, "")):
        return NothingFound(wider, is_area_empty=True)
    words = _words(request)
    missing = tuple(word for word in words if not total(_only(request, word)))
    return NothingFound(wider, words=missing or words, is_together=not missing)


def _words(request: SearchRequest) -> tuple[str, ...]:
    return tuple(dict.fromkeys(request.text.split()))[:MOST_WORDS]


def _only(request: SearchRequest, text: str) -> SearchRequest:
    return replace(request.without_choices(), text=text)


def _is_place(searching: Searching, where: str) -> bool:
    return isinstance(searching.where(where), Centre)


def _wider(searching: Searching, request: SearchRequest, home: str) -> Iterator[WiderSearch]:
    """Yield what finds something; a larger circle only when it has more than a smaller one."""
    found: list[WiderSearch] = []
    for asked in _less_demanding(searching, replace(request, page=1), home):
        total = searching.total(asked)
        if total and not any(_is_as_much(each, asked, total) for each in found):
            where = searching.where(asked.where) if asked.where else None
            found.append(WiderSearch(asked, total, where))
            yield found[-1]
    everything = SearchRequest()
    if not found and (total := searching.total(everything)):
        yield WiderSearch(everything, total, None)


def _is_as_much(before: WiderSearch, asked: SearchRequest, total: int) -> bool:
    is_larger_circle = replace(before.request, km=asked.km) == asked
    return before.total == total and before.request.area is Area.DISTANCE and is_larger_circle


def _less_demanding(
    searching: Searching, request: SearchRequest, home: str
) -> Iterator[SearchRequest]:
    """Yield searches with less chosen, with fewer words, and in wider and wider areas.

    A place that is not understood is left out: with it nothing can be asked as it is.
    """
    if not _is_place(searching, request.where):
        request = replace(request, where="")
    yield from _with_less_chosen(request)
    yield from _with_fewer_words(request)
    where = request.where or home
    if request.area is not Area.SURROUNDINGS:
        yield replace(request, area=Area.SURROUNDINGS)
    if _is_place(searching, where):
        least = request.km if request.area is Area.DISTANCE else 0
        for km in _WIDER_KM:
            if km > least:
                yield replace(request, area=Area.DISTANCE, where=where, km=km)


def _with_less_chosen(request: SearchRequest) -> Iterator[SearchRequest]:
    facets = request.chosen_facets
    yield from (request.without_facet(facet) for facet in facets)
    if len(facets) > 1:
        yield request.without_choices()


def _with_fewer_words(request: SearchRequest) -> Iterator[SearchRequest]:
    words = _words(request)
    if len(words) > 1:
        for word in words:
            yield replace(request, text=" ".join(each for each in words if each != word))
    if words:
        yield replace(request, text="")
