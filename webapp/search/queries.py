"""Searching: from what somebody asks to a page of results."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial

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
from webapp.search.second_try import SecondTry
from webapp.search.sources import just_changed
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
    `scope` is the area that was searched, None where it was not clear around what.
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
    scope: Scope | None = None

    @property
    def pages(self) -> int:
        """The number of pages, at least one."""
        return max(1, -(-self.total // self.request.per_page))

    @property
    def numbered(self) -> tuple[tuple[int, Hit], ...]:
        """The hits with their numbers, which count on from page to page."""
        first = (self.request.page - 1) * self.request.per_page + 1
        return tuple(enumerate(self.hits, first))


def search(
    session: Session, engine: SearchEngine, request: SearchRequest, *, viewpoint: Viewpoint
) -> ResultPage:
    """Return the page of results that `request` asks for, seen from `viewpoint`.

    Where the words find nothing, the page is that of what was probably meant, or of what fits some
    of the words.

    A place that is unknown or ambiguous leaves nothing to find within a distance of it; in the
    other scopes the results come without distances.
    """
    return Searching(session, engine, viewpoint).page_of(request)


class Searching:
    """Searches that are asked one after the other: what they share is looked up once."""

    def __init__(self, session: Session, engine: SearchEngine, viewpoint: Viewpoint) -> None:
        self._session = session
        self._viewpoint = viewpoint
        self._asking = Asking(session, engine)
        self.where = cache(partial(look_up, session))
        self._scope_of = cache(self._read_scope)
        self._changed_in = cache(partial(just_changed, session))

    def page_of(self, request: SearchRequest) -> ResultPage:
        """Return the page of results that `request` asks for, as `search` says."""
        where = self.where(request.where) if request.where else None
        query = self._query(request)
        if query is None:
            empty: dict[Facet, dict[str, int]] = {facet: {} for facet in Facet}
            return ResultPage(replace(request, page=1), Sort.NAME, (), 0, empty, where)
        answer = SecondTry(self._asking).answer(query, self._asking.find(query))
        result = answer.result
        return ResultPage(
            request=replace(request, page=result.page),
            sort=query.sort,
            hits=self._asking.hits(result),
            total=result.total,
            facets=result.facets,
            where=where,
            instead=answer.instead,
            maybe=answer.maybe,
            is_partial=answer.is_partial,
            scope=query.scope,
        )

    def total(self, request: SearchRequest) -> int:
        """Return how many workplaces fit `request` as it was typed."""
        query = self._query(request)
        return 0 if query is None else self._asking.count(query)

    def _query(self, request: SearchRequest) -> EngineQuery | None:
        """Return what the engine is asked, or None where there is no middle of the distance."""
        where = self.where(request.where) if request.where else None
        centre = where if isinstance(where, Centre) else None
        if request.area is Area.DISTANCE and centre is None:
            return None
        is_circle = request.area is Area.DISTANCE
        scope = self._scope_of(request.area, request.km, centre if is_circle else None)
        changed = self._changed_in(scope.codes)
        return EngineQuery(
            scope=scope,
            words=query_words(request.text),
            chosen={facet: frozenset(chosen) for facet, chosen in request.chosen.items() if chosen},
            centre=centre.point if centre else None,
            sort=_sort(request, centre),
            page=request.page,
            per_page=request.per_page,
            without=changed.hidden,
            fresh=changed.fresh,
        )

    def _read_scope(self, area: Area, km: int, centre: Centre | None) -> Scope:
        code = self._viewpoint.municipality_code
        if centre is not None:
            circle = Circle(centre.point, float(km), centre.municipality_code)
            return scopes.within(self._session, code, circle)
        if area is Area.MUNICIPALITY:
            return scopes.whole_municipality(self._session, code)
        viewpoint = self._viewpoint
        return scopes.surroundings(self._session, code, viewpoint.adjacency, today=viewpoint.today)


def _sort(request: SearchRequest, centre: Centre | None) -> Sort:
    """Return the order: as chosen, else what helps most. Without a place there is no distance."""
    chosen = None if request.sort is Sort.DISTANCE and centre is None else request.sort
    if chosen is not None:
        return chosen
    if query_words(request.text):
        return Sort.RELEVANCE
    return Sort.NEWEST if centre is None else Sort.DISTANCE
