"""Searching: the engine's hits, joined to the rows of the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import structlog
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.municipalities.models import Municipality
from webapp.municipalities.settings import Adjacency
from webapp.search import scope as scopes
from webapp.search.analysis.tokens import query_words
from webapp.search.document import Facet
from webapp.search.engine import (
    EngineHit,
    EngineQuery,
    EngineResult,
    IndexUnavailableError,
    SearchEngine,
    Sort,
)
from webapp.search.memory import MemoryEngine
from webapp.search.request import SearchRequest
from webapp.search.scope import Area, Circle, Reason, Scope
from webapp.search.sources import documents_in, just_hidden
from webapp.search.whereabouts import Centre, Whereabouts, look_up
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import DELIVERY_MUNICIPALITY, public_workplaces

logger = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Viewpoint:
    """From where is searched: a municipality, which neighbours count for it, and on which day."""

    municipality_code: str
    adjacency: Adjacency
    today: date = field(default_factory=clock.today)


@dataclass(frozen=True)
class Hit:
    """A workplace that was found, where it lies, how far that is and why it is here.

    `distance_km` is the distance as the crow flies, None when no place was asked for or when it
    is not known.
    """

    workplace: Workplace
    municipality_name: str
    distance_km: float | None
    reason: Reason


@dataclass(frozen=True)
class ResultPage:
    """One page of results.

    `request` is the search that was asked for, with the page that was given; `sort` is the order
    that was used. `where` is what came of the postcode or place, None without one.
    """

    request: SearchRequest
    sort: Sort
    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[Facet, Mapping[str, int]]
    where: Whereabouts | None = None

    @property
    def pages(self) -> int:
        """The number of pages, at least one."""
        return max(1, -(-self.total // self.request.per_page))


def search(
    session: Session, engine: SearchEngine, request: SearchRequest, *, viewpoint: Viewpoint
) -> ResultPage:
    """Return the page of results that `request` asks for, seen from `viewpoint`.

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
    result, hits = _found(session, engine, query)
    request = replace(request, page=result.page)
    return ResultPage(request, query.sort, hits, result.total, result.facets, where)


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


def _found(
    session: Session, engine: SearchEngine, query: EngineQuery
) -> tuple[EngineResult, tuple[Hit, ...]]:
    """Return what the engine finds with its rows; what has no row any more was never there."""
    while True:
        result = _asked(session, engine, query)
        rows = _rows(session, result.hits)
        gone = {hit.workplace_id for hit in result.hits} - rows.keys()
        if not gone:
            break
        query = replace(query, without=query.without | gone)
    hits = (Hit(*rows[hit.workplace_id], hit.distance_km, hit.reason) for hit in result.hits)
    return result, tuple(hits)


def _asked(session: Session, engine: SearchEngine, query: EngineQuery) -> EngineResult:
    """Ask the engine, or the database itself while the index is away: right, only slower."""
    try:
        return engine.search(query)
    except IndexUnavailableError as error:
        logger.warning("search_index_unavailable", reason=str(error))
        return MemoryEngine(documents_in(session, query.scope.codes)).search(query)


def _rows(session: Session, hits: Sequence[EngineHit]) -> dict[int, tuple[Workplace, str]]:
    """Return the workplaces of these hits with the names of their municipalities, by id."""
    if not hits:
        return {}
    rows = session.execute(
        public_workplaces()
        .join(Municipality, Municipality.code == DELIVERY_MUNICIPALITY)
        .add_columns(Municipality.name)
        .where(Workplace.id.in_([hit.workplace_id for hit in hits]))
    )
    return {workplace.id: (workplace, name) for workplace, name in rows}
