"""Sets of documents with scores, and how they are put together.

A set of documents is one whole number: bit n stands for the nth document of a `Shelf`. Levels are
such sets, each with a score, the best first; no document is in two of them.
"""

from collections import defaultdict
from collections.abc import Iterable

Levels = tuple[tuple[int, int], ...]

_NO_MATCH = 0


def levels_of(scored: Iterable[tuple[int, int]]) -> Levels:
    """Return the levels of single documents, given as score and number."""
    sets: dict[int, int] = defaultdict(int)
    for score, number in scored:
        sets[score] |= 1 << number
    return tuple(sorted(sets.items(), reverse=True))


def best_of(alternatives: Iterable[Levels]) -> Levels:
    """Return what is in any, each document with the best score that it has in one of them."""
    sets: dict[int, int] = defaultdict(int)
    for score, documents in (level for levels in alternatives for level in levels):
        sets[score] |= documents
    seen = 0
    found = []
    for score in sorted(sets, reverse=True):
        if new := sets[score] & ~seen:
            found.append((score, new))
            seen |= new
    return tuple(found)


def both(one: Levels, other: Levels) -> Levels:
    """Return what is in both, with the scores added."""
    sets: dict[int, int] = defaultdict(int)
    for score, documents in one:
        for more, others in other:
            if shared := documents & others:
                sets[score + more] |= shared
    return tuple(sorted(sets.items(), reverse=True))


def least_of_both(one: Levels, other: Levels) -> Levels:
    """Return what is in both, with the lesser of the scores."""
    return best_of(
        [
            tuple(
                (min(score, more), documents & others)
                for score, documents in one
                for more, others in other
            )
        ]
    )


def helped_by(found: Levels, extra: Levels) -> Levels:
    """Return what is in `found`; what is in `extra` too has that score added."""
    helped = 0
    for _, documents in extra:
        helped |= documents
    return both(found, (*extra, (_NO_MATCH, ~helped)))


def in_any(found: Iterable[Levels], everything: int) -> Levels:
    """Return what is in any, with all scores added; `everything` is the set of all documents."""
    total: Levels = ((_NO_MATCH, everything),)
    for levels in found:
        total = helped_by(total, levels)
    return tuple(level for level in total if level[0] != _NO_MATCH)


def times(levels: Levels, worth: int) -> Levels:
    """Return the same documents, with scores that count `worth` times."""
    return tuple((score * worth, documents) for score, documents in levels)


def among(levels: Levels, wanted: int) -> Levels:
    """Return what is in `levels` and in the set `wanted`."""
    return tuple((score, both) for score, documents in levels if (both := documents & wanted))


def union(levels: Levels) -> int:
    """Return the set of all documents, whatever their score."""
    total = 0
    for _, documents in levels:
        total |= documents
    return total
