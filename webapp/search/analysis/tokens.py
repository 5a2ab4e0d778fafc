"""The tokens that engines keep and look up.

A word becomes one token for each way in which it may be meant: the word as written, its lemma,
its stem, and the parts of a compound. The stem follows from the lemma and the lemma from the word,
so whoever matches a word as written matches its lemma and its stem too: the weights of the ways
add up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version

from webapp.search.analysis.compounds import parts
from webapp.search.analysis.lemmas import lemma
from webapp.search.analysis.lists import FINGERPRINT
from webapp.search.analysis.stems import stem
from webapp.search.analysis.words import words

# Another number makes every index build anew: raise it with each change of the code here.
ANALYSIS_VERSION = 1

# What each way of matching adds; a word as written is worth 10, a part of a compound 3.
_AS_WRITTEN, _LEMMA, _STEM, _PART = 2, 2, 6, 3


@dataclass(frozen=True)
class QueryWord:
    """A word that was asked for, with the tokens that match it and what each adds to the score."""

    text: str
    weights: tuple[tuple[str, int], ...]


def analysis_version() -> str:
    """Return what identifies the tokens: the code, the lists and the libraries beneath."""
    libraries = f"{version('simplemma')}-{version('snowballstemmer')}"
    return f"{ANALYSIS_VERSION}-{FINGERPRINT}-{libraries}"


def text_tokens(text: str) -> frozenset[str]:
    """Return the tokens under which `text` can be found."""
    return frozenset(token for word in words(text) for token in _kept(word))


def name_tokens(names: Iterable[str]) -> frozenset[str]:
    """Return the tokens of names, found as written only: Duiven has nothing to do with doves."""
    return frozenset(f"w:{word}" for name in names for word in words(name))


def query_words(text: str) -> tuple[QueryWord, ...]:
    """Return the different words of a query in their order."""
    return tuple(_asked(word) for word in dict.fromkeys(words(text)))


@lru_cache(maxsize=20_000)
def _kept(word: str) -> tuple[str, ...]:
    whole = lemma(word)
    pieces = (f"p:{stem(part)}" for part in parts(word))
    return (f"w:{word}", f"l:{whole}", f"s:{stem(whole)}", *pieces)


@lru_cache(maxsize=2_000)
def _asked(word: str) -> QueryWord:
    whole = lemma(word)
    root = stem(whole)
    weights = (
        (f"w:{word}", _AS_WRITTEN),
        (f"l:{whole}", _LEMMA),
        (f"s:{root}", _STEM),
        (f"p:{root}", _PART),
    )
    return QueryWord(word, weights)
