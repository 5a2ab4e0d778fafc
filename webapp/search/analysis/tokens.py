"""The tokens that engines keep and look up.

A word becomes one token for each way in which it may be meant: the word as written, its lemma, its
stem, its family (a verb and the nouns made of it), the parts of a compound, and the synonyms of all
these. Who asks for a word asks for all ways; of those that match, the best counts.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from types import MappingProxyType

from webapp.search.analysis.compounds import parts
from webapp.search.analysis.families import family
from webapp.search.analysis.lemmas import lemma
from webapp.search.analysis.lists import FINGERPRINT, SOFT_WORDS
from webapp.search.analysis.stems import stem
from webapp.search.analysis.words import words

# Another number makes every index build anew: raise it with each change of the code here.
ANALYSIS_VERSION = 3

# What a match is worth, by the way in which the word was found.
_EXACT, _LEMMA, _STEM, _FAMILY, _PART, _APART, _SYNONYM = 10, 8, 6, 5, 4, 3, 2
# What a match is worth of a word that says little, in whatever way.
_SOFT = 1

# What stands before a word as it was written.
AS_WRITTEN = "w:"

# Of the root of a word's family: the roots of what means much the same.
Synonyms = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Way:
    """One way to match: all these tokens in one document, and what that is worth."""

    tokens: tuple[str, ...]
    worth: int


@dataclass(frozen=True)
class QueryWord:
    """A word that was asked for, and the ways to match it.

    What is not `needed` helps to order what is found, and finds nothing by itself.
    """

    text: str
    ways: tuple[Way, ...]
    needed: bool = True


@cache
def analysis_version() -> str:
    """Return what identifies the tokens: the code, the lists and the libraries beneath."""
    libraries = "-".join(version(name) for name in ("simplemma", "snowballstemmer", "wordfreq"))
    return f"{ANALYSIS_VERSION}-{FINGERPRINT}-{libraries}"


def text_tokens(text: str, synonyms: Synonyms = MappingProxyType({})) -> frozenset[str]:
    """Return the tokens under which `text` can be found."""
    found = frozenset(token for word in words(text) for token in _kept(word))
    roots = (token[2:] for token in found if token.startswith(("f:", "p:")))
    same = (other for root in roots for other in synonyms.get(root, ()))
    return found.union(f"y:{other}" for other in same)


def synonyms_between(groups: Iterable[Iterable[str]]) -> Synonyms:
    """Return the synonyms when the words within a group mean much the same."""
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        roots = frozenset(_family_root(word) for word in group)
        for root in roots:
            found[root] = found.get(root, frozenset()) | (roots - {root})
    return found


def name_tokens(names: Iterable[str]) -> frozenset[str]:
    """Return the tokens of names, found as written only: Duiven has nothing to do with doves."""
    return frozenset(f"{AS_WRITTEN}{word}" for name in names for word in words(name))


def query_words(text: str) -> tuple[QueryWord, ...]:
    """Return the different words of a query in their order.

    Words that say little are not needed when there are others that say more.
    """
    asked = list(dict.fromkeys(words(text)))
    telling = [word for word in asked if word not in SOFT_WORDS] or asked
    return tuple(QueryWord(word, _ways(word)) if word in telling else _soft(word) for word in asked)


def _soft(word: str) -> QueryWord:
    """Return a word that only decides between what matches the telling words as well."""
    ways = tuple(Way(way.tokens, _SOFT) for way in _ways(word))
    return QueryWord(word, ways, needed=False)


def written_words(tokens: Iterable[str]) -> Iterator[str]:
    """Yield the words as they were written that are among `tokens`."""
    return (token.removeprefix(AS_WRITTEN) for token in tokens if token.startswith(AS_WRITTEN))


@lru_cache(maxsize=50_000)
def _kept(word: str) -> tuple[str, ...]:
    # In most words the lemma is right; where the dictionary errs, the stem as written makes up.
    roots = {stem(lemma(word)), stem(word)}
    return (
        f"{AS_WRITTEN}{word}",
        f"l:{lemma(word)}",
        *(f"s:{root}" for root in sorted(roots)),
        f"f:{_family_root(word)}",
        *(f"p:{_family_root(part)}" for part in parts(word)),
    )


@lru_cache(maxsize=2_000)
def _ways(word: str) -> tuple[Way, ...]:
    """Return the ways to match a word, the one that is worth most first."""
    roots = {stem(lemma(word)), stem(word)}
    ways = [
        Way((f"{AS_WRITTEN}{word}",), _EXACT),
        Way((f"l:{lemma(word)}",), _LEMMA),
        *(Way((f"s:{root}",), _STEM) for root in sorted(roots)),
        Way((f"f:{_family_root(word)}",), _FAMILY),
        Way((f"p:{_family_root(word)}",), _PART),
        *_apart(word),
        Way((f"y:{_family_root(word)}",), _SYNONYM),
    ]
    return tuple({way.tokens: way for way in reversed(ways)}.values())[::-1]


def _apart(word: str) -> Iterator[Way]:
    """Yield the way in which a text can hold the parts of a compound as words of their own."""
    pieces = dict.fromkeys(_family_root(part) for part in parts(word))
    if pieces:
        yield Way(tuple(f"f:{piece}" for piece in pieces), _APART)


def _family_root(word: str) -> str:
    return stem(family(word))
