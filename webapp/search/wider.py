"""Where there is something to find when a search finds nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from webapp.search.engine import SearchEngine
from webapp.search.queries import Viewpoint, search
from webapp.search.request import SearchRequest
from webapp.search.scope import Area
from webapp.search.whereabouts import Centre, Whereabouts, look_up

_WIDER_KM = (10, 25, 50)


@dataclass(frozen=True)
class WiderSearch:
    """A search that asks less, how many workplaces it finds, and where it looks."""

    request: SearchRequest
    total: int
    where: Whereabouts | None


def wider_searches(
    session: Session,
    engine: SearchEngine,
    request: SearchRequest,
    *,
    viewpoint: Viewpoint,
    home: str,
) -> list[WiderSearch]:
    """Return the searches that ask less than `request` and do find something.

    `home` is the name of the place to measure from when the request has none.
    """
    found: list[WiderSearch] = []
    for wider in _less_demanding(session, request, home):
        result = search(session, engine, replace(wider, per_page=1), viewpoint=viewpoint)
        if result.total and not _is_as_much(found, wider, result.total):
            found.append(WiderSearch(wider, result.total, result.where))
    return found


def _is_as_much(found: list[WiderSearch], wider: SearchRequest, total: int) -> bool:
    """Tell whether a smaller circle had as many already."""
    return any(
        each.request.area is wider.area is Area.DISTANCE and each.total == total for each in found
    )


def _less_demanding(session: Session, request: SearchRequest, home: str) -> Iterator[SearchRequest]:
    """Yield searches without the choices, without the words, and in wider and wider areas."""
    first = replace(request, page=1)
    if any(first.chosen.values()):
        yield first.without_choices()
    if first.text:
        yield replace(first, text="")
    if first.area is Area.MUNICIPALITY:
        yield replace(first, area=Area.SURROUNDINGS)
    where = first.where or home
    if isinstance(look_up(session, where), Centre):
        least = first.km if first.area is Area.DISTANCE else 0
        for km in _WIDER_KM:
            if km > least:
                yield replace(first, area=Area.DISTANCE, where=where, km=km)
