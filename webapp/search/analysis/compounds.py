"""Compounds: 'kruidentuin' holds 'kruid' and 'tuin', but 'fortuin' holds no garden.

Dutch writes compounds as one word, with or without a linking letter. All ways to cut a word in two
words of the dictionary are weighed by how common the two are, and the best one is taken; each part
may be a compound again. What cannot begin or end a compound stands in lists beside the code.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from webapp.search.analysis.frequencies import zipf
from webapp.search.analysis.lemmas import is_word, lemma
from webapp.search.analysis.lists import COMPOUNDS, CUTS

_SHORTEST = 3
# A part of so few letters is a word by accident so often that the lists name the good ones.
_SHORT = 3
# A part of a compound is looked into again from this length on.
_LONG_PART = 8
# Linking letters, each with what it takes off: without one is likelier than with one.
_LINKS = (("", 0.0), ("s", 0.8), ("en", 0.8), ("e", 1.2), ("n", 1.5))
# How common a part must be at the least; a long word is seldom part of another by accident.
_COMMON_HEAD, _COMMON_TAIL = 2.0, 2.3
_LONG_ENOUGH = 7
# What the dictionary lacks (horeca, fitness) is a word all the same when it is long and common.
_LONG_UNKNOWN, _COMMON_UNKNOWN = 5, 3.0
# Above this a word is no likelier as a part for being more common.
_COMMON_ENOUGH = 5.0
_OFF_FOR_SHORT = 0.7


class _Cut(NamedTuple):
    score: float
    head: str
    tail: str


@lru_cache(maxsize=50_000)
def parts(word: str) -> tuple[str, ...]:
    """Return the lemmas of the words that `word` is made of; nothing when it is no compound."""
    whole = lemma(word) if is_word(word) else word
    own = CUTS.get(whole) or CUTS.get(word)
    if own is not None:
        return tuple(lemma(part) for part in own)
    if whole in COMPOUNDS.whole or word in COMPOUNDS.whole:
        return ()
    cut = max(_cuts(whole), default=None)
    return () if cut is None else (*_within(cut.head), *_within(cut.tail))


def _within(part: str) -> tuple[str, ...]:
    """Return the lemma of a part, and of its own parts."""
    deeper = parts(part) if len(part) >= _LONG_PART else ()
    return (lemma(part), *deeper)


def _cuts(word: str) -> Iterator[_Cut]:
    """Yield the ways to cut a word into two words."""
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        tail = word[at:]
        if not _can_be_tail(tail):
            continue
        for link, off in _LINKS:
            head = word[:at].removesuffix(link)
            if word[:at].endswith(link) and _can_be_head(head, tail):
                yield _Cut(_likelihood(head) + _likelihood(tail) - off, head, tail)


def _can_be_tail(text: str) -> bool:
    if len(text) <= _SHORT:
        return text in COMPOUNDS.short_tails
    is_excluded = text in COMPOUNDS.no_tails or text in COMPOUNDS.particles
    return not is_excluded and _is_common(text, _COMMON_TAIL)


def _can_be_head(text: str, tail: str) -> bool:
    if text in COMPOUNDS.place_heads and lemma(tail) in COMPOUNDS.place_tails:
        return True
    if len(text) <= _SHORT:
        return text in COMPOUNDS.short_heads
    is_excluded = text in COMPOUNDS.no_heads or text in COMPOUNDS.particles
    return not is_excluded and _is_common(text, _COMMON_HEAD)


def _is_common(text: str, least: float) -> bool:
    if is_word(text):
        return len(text) >= _LONG_ENOUGH or zipf(text) >= least
    return len(text) >= _LONG_UNKNOWN and zipf(text) >= _COMMON_UNKNOWN


def _likelihood(part: str) -> float:
    off = _OFF_FOR_SHORT if len(part) <= _SHORT else 0.0
    return min(zipf(part), _COMMON_ENOUGH) - off
