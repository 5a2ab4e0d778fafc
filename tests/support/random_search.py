"""Documents and queries by chance, the same for the same seed: to compare engines with."""

from collections.abc import Iterator
from random import Random

from tests.support.search import ARNHEM, DUIVEN, ZEVENAAR, make_document
from webapp.geo.coordinates import Coordinates
from webapp.search.analysis.tokens import name_tokens, query_words
from webapp.search.document import SearchDocument, TextField
from webapp.search.engine import EngineQuery, Sort
from webapp.search.facets import FACETS, Facet
from webapp.search.scope import Circle, Scope

WORDS = [
    "tuin",
    "tuinwerk",
    "kruidentuin",
    "fiets",
    "fietsen",
    "fietsenmaker",
    "hout",
    "houtbewerking",
    "zagen",
    "zaag",
    "brood",
    "bakken",
    "bakkerij",
    "koken",
    "kok",
    "keuken",
    "schilderen",
    "schilderwerk",
    "repareren",
    "reparatie",
    "dier",
    "dieren",
    "boerderij",
    "kinderboerderij",
    "kas",
    "kassa",
    "werk",
    "netwerk",
    "les",
    "lessen",
    "flessen",
    "en",
    "de",
    "met",
    "voor",
    "samen",
    "winkel",
    "kringloop",
    "magazijn",
    "techniek",
    "computer",
    "oude",
    "mensen",
    "zorg",
    "muziek",
    "theater",
]
ELSEWHERE = "GM0363"
CODES = (DUIVEN, ZEVENAAR, ARNHEM, ELSEWHERE)
PLACES = (None, "Arnhem|GM0202", "Elden|GM0202", "Zevenaar|GM0299")
SECTORS = ("hout", "groen", "zorg")
CENTRE = Coordinates(51.95, 6.01)


def documents(random: Random, number: int) -> list[SearchDocument]:
    """Return documents with ids from 1."""
    return [_document(random, workplace_id) for workplace_id in range(1, number + 1)]


def queries(random: Random, number: int) -> Iterator[EngineQuery]:
    """Yield queries of every kind."""
    for _ in range(number):
        yield EngineQuery(
            scope=_scope(random),
            words=query_words(_text(random, random.choice((0, 1, 1, 1, 2, 2, 3)))),
            chosen=_chosen(random),
            centre=random.choice((None, CENTRE)),
            sort=random.choice(tuple(Sort)),
            page=random.choice((1, 1, 1, 2, 3, 50)),
            per_page=random.choice((1, 3, 20)),
            without=frozenset(random.sample(range(1, 99), random.choice((0, 0, 5)))),
        )


def _document(random: Random, workplace_id: int) -> SearchDocument:
    title = _text(random, random.randint(1, 3))
    located = random.random() < 0.8
    made = make_document(
        workplace_id,
        title,
        texts={field: _text(random, random.randint(0, 6)) for field in list(TextField)[1:]},
        facets={facet: _values(random, facet) for facet in Facet},
        organisation_id=random.randint(1, 12),
        municipality_code=random.choice(CODES),
        place_key=random.choice(PLACES),
        # Few points, so that several workplaces are exactly as far away.
        latitude=51.9 + random.randint(0, 12) / 100 if located else None,
        longitude=5.9 + random.randint(0, 12) / 50 if located else None,
        serves=random.choice(((), (), (DUIVEN,), (ARNHEM, ZEVENAAR))),
        published_at=float(random.randint(1, 40)),
    )
    names = name_tokens(random.sample(("Duiven", "Arnhem", "Fiets"), 1))
    tokens = dict(made.tokens)
    tokens[TextField.ORGANISATION] = tokens[TextField.ORGANISATION] | names
    return SearchDocument(made.facts, tokens)


def _text(random: Random, length: int) -> str:
    return " ".join(random.choices(WORDS, k=length))


def _values(random: Random, facet: Facet) -> tuple[str, ...]:
    choices = FACETS[facet].choices or SECTORS
    return tuple(random.sample(choices, random.randint(0, min(3, len(choices)))))


def _chosen(random: Random) -> dict[Facet, frozenset[str]]:
    facets = random.sample(tuple(Facet), random.choice((0, 0, 1, 1, 2, 3)))
    return {
        facet: frozenset(random.sample(FACETS[facet].choices or SECTORS, 1)) for facet in facets
    }


def _scope(random: Random) -> Scope:
    own = random.choice(CODES)
    kind = random.choice(("own", "adjacent", "places", "circle"))
    codes = frozenset(CODES)
    if kind == "circle":
        circle = Circle(CENTRE, random.choice((0.0, 2.0, 5.0, 9.5, 40.0)), home=DUIVEN)
        return Scope(own=own, codes=codes, circle=circle)
    if kind == "own":
        return Scope(own=own, codes=codes)
    excepted = frozenset(random.sample(range(1, 99), 4))
    if kind == "adjacent":
        adjacent = frozenset(random.sample(CODES, 2))
        return Scope(own=own, codes=codes, adjacent=adjacent, excepted=excepted)
    places = frozenset(each for each in random.sample(PLACES, 2) if each)
    return Scope(own=own, codes=codes, adjacent_places=places, excepted=excepted)
