"""From what matches to a page of hits with its totals: the same for every engine."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import distance_km
from webapp.search.document import Facts
from webapp.search.engine import EngineHit, EngineQuery, EngineResult
from webapp.search.facets import Facet
from webapp.search.held import Held
from webapp.search.levels import among, union
from webapp.search.matching import Matches
from webapp.search.ordering import first_in_order
from webapp.search.scope import Reason
from webapp.search.shelf import Shelf


def page_of(found: Iterable[Matches], query: EngineQuery) -> EngineResult:
    """Return the page of `query` from all documents of an index that match its words."""
    counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    hits: list[Matches] = []
    for shelf, levels in with_fresh(found, query):
        inside = shelf.inside(query.scope) & ~shelf.these(query.without)
        candidates = union(levels) & inside
        if not candidates:
            continue
        fitting = {facet: shelf.having(facet, chosen) for facet, chosen in query.chosen.items()}
        _count(counts, shelf, candidates, fitting)
        fit = reduce(int.__and__, fitting.values(), candidates)
        hits.append(Matches(shelf, among(levels, fit)))
    total = sum(union(each.levels).bit_count() for each in hits)
    page = min(query.page, max(1, -(-total // query.per_page)))
    rows = first_in_order(hits, query, page * query.per_page)[(page - 1) * query.per_page :]
    return EngineResult(
        hits=tuple(_hit(facts, score, query) for score, facts in rows),
        total=total,
        page=page,
        facets=counts,
    )


def with_fresh(found: Iterable[Matches], query: EngineQuery) -> Iterator[Matches]:
    """Yield what was found, with what changed a moment ago as it is now."""
    if not query.fresh:
        yield from found
        return
    changed = {document.workplace_id for document in query.fresh}
    for shelf, levels in found:
        yield Matches(shelf, among(levels, shelf.everything & ~shelf.these(changed)))
    yield Held(query.fresh).matches(query.words)


def _count(
    counts: Mapping[Facet, Counter[str]],
    shelf: Shelf,
    candidates: int,
    fitting: Mapping[Facet, int],
) -> None:
    """Add to the counts of each facet what fits the choices in all others."""
    for facet in Facet:
        others = (documents for each, documents in fitting.items() if each is not facet)
        counted = reduce(int.__and__, others, candidates)
        for value, documents in shelf.by_value[facet].items():
            if number := (documents & counted).bit_count():
                counts[facet][value] += number


def _hit(facts: Facts, score: int, query: EngineQuery) -> EngineHit:
    distance = _distance(facts, query.centre)
    return EngineHit(facts.workplace_id, score, _reason(facts, query), distance)


def _reason(facts: Facts, query: EngineQuery) -> Reason:
    """Return why a hit is in the scope."""
    circle = query.scope.circle
    if circle is None:
        reason = query.scope.reason_by_rule(facts)
    else:
        reason = circle.reason_for(facts, _distance(facts, circle.centre))
    if reason is None:
        message = f"workplace {facts.workplace_id} is a hit and not in the scope"
        raise AssertionError(message)
    return reason


def _distance(facts: Facts, centre: Coordinates | None) -> float | None:
    """Return the distance in kilometres, or None when either point is not known."""
    point = facts.point
    return None if centre is None or point is None else distance_km(centre, point)
