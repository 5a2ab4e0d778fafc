"""The order of hits: only as many are put in order as the page that is asked for needs."""

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappush, heappushpop, merge, nsmallest
from itertools import islice

from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import ABOUT, about_km, distance_km
from webapp.search.document import Facts
from webapp.search.engine import EngineQuery, Sort
from webapp.search.levels import Levels, union
from webapp.search.shelf import Shelf, name_order

# By how many percent a further workplace of one organisation counts for less.
_LESS_EACH_TURN = 15

Hits = Sequence[tuple[Shelf, Levels]]
Scored = tuple[int, Facts]


def first_in_order(hits: Hits, query: EngineQuery, wanted: int) -> list[Scored]:
    """Return the first `wanted` hits with their scores, in the order that `query` asks for."""
    if query.sort is Sort.RELEVANCE:
        return _best(hits, wanted)
    sets = [(shelf, union(levels)) for shelf, levels in hits]
    if query.sort is Sort.DISTANCE and query.centre is not None:
        ordered = _nearest(sets, query.centre, wanted)
    elif query.sort is Sort.NEWEST:
        each = (shelf.newest_first(documents) for shelf, documents in sets)
        ordered = list(islice(merge(*each, key=_newest_order), wanted))
    else:
        ordered = list(islice(_by_name(sets), wanted))
    scores = _score_of(hits)
    return [(scores(facts), facts) for facts in ordered]


def _best(hits: Hits, wanted: int) -> list[Scored]:
    """Return the best hits, but let one organisation not fill a page while others match as well.

    Each further workplace of an organisation counts for somewhat less than the one before. What
    counts for less than the last of the page, and all that is scored lower, need not be looked at.
    """
    earlier: Counter[int] = Counter()
    best: list[tuple[int, int, int, Facts]] = []
    for place, (score, facts) in enumerate(_by_score(hits)):
        if len(best) == wanted and score <= best[0][0]:
            break
        worth = score * 100 // (100 + _LESS_EACH_TURN * earlier[facts.organisation_id])
        earlier[facts.organisation_id] += 1
        put = heappush if len(best) < wanted else heappushpop
        put(best, (worth, -place, score, facts))
    return [(score, facts) for _, _, score, facts in sorted(best, reverse=True)]


def _by_score(hits: Hits) -> Iterator[Scored]:
    """Yield all hits, the best first; equals by title."""
    by_score: dict[int, list[tuple[Shelf, int]]] = {}
    for shelf, levels in hits:
        for score, documents in levels:
            by_score.setdefault(score, []).append((shelf, documents))
    for score in sorted(by_score, reverse=True):
        for facts in _by_name(by_score[score]):
            yield score, facts


def _by_name(sets: Iterable[tuple[Shelf, int]]) -> Iterator[Facts]:
    return merge(*(shelf.in_order(documents) for shelf, documents in sets), key=name_order)


def _newest_order(facts: Facts) -> tuple[float, str, int]:
    return (-facts.published_at, *name_order(facts))


def _nearest(sets: Iterable[tuple[Shelf, int]], centre: Coordinates, wanted: int) -> list[Facts]:
    """Return the hits nearest to `centre`, and after them by title those without a point.

    Only what may be among the nearest is measured.
    """
    found = [facts for shelf, documents in sets for facts in shelf.in_order(documents)]
    located = [(about_km(centre, point), point, each) for each in found if (point := each.point)]
    nearest: list[tuple[float, str, int, Facts]] = []
    for about, point, facts in sorted(located, key=lambda each: each[0]):
        if len(nearest) == wanted and about * (1 - ABOUT) > nearest[-1][0]:
            break
        insort(nearest, (distance_km(centre, point), *name_order(facts), facts))
        del nearest[wanted:]
    ordered = [facts for *_, facts in nearest]
    unlocated = (facts for facts in found if facts.point is None)
    return ordered + nsmallest(wanted - len(ordered), unlocated, key=name_order)


def _score_of(hits: Hits) -> Callable[[Facts], int]:
    """Return what tells the score of a hit."""

    def score(facts: Facts) -> int:
        for shelf, levels in hits:
            document = shelf.these((facts.workplace_id,))
            for worth, documents in levels:
                if documents & document:
                    return worth
        return 0

    return score
