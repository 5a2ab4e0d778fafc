"""Titles by the beginnings of their words; which documents these are is a set of bits."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce

from webapp.search.analysis.words import all_words

# Comes after everything that can follow a beginning.
_LAST = "\U0010ffff"


class TitleIndex:
    """The titles of documents in order; bit n of a set stands for the nth of them."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Take the titles folded, as they are put in order by."""
        self._keys = keys
        sets: dict[str, int] = defaultdict(int)
        for number, key in enumerate(keys):
            for word in all_words(key):
                sets[word] |= 1 << number
        self._sets = sets
        self._words = sorted(sets)

    def beginning_with(self, start: str) -> int:
        """Return the documents of which the title begins so."""
        first, end = _range(self._keys, start)
        return (1 << end) - (1 << first)

    def with_words(self, beginnings: Iterable[str]) -> int:
        """Return the documents in whose title each of these begins a word."""
        everything = (1 << len(self._keys)) - 1
        return reduce(int.__and__, map(self._with_word, beginnings), everything)

    def _with_word(self, beginning: str) -> int:
        first, end = _range(self._words, beginning)
        return reduce(int.__or__, (self._sets[word] for word in self._words[first:end]), 0)


def _range(ordered: Sequence[str], start: str) -> tuple[int, int]:
    """Return from where and up to where the texts in order begin with `start`."""
    return bisect_left(ordered, start), bisect_left(ordered, start + _LAST)
