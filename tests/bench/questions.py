"""What is asked: searches of five kinds, hundreds of each, from the sites that take part."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from random import Random

from tests.bench.corpus import SEED, Corpus
from webapp.municipalities.settings import Adjacency
from webapp.search import parameters
from webapp.search.analysis.compounds import parts
from webapp.search.analysis.frequencies import common_words, zipf
from webapp.search.facets import FACETS, Facet
from webapp.search.queries import Viewpoint
from webapp.search.request import SearchRequest

_MISSPELT_FROM = 6


class Kind(StrEnum):
    """What somebody types; the value is what the table calls it."""

    COMMON = "one common word"
    TWO = "two words"
    COMPOUND = "a compound"
    MISSPELT = "a misspelt word"
    NONE = "no words"


@dataclass(frozen=True)
class Question:
    """A search, and from which municipality."""

    code: str
    slug: str
    request: SearchRequest

    @property
    def viewpoint(self) -> Viewpoint:
        """From where is searched."""
        return Viewpoint(self.code, Adjacency.MUNICIPALITY)

    def path(self, page: str = "/werkplekken") -> str:
        """Return the address of this search on its site."""
        query = parameters.query_string(self.request)
        return f"{page}?{query}" if query else page


def questions(corpus: Corpus, kind: Kind, number: int, *, seed: int = SEED) -> list[Question]:
    """Return different questions, half of them with facets chosen; another `seed`, others."""
    random = Random(f"{kind} {seed}")
    different: dict[tuple[str, str], Question] = {}
    for text in _texts(random, corpus, kind):
        code, slug = random.choice(tuple(corpus.hosts.items()))
        chosen = _chosen(random, corpus.sectors) if random.random() < 0.5 else {}
        asked = Question(code, slug, SearchRequest(text=text, chosen=chosen))
        different.setdefault((code, asked.path()), asked)
        if len(different) == number:
            break
    return list(different.values())


def _chosen(random: Random, sectors: tuple[str, ...]) -> dict[Facet, tuple[str, ...]]:
    """Return two facets with one or two values each."""
    chosen = {}
    for facet in random.sample(tuple(Facet), 2):
        values = FACETS[facet].choices or sectors
        chosen[facet] = tuple(sorted(random.sample(values, min(len(values), 2))))
    return chosen


def _texts(random: Random, corpus: Corpus, kind: Kind) -> Iterator[str]:
    """Yield texts of one kind without end."""
    sought = corpus.words.sought()
    weights = [1 / rank for rank in range(10, len(sought) + 10)]
    compounds = _compounds() if kind is Kind.COMPOUND else []
    while True:
        word, other = random.choices(sought, weights=weights, k=2)
        if kind is Kind.COMMON:
            yield word
        elif kind is Kind.TWO:
            yield f"{word} {other}"
        elif kind is Kind.COMPOUND:
            yield random.choice(compounds)
        elif kind is Kind.NONE:
            yield ""
        elif len(word) >= _MISSPELT_FROM and (wrong := _misspelt(random, word)):
            yield wrong


def _compounds() -> list[str]:
    long = sorted((word for word in common_words() if len(word) > 8), key=zipf, reverse=True)
    return list(islice((word for word in long if parts(word)), 600))


def _misspelt(random: Random, word: str) -> str:
    """Return `word` with one slip of the finger; '' when that is a word as well."""
    at = random.randrange(1, len(word) - 2)
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    wrong = random.choice(slips)
    return "" if wrong == word or zipf(wrong) else wrong
