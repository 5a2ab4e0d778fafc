"""Filtering and counting, asked of each engine that there is."""

import pytest

from tests.support.search import ask, make_document
from webapp.search.facets import Facet

SECTOR, RUNG, PART_OF_DAY, TRY_OUT = Facet.SECTOR, Facet.RUNG, Facet.PART_OF_DAY, Facet.TRY_OUT
FACETED = {
    1: {SECTOR: ("hout",), RUNG: ("2",), PART_OF_DAY: ("ochtend", "middag"), TRY_OUT: ("ja",)},
    2: {SECTOR: ("groen",), RUNG: ("2",), PART_OF_DAY: ("ochtend",)},
    3: {SECTOR: ("hout",), RUNG: ("3",), PART_OF_DAY: ("avond",)},
    4: {SECTOR: ("hout", "groen"), RUNG: ("4",), TRY_OUT: ("ja",)},
}


@pytest.fixture
def engine(each_engine):
    return each_engine


def ids(result):
    return [hit.workplace_id for hit in result.hits]


def put_faceted(engine):
    elsewhere = make_document(5, facets={SECTOR: ("hout",)}, municipality_code="GM0363")
    here = [make_document(number, facets=facets) for number, facets in FACETED.items()]
    engine.put([*here, elsewhere])


def choose(chosen):
    return {facet: frozenset(values) for facet, values in chosen.items()}


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({}, [1, 2, 3, 4]),
        ({RUNG: ["2"]}, [1, 2]),
        ({RUNG: ["2", "3"]}, [1, 2, 3]),
        ({RUNG: ["2", "3"], SECTOR: ["hout"]}, [1, 3]),
        ({SECTOR: ["hout", "groen"]}, [1, 2, 3, 4]),
        ({PART_OF_DAY: ["middag", "avond"]}, [1, 3]),
        ({PART_OF_DAY: ["ochtend"], TRY_OUT: ["ja"]}, [1]),
        ({RUNG: ["4"], PART_OF_DAY: ["ochtend"]}, []),
        ({facet: ["bestaat niet"] for facet in Facet}, []),
    ],
)
def test_within_a_facet_one_choice_is_enough_and_between_facets_each_must_fit(
    engine, chosen, found
):
    put_faceted(engine)
    result = engine.search(ask(chosen=choose(chosen)))
    assert (sorted(ids(result)), result.total) == (found, len(found))


@pytest.mark.parametrize(
    ("chosen", "facet", "counts"),
    [
        ({}, SECTOR, {"hout": 3, "groen": 2}),
        ({}, TRY_OUT, {"ja": 2}),
        ({RUNG: ["2"]}, RUNG, {"2": 2, "3": 1, "4": 1}),
        ({RUNG: ["2"]}, SECTOR, {"hout": 1, "groen": 1}),
        ({RUNG: ["2"], SECTOR: ["hout"]}, RUNG, {"2": 1, "3": 1, "4": 1}),
        ({RUNG: ["2"], SECTOR: ["hout"]}, SECTOR, {"hout": 1, "groen": 1}),
        ({RUNG: ["2"], SECTOR: ["hout"]}, PART_OF_DAY, {"ochtend": 1, "middag": 1}),
        ({RUNG: ["4"], PART_OF_DAY: ["avond"]}, RUNG, {"3": 1}),
        ({RUNG: ["4"], PART_OF_DAY: ["avond"]}, PART_OF_DAY, {}),
        ({RUNG: ["4"], PART_OF_DAY: ["avond"]}, SECTOR, {}),
    ],
)
def test_a_facet_is_counted_as_if_nothing_were_chosen_in_it(engine, chosen, facet, counts):
    put_faceted(engine)
    assert engine.search(ask(chosen=choose(chosen))).facets[facet] == counts


def test_each_count_is_what_choosing_that_value_alone_would_find(engine):
    put_faceted(engine)
    chosen = {RUNG: ["2"], SECTOR: ["hout"]}
    for facet, counts in engine.search(ask(chosen=choose(chosen))).facets.items():
        for value, count in counts.items():
            instead = ask(chosen=choose({**chosen, facet: [value]}))
            assert engine.search(instead).total == count
