"""An engine so simple that one sees that it is right: what the real ones are compared with.

It has no bits, no shortcuts and no memory: it looks at every document, sorts all of them, and
then takes the page.
"""

from collections import Counter
from collections.abc import Iterable

from webapp.geo.distance import box_around, distance_km
from webapp.search.analysis.tokens import QueryWord
from webapp.search.document import Facts, SearchDocument
from webapp.search.engine import EngineHit, EngineQuery, EngineResult, Sort
from webapp.search.facets import Facet
from webapp.search.scope import Reason

PERCENT_LESS_EACH_TURN = 15


def answer(documents: Iterable[SearchDocument], query: EngineQuery) -> EngineResult:
    """Return what every engine that holds these documents must answer."""
    counts = {facet: Counter[str]() for facet in Facet}
    found: list[tuple[Facts, int, Reason]] = []
    for document in documents:
        facts, score, reason = document.facts, _score(document, query.words), None
        if score is not None and facts.workplace_id not in query.without:
            reason = _reason(facts, query)
        if score is None or reason is None:
            continue
        unfit = [facet for facet, chosen in query.chosen.items() if not facts.has(facet, chosen)]
        for facet in Facet:
            if not set(unfit) - {facet}:
                counts[facet].update(facts.values(facet))
        if not unfit:
            found.append((facts, score, reason))
    ordered = _ordered(found, query)
    page = min(query.page, max(1, -(-len(found) // query.per_page)))
    rows = ordered[(page - 1) * query.per_page : page * query.per_page]
    hits = tuple(
        EngineHit(facts.workplace_id, score, reason, _distance(facts, query))
        for facts, score, reason in rows
    )
    return EngineResult(hits=hits, total=len(found), page=page, facets=counts)


def _score(document: SearchDocument, words: Iterable[QueryWord]) -> int | None:
    """Return how well a document matches, None when it does not."""
    words = list(words)
    weights = document.weights()
    scores = {
        word: max(
            way.worth * min(weights.get(token, 0) for token in way.tokens) for way in word.ways
        )
        for word in words
    }
    needed = [word for word in words if word.needed]
    if any(not scores[word] for word in needed):
        return None
    if words and not needed and not any(scores.values()):
        return None
    return sum(scores.values())


def _reason(facts: Facts, query: EngineQuery) -> Reason | None:
    circle = query.scope.circle
    if circle is None:
        return query.scope.reason_by_rule(facts)
    if facts.point is None:
        return circle.reason_for(facts, None)
    if not box_around(circle.centre, circle.radius_km).holds(facts.point):
        return None
    return circle.reason_for(facts, distance_km(circle.centre, facts.point))


def _distance(facts: Facts, query: EngineQuery) -> float | None:
    if query.centre is None or facts.point is None:
        return None
    return distance_km(query.centre, facts.point)


def _ordered(
    found: list[tuple[Facts, int, Reason]], query: EngineQuery
) -> list[tuple[Facts, int, Reason]]:
    by_name = sorted(found, key=lambda hit: (hit[0].title_key, hit[0].workplace_id))
    if query.sort is Sort.NEWEST:
        return sorted(by_name, key=lambda hit: -hit[0].published_at)
    if query.sort is Sort.DISTANCE:
        return sorted(by_name, key=lambda hit: _far(_distance(hit[0], query)))
    if query.sort is Sort.RELEVANCE:
        return _in_turns(sorted(by_name, key=lambda hit: -hit[1]))
    return by_name


def _far(distance: float | None) -> float:
    return float("inf") if distance is None else distance


def _in_turns(best_first: list[tuple[Facts, int, Reason]]) -> list[tuple[Facts, int, Reason]]:
    earlier = Counter[int]()
    worth = {}
    for facts, score, _ in best_first:
        turn = earlier[facts.organisation_id]
        worth[facts.workplace_id] = score * 100 // (100 + PERCENT_LESS_EACH_TURN * turn)
        earlier[facts.organisation_id] += 1
    return sorted(best_first, key=lambda hit: -worth[hit[0].workplace_id])
