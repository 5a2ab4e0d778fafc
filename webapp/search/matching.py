"""From words to the documents that match: the same for every engine that gives postings."""

from collections.abc import Callable, Collection
from functools import reduce
from typing import NamedTuple

from webapp.search.analysis.tokens import QueryWord, Way
from webapp.search.levels import Levels, best_of, both, helped_by, in_any, least_of_both, times
from webapp.search.shelf import Shelf

# Of a token: the documents of a shelf that hold it, by the weight that it has there.
Postings = Callable[[str], Levels]


class Matches(NamedTuple):
    """The documents of a shelf that match the words of a query, by their score."""

    shelf: Shelf
    levels: Levels


def matches(shelf: Shelf, words: Collection[QueryWord], postings: Postings) -> Matches:
    """Return the documents in which every needed word matches.

    Without needed words, one that matches is enough; without words everything does. The score is
    a plain sum over the words of what the best way of matching is worth x weight of the text. How
    rare a word is plays no part, so the scores of several shelves can be put in one order.
    """
    everything: Levels = ((0, shelf.everything),)
    if not words or not shelf.facts:
        return Matches(shelf, everything)
    needed = [word for word in words if word.needed]
    if not needed:
        some = in_any((_of_word(word, postings) for word in words), shelf.everything)
        return Matches(shelf, some)
    found = everything
    for word in needed:
        found = both(found, _of_word(word, postings))
        if not found:
            return Matches(shelf, ())
    for word in words:
        if not word.needed:
            found = helped_by(found, _of_word(word, postings))
    return Matches(shelf, found)


def _of_word(word: QueryWord, postings: Postings) -> Levels:
    """Return the documents that match a word in one way or another, with the best of these."""
    return best_of(times(_of_way(way, postings), way.worth) for way in word.ways)


def _of_way(way: Way, postings: Postings) -> Levels:
    """Return the documents that hold all tokens of a way, each with its least weight."""
    return reduce(least_of_both, (postings(token) for token in way.tokens))
