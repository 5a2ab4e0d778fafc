"""Suggesting what somebody may be typing, asked of each engine that there is."""

from dataclasses import replace

import pytest

from tests.support.search import ARNHEM, DUIVEN, EVERYWHERE, ZEVENAAR, ask, make_document
from webapp.geo.coordinates import Coordinates
from webapp.search.facets import Facet
from webapp.search.scope import Circle, Scope


@pytest.fixture
def engine(each_engine):
    return each_engine


def titles(engine, typed, **values):
    return list(engine.suggest(typed, ask(**values)).titles)


def put(engine, *written, **facts):
    engine.put([make_document(number, title, **facts) for number, title in enumerate(written, 1)])


def test_an_empty_index_suggests_nothing(engine):
    found = engine.suggest("tuin", ask())
    assert (found.titles, found.sectors) == ((), frozenset())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tu", ["Tuin en park", "Tuinwerk", "Werken in de tuin"]),
        ("tuinw", ["Tuinwerk"]),
        ("TÜIN", ["Tuin en park", "Tuinwerk", "Werken in de tuin"]),
        ("werken in d", ["Werken in de tuin"]),
        ("  tuin   wer ", ["Werken in de tuin"]),
        ("park tuin", ["Tuin en park"]),
        ("uin", []),
        ("tuin kok", []),
        ("cafe", ["Café De Brug"]),
        ("café de", ["Café De Brug"]),
        ("c", []),
        ("", []),
        ("c 1", []),
    ],
)
def test_each_word_that_is_typed_begins_a_word_of_the_title(engine, typed, found):
    put(engine, "Werken in de tuin", "Tuinwerk", "Café De Brug", "Tuin en park")
    assert titles(engine, typed) == found


def test_at_most_five_come_those_that_begin_with_it_first_and_then_by_title(engine):
    put(engine, *(f"{letter} hout" for letter in "abcdef"))
    assert titles(engine, "hout") == [f"{letter} hout" for letter in "abcde"]
    engine.put([make_document(7, "Houtwerk", municipality_code=ARNHEM)])
    engine.put([make_document(8, "A1 hout", municipality_code=ZEVENAAR)])
    assert titles(engine, "hout") == ["Houtwerk", "a hout", "A1 hout", "b hout", "c hout"]


def test_workplaces_with_one_title_are_suggested_once(engine):
    put(engine, *["Hout zagen"] * 7, "Hout schuren", "HOUT ZAGEN")
    engine.put([make_document(20, "Hout zagen", municipality_code=ARNHEM)])
    assert titles(engine, "hout") == ["Hout schuren", "Hout zagen"]


def test_a_title_that_is_there_twice_counts_as_one_that_begins_with_it(engine):
    put(engine, "Aan het hout", "Houtwerk")
    engine.put([make_document(3, "Houtwerk", municipality_code=ARNHEM)])
    assert titles(engine, "hout") == ["Houtwerk", "Aan het hout"]


def test_only_what_lies_in_the_scope_is_suggested(engine):
    engine.put(
        [
            make_document(1, "Tuin hier", latitude=51.95, longitude=6.0),
            make_document(2, "Tuin ernaast", municipality_code=ZEVENAAR),
            make_document(3, "Tuin ver weg", municipality_code="GM0363"),
            make_document(4, "Tuin voor hier", municipality_code="GM0363", serves=(DUIVEN,)),
        ]
    )
    around = replace(EVERYWHERE, codes=EVERYWHERE.codes | {"GM0363"})
    found = ["Tuin ernaast", "Tuin hier", "Tuin voor hier"]
    assert titles(engine, "tuin", scope=around) == found
    own = Scope(own=DUIVEN, codes=frozenset({DUIVEN, "GM0363"}))
    assert titles(engine, "tuin", scope=own) == ["Tuin hier", "Tuin voor hier"]
    circle = Circle(Coordinates(51.95, 6.0), 5.0, home=ARNHEM)
    near = Scope(own=DUIVEN, codes=frozenset({DUIVEN, ZEVENAAR}), circle=circle)
    assert titles(engine, "tuin", scope=near) == ["Tuin hier"]


def test_what_is_out_of_public_view_gives_no_title_and_no_sector(engine):
    put(engine, "Hout zagen", facets={Facet.SECTOR: ("hout",)})
    found = engine.suggest("hout", ask(without=frozenset({1})))
    assert (found.titles, found.sectors) == ((), frozenset())


def test_what_changed_a_moment_ago_is_suggested_as_it_is_now(engine):
    put(engine, "Hout zagen", "Hout schuren", facets={Facet.SECTOR: ("hout",)})
    fresh = (make_document(1, "Brood bakken", facets={Facet.SECTOR: ("horeca",)}),)
    assert titles(engine, "hout", fresh=fresh) == ["Hout schuren"]
    assert titles(engine, "brood", fresh=fresh) == ["Brood bakken"]
    assert engine.suggest("brood", ask(fresh=fresh)).sectors == {"hout", "horeca"}


def test_the_sectors_are_those_of_the_scope_whatever_is_typed(engine):
    engine.put(
        [
            make_document(1, "Tuin", facets={Facet.SECTOR: ("groen", "hout")}),
            make_document(2, "Kas", municipality_code="GM0363", facets={Facet.SECTOR: ("kas",)}),
        ]
    )
    assert engine.suggest("tuin", ask()).sectors == {"groen", "hout"}
    assert engine.suggest("x", ask()).sectors == {"groen", "hout"}


def test_what_was_put_again_or_removed_is_suggested_so(engine):
    put(engine, "Hout zagen", "Hout schuren")
    engine.put([make_document(1, "Brood bakken")])
    engine.remove([2])
    assert titles(engine, "hout") == []
    assert titles(engine, "brood") == ["Brood bakken"]


@pytest.mark.parametrize("typed", ["\N{OK HAND SIGN}" * 50, "%_*?'\"\\", "a\x00b", "x" * 10_000])
def test_hostile_letters_are_harmless(engine, typed):
    put(engine, "Hout zagen")
    assert titles(engine, typed) == []
