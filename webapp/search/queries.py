"""Searching: from what somebody asks to a page of results."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.municipalities.settings import Adjacency
from webapp.search import scope as scopes
from webapp.search.analysis.tokens import query_words
from webapp.search.asking import Asking, Hit
from webapp.search.engine import EngineQuery, SearchEngine, Sort
from webapp.search.facets import Facet
from webapp.search.request import SearchRequest
from webapp.search.scope import Area, Circle, Scope
from webapp.search.second_try import Answer, SecondTry
from webapp.search.sources import just_hidden
from webapp.search.whereabouts import Centre, Whereabouts, look_up


@dataclass(frozen=True)
class Viewpoint:
    """From where is searched: a municipality, which neighbours count for it, and on which day."""

    municipality_code: str
    adjacency: Adjacency
    today: date = field(default_factory=clock.today)


@dataclass(frozen=True)
class ResultPage:
    """One page of results.

    `request` is the search that was asked for, with the page that was given; `sort` is the order
    that was used. `where` is what came of the postcode or place, None without one. `instead`,
    `maybe` and `is_partial` tell how what was sought differs from what was typed: see `Answer`.
    """

    request: SearchRequest
    sort: Sort
    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[Facet, Mapping[str, int]]
    where: Whereabouts | None = None
    instead: str = ""
    maybe: str = ""
    is_partial: bool = False

    @property
    def pages(self) -> int:
        """The number of pages, at least one."""
        return max(1, -(-self.total // self.request.per_page))


def search(
    session: Session,
    engine: SearchEngine,
    request: SearchRequest,
    *,
    viewpoint: Viewpoint,
    as_typed: bool = False,
) -> ResultPage:
    """Return the page of results that `request` asks for, seen from `viewpoint`.

    Where the words find nothing, the page is that of what was probably meant, or of what fits some
    of the words; `as_typed` leaves that out.

    A place that is unknown or ambiguous leaves nothing to find within a distance of it; in the
    other scopes the results come without distances.
    """
    where = look_up(session, request.where) if request.where else None
    centre = where if isinstance(where, Centre) else None
    if request.area is Area.DISTANCE and centre is None:
        empty: dict[Facet, dict[str, int]] = {facet: {} for facet in Facet}
        return ResultPage(replace(request, page=1), Sort.NAME, (), 0, empty, where)
    query = EngineQuery(
        scope=_scope(session, request, viewpoint, centre),
        words=query_words(request.text),
        chosen={facet: frozenset(chosen) for facet, chosen in request.chosen.items() if chosen},
        centre=centre.point if centre else None,
        sort=_sort(request, centre),
        page=request.page,
        per_page=request.per_page,
        without=just_hidden(session),
    )
    asking = Asking(session, engine)
    found = asking.find(query)
    answer = Answer(found) if as_typed else SecondTry(asking).answer(query, found)
    result = answer.result
    return ResultPage(
        request=replace(request, page=result.page),
        sort=query.sort,
        hits=asking.hits(result),
        total=result.total,
        facets=result.facets,
        where=where,
        instead=answer.instead,
        maybe=answer.maybe,
        is_partial=answer.is_partial,
    )


def _scope(
    session: Session, request: SearchRequest, viewpoint: Viewpoint, centre: Centre | None
) -> Scope:
    code = viewpoint.municipality_code
    if request.area is Area.DISTANCE and centre is not None:
        circle = Circle(centre.point, float(request.km), centre.municipality_code)
        return scopes.within(session, code, circle)
    if request.area is Area.MUNICIPALITY:
        return scopes.whole_municipality(session, code)
    return scopes.surroundings(session, code, viewpoint.adjacency, today=viewpoint.today)


def _sort(request: SearchRequest, centre: Centre | None) -> Sort:
    """Return the order: as chosen, else what helps most. Without a place there is no distance."""
    chosen = None if request.sort is Sort.DISTANCE and centre is None else request.sort
    if chosen is not None:
        return chosen
    if query_words(request.text):
        return Sort.RELEVANCE
    return Sort.NEWEST if centre is None else Sort.DISTANCE
