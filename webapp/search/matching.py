"""From postings to a page of hits: the same for every engine that gives postings."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache

from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import box_around, distance_km
from webapp.search.analysis.tokens import QueryWord
from webapp.search.document import Facts
from webapp.search.engine import EngineHit, EngineQuery, EngineResult, Sort
from webapp.search.facets import Facet
from webapp.search.scope import Reason

# By how many percent a further workplace of one organisation counts for less.
_LESS_EACH_TURN = 15

# Of a token: the key of each document that holds it, with the weight that it has there.
Postings = Callable[[str], Mapping[int, int]]


def scores(words: Collection[QueryWord], postings: Postings) -> dict[int, int]:
    """Return the keys of the documents in which every needed word matches, with their scores.

    Without needed words, one that matches is enough. The score is a plain sum over the words of
    what the best way of matching is worth x weight of the text. How rare a word is plays no part,
    so the scores of several indexes can be put in one order.
    """
    needed = [word for word in words if word.needed]
    if not needed:
        return _either(_best(word, postings) for word in words)
    total: dict[int, int] | None = None
    for word in needed:
        total = _both(total, _best(word, postings))
        if not total:
            return {}
    for word in (each for each in words if not each.needed):
        found = _best(word, postings)
        total = {key: score + found.get(key, 0) for key, score in (total or {}).items()}
    return total or {}


def _best(word: QueryWord, postings: Postings) -> dict[int, int]:
    """Return the documents that match a word in one way or another, with the best of these."""
    found: dict[int, int] = {}
    for way in word.ways:
        for key, weight in _together([postings(token) for token in way.tokens]).items():
            score = way.worth * weight
            if score > found.get(key, 0):
                found[key] = score
    return found


def _together(postings: list[Mapping[int, int]]) -> Mapping[int, int]:
    """Return the documents that hold all tokens, each with its least weight."""
    first, *others = postings
    if not others:
        return first
    keys = set(first).intersection(*others)
    return {key: min(each[key] for each in postings) for key in keys}


def page_of(candidates: Iterable[tuple[Facts, int]], query: EngineQuery) -> EngineResult:
    """Return the page of `query` from all matching documents, given as facts with score."""
    counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    found: list[tuple[Facts, int, Reason]] = []
    for facts, score in candidates:
        reason = _reason(facts, query)
        if reason is None:
            continue
        unfit = [each for each, chosen in query.chosen.items() if not facts.has(each, chosen)]
        # One that fits all but one facet counts in that facet: it would come with another choice.
        for facet in unfit if len(unfit) == 1 else () if unfit else Facet:
            counts[facet].update(facts.values(facet))
        if not unfit:
            found.append((facts, score, reason))
    found.sort(key=lambda hit: _order(hit[0], hit[1], query))
    if query.sort is Sort.RELEVANCE:
        _take_turns(found)
    page = min(query.page, max(1, -(-len(found) // query.per_page)))
    rows = found[(page - 1) * query.per_page : page * query.per_page]
    hits = tuple(
        EngineHit(facts.workplace_id, score, reason, _distance(facts, query.centre))
        for facts, score, reason in rows
    )
    return EngineResult(hits=hits, total=len(found), page=page, facets=counts)


def _either(found: Iterable[Mapping[int, int]]) -> dict[int, int]:
    """Return what is in any, with the scores added."""
    total: Counter[int] = Counter()
    for each in found:
        total.update(each)
    return dict(total)


def _both(first: dict[int, int] | None, second: dict[int, int]) -> dict[int, int]:
    """Return what is in both, with the scores added; `first` is None before the first word."""
    if first is None:
        return second
    return {key: score + second[key] for key, score in first.items() if key in second}


def _reason(facts: Facts, query: EngineQuery) -> Reason | None:
    """Return why a document is in the scope, or None when it is not or must not be shown."""
    if facts.workplace_id in query.without:
        return None
    circle = query.scope.circle
    if circle is None:
        return query.scope.reason_by_rule(facts)
    point = facts.point
    # The box first: measuring takes a hundred times as long.
    if point is not None and not _box(circle.centre, circle.radius_km).holds(point):
        return None
    return circle.reason_for(facts, _distance(facts, circle.centre))


def _order(facts: Facts, score: int, query: EngineQuery) -> tuple[object, ...]:
    """Return the key by which hits are sorted; title and id make the order the same each time."""
    last = (facts.title_key, facts.workplace_id)
    if query.sort is Sort.RELEVANCE:
        return (-score, *last)
    if query.sort is Sort.NEWEST:
        return (-facts.published_at, *last)
    if query.sort is Sort.DISTANCE:
        distance = _distance(facts, query.centre)
        return (distance is None, distance or 0.0, *last)
    return last


def _take_turns(found: list[tuple[Facts, int, Reason]]) -> None:
    """Let one organisation not fill a page while others match nearly as well.

    `found` is in the order of the scores; each further workplace of an organisation counts for
    somewhat less than the one before.
    """
    earlier: Counter[int] = Counter()
    worth: dict[int, int] = {}
    for facts, score, _ in found:
        turn = earlier[facts.organisation_id]
        worth[facts.workplace_id] = score * 100 // (100 + _LESS_EACH_TURN * turn)
        earlier[facts.organisation_id] += 1
    found.sort(key=lambda hit: -worth[hit[0].workplace_id])


def _distance(facts: Facts, centre: Coordinates | None) -> float | None:
    """Return the distance in kilometres, or None when either point is not known."""
    point = facts.point
    return None if centre is None or point is None else _measured(centre, point)


# Many workplaces share a point, that of their postcode, and a search is often repeated.
_measured = lru_cache(maxsize=20_000)(distance_km)
_box = lru_cache(maxsize=100)(box_around)
