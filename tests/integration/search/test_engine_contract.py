"""What every search engine must do, asked of each engine that there is.

Another engine joins by an entry in ENGINES of `conftest.py`; facets are in a file of their own.
"""

from dataclasses import replace

import pytest

from tests.support.search import ARNHEM, DUIVEN, EVERYWHERE, ZEVENAAR, ask, make_document
from webapp.geo.coordinates import Coordinates
from webapp.search.analysis.tokens import query_words
from webapp.search.document import TextField
from webapp.search.engine import Sort
from webapp.search.facets import Facet
from webapp.search.scope import Circle, Reason, Scope

HERE = Coordinates(51.95, 6.01)


@pytest.fixture
def engine(each_engine):
    return each_engine


def ids(result):
    return [hit.workplace_id for hit in result.hits]


def test_nothing_is_found_in_an_empty_index(engine):
    result = engine.search(ask())
    assert (result.hits, result.total, result.page) == ((), 0, 1)
    assert engine.search(ask("tuin")).total == 0


def test_what_was_put_is_found_by_the_next_search(engine):
    assert engine.search(ask("tuin")).total == 0
    engine.put([make_document(1, "Werken in de tuin")])
    assert ids(engine.search(ask("tuin"))) == [1]


def test_without_words_everything_in_the_scope_is_found(engine):
    engine.put([make_document(1), make_document(2, municipality_code="GM0363")])
    assert ids(engine.search(ask())) == [1]


def test_putting_again_replaces(engine):
    engine.put([make_document(1, "Hout zagen"), make_document(2, "Hout schuren")])
    engine.put([make_document(1, "Brood bakken")])
    assert ids(engine.search(ask("hout"))) == [2]
    assert ids(engine.search(ask("brood"))) == [1]
    assert engine.health().documents == 2


def test_what_moved_to_another_municipality_is_found_once(engine):
    engine.put([make_document(1, "Tuin"), make_document(2, "Tuin")])
    engine.put([make_document(1, "Tuin", municipality_code=ARNHEM), make_document(3, "Tuin")])
    result = engine.search(ask("tuin"))
    assert sorted(ids(result)) == [1, 2, 3]
    only_duiven = Scope(own=DUIVEN, codes=frozenset({DUIVEN}))
    assert sorted(ids(engine.search(ask("tuin", scope=only_duiven)))) == [2, 3]


def test_what_was_removed_is_gone_and_removing_again_is_harmless(engine):
    engine.put([make_document(1), make_document(2, municipality_code=ZEVENAAR)])
    engine.remove([1, 99])
    engine.remove([1])
    assert ids(engine.search(ask())) == [2]
    assert engine.health().documents == 1


def test_a_rebuild_leaves_nothing_of_before(engine):
    engine.put([make_document(1), make_document(2, municipality_code=ARNHEM)])
    engine.rebuild(iter([make_document(3)]))
    assert ids(engine.search(ask())) == [3]
    assert engine.health().is_ready


def test_every_word_must_match_in_any_of_the_texts(engine):
    engine.put(
        [
            make_document(1, "Timmeren", texts={TextField.SUMMARY: "Werken met hout."}),
            make_document(2, "Timmeren"),
            make_document(3, "Hout"),
        ]
    )
    assert ids(engine.search(ask("hout timmeren"))) == [1]
    assert ids(engine.search(ask("hout timmeren fluiten"))) == []


def test_title_comes_before_tasks_summary_learning_and_organisation(engine):
    fields = (TextField.ORGANISATION, TextField.LEARNING, TextField.SUMMARY, TextField.TASKS)
    documents = [
        make_document(number, "Meewerken", texts={field: "Hout zagen."})
        for number, field in enumerate(fields, start=1)
    ]
    engine.put([*documents, make_document(9, "Hout zagen")])
    assert ids(engine.search(ask("hout", sort=Sort.RELEVANCE))) == [9, 4, 3, 2, 1]


def test_a_word_as_written_comes_before_its_other_forms_and_those_before_compounds(engine):
    engine.put(
        [
            make_document(1, "Fietsenmaker"),
            make_document(2, "Fietsen"),
            make_document(3, "Fiets"),
        ]
    )
    assert ids(engine.search(ask("fiets", sort=Sort.RELEVANCE))) == [3, 2, 1]


def test_a_match_in_one_municipality_counts_as_much_as_in_another(engine):
    many = [make_document(number, "Hout") for number in range(1, 30)]
    engine.put([*many, make_document(99, "Hout", municipality_code=ARNHEM)])
    found = engine.search(ask("hout", per_page=50, sort=Sort.RELEVANCE))
    assert len({hit.score for hit in found.hits}) == 1


def test_equals_come_by_title_and_then_always_in_the_same_order(engine):
    engine.put([make_document(3, "Appel"), make_document(2, "Peer"), make_document(1, "Peer")])
    for sort in Sort:
        assert ids(engine.search(ask(sort=sort))) == [3, 1, 2]


def test_newest_name_and_distance_sort_as_they_say(engine):
    engine.put(
        [
            make_document(1, "Banaan", published_at=5.0, latitude=51.99, longitude=6.01),
            make_document(2, "Citroen", published_at=9.0, latitude=51.96, longitude=6.01),
            make_document(3, "Appel", published_at=7.0),
        ]
    )
    assert ids(engine.search(ask(sort=Sort.NEWEST))) == [2, 3, 1]
    assert ids(engine.search(ask(sort=Sort.NAME))) == [3, 1, 2]
    by_distance = engine.search(ask(sort=Sort.DISTANCE, centre=HERE))
    assert ids(by_distance) == [2, 1, 3]
    assert by_distance.hits[0].distance_km == pytest.approx(1.11, abs=0.01)
    assert by_distance.hits[2].distance_km is None


def test_every_hit_tells_why_it_is_here(engine):
    scope = Scope(
        own=DUIVEN,
        codes=frozenset({DUIVEN, ZEVENAAR, ARNHEM}),
        adjacent=frozenset({ZEVENAAR}),
        adjacent_places=frozenset({"Arnhem|GM0202"}),
    )
    engine.put(
        [
            make_document(1),
            make_document(2, municipality_code=ZEVENAAR),
            make_document(3, municipality_code=ARNHEM, place_key="Arnhem|GM0202"),
            make_document(4, municipality_code=ARNHEM, serves=(DUIVEN,)),
            make_document(5, municipality_code=ARNHEM, place_key="Elders|GM0202"),
        ]
    )
    result = engine.search(ask(scope=scope))
    assert {hit.workplace_id: hit.reason for hit in result.hits} == {
        1: Reason.OWN,
        2: Reason.ADJACENT,
        3: Reason.ADJACENT,
        4: Reason.SERVICE_AREA,
    }


def test_of_another_municipality_only_what_is_excepted_is_found(engine):
    scope = Scope(own=DUIVEN, codes=frozenset({DUIVEN, ARNHEM}), excepted=frozenset({1, 2}))
    engine.put(
        [
            make_document(1, "Hout"),
            make_document(2, "Hout", municipality_code=ARNHEM),
            make_document(3, "Hout", municipality_code=ARNHEM),
        ]
    )
    for text in ("", "hout"):
        result = engine.search(ask(text, scope=scope))
        reasons = {hit.workplace_id: hit.reason for hit in result.hits}
        assert reasons == {1: Reason.OWN, 2: Reason.EXCEPTION}
        assert result.total == 2


def test_within_a_circle_only_distance_counts_and_the_unlocated_come_last(engine):
    circle = Circle(HERE, 5.0, home=DUIVEN)
    scope = Scope(own=ARNHEM, codes=EVERYWHERE.codes, circle=circle)
    engine.put(
        [
            make_document(1, municipality_code=ARNHEM, latitude=51.98, longitude=6.01),
            make_document(2, latitude=52.5, longitude=6.01),
            make_document(3),
            make_document(4, municipality_code=ZEVENAAR),
            make_document(5, latitude=51.951, longitude=6.01),
        ]
    )
    found = engine.search(ask(scope=scope, centre=HERE, sort=Sort.DISTANCE))
    assert [(hit.workplace_id, hit.reason) for hit in found.hits] == [
        (5, Reason.DISTANCE),
        (1, Reason.DISTANCE),
        (3, Reason.UNLOCATED),
    ]


def test_what_is_out_of_public_view_is_in_no_hit_total_or_count(engine):
    engine.put([make_document(number, facets={Facet.RUNG: ("2",)}) for number in (1, 2, 3)])
    result = engine.search(ask(without=frozenset({1})))
    assert sorted(ids(result)) == [2, 3]
    assert (result.total, result.facets[Facet.RUNG]) == (2, {"2": 2})


def test_pages_follow_each_other_and_beyond_the_last_is_the_last(engine):
    engine.put([make_document(number, f"Plek {number:02}") for number in range(1, 46)])
    pages = [engine.search(ask(sort=Sort.NAME, page=page)) for page in (1, 2, 3, 4)]
    assert [len(page.hits) for page in pages] == [20, 20, 5, 5]
    assert [page.page for page in pages] == [1, 2, 3, 3]
    assert ids(pages[0]) + ids(pages[1]) + ids(pages[2]) == list(range(1, 46))
    assert {page.total for page in pages} == {45}


def test_names_of_places_are_found_as_written(engine):
    engine.put([make_document(1, names=("Duiven",)), make_document(2, "Een duif verzorgen")])
    assert ids(engine.search(ask("duiven"))) == [2, 1]
    assert ids(engine.search(ask("duif"))) == [2]


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "'' OR 1=1 --",
        '("hout" AND (tuin',
        "hout*",
        "*",
        "?",
        "title:hout",
        "[a TO z]",
        "hout~9",
        "^^^",
        "\0",
        "\N{PERSON BOWING DEEPLY}\N{ZERO WIDTH JOINER}",
        "((((((((((" * 50,
        "w:hout",
        "../../etc/passwd",
        "a " * 5_000,
        "hout" * 2_500,
        " ".join(f"woord{number}" for number in range(1_000)),
    ],
)
def test_a_hostile_query_is_harmless(engine, text):
    engine.put([make_document(1, "Hout zagen"), make_document(2, "Tuin")])
    assert engine.search(ask(text)).total in {0, 1, 2}
    assert engine.search(ask("hout")).total == 1


def test_the_words_that_there_are_in_some_municipalities(engine):
    engine.put([make_document(1, "Fietsenmaker in Duiven")])
    engine.put([make_document(2, "Kruidentuin", municipality_code=ARNHEM)])
    assert engine.vocabulary({DUIVEN}) == {"fietsenmaker", "duiven"}
    assert engine.vocabulary({DUIVEN, ARNHEM}) == {"fietsenmaker", "duiven", "kruidentuin"}


def test_when_no_word_is_needed_one_is_enough_and_more_is_better(engine):
    engine.put(
        [make_document(1, "Hout"), make_document(2, "Hout zagen"), make_document(3, "Brood")]
    )
    some = tuple(replace(word, needed=False) for word in query_words("hout zagen"))
    assert ids(engine.search(ask(words=some, sort=Sort.RELEVANCE))) == [2, 1]


def test_the_parts_of_a_compound_are_found_apart(engine):
    engine.put([make_document(1, "De tuin", texts={TextField.TASKS: "Kruiden plukken."})])
    assert ids(engine.search(ask("kruidentuin"))) == [1]


def test_one_organisation_does_not_fill_the_page_when_others_match_as_well(engine):
    engine.put([make_document(number, f"Tuin {number}", organisation_id=1) for number in (1, 2, 3)])
    engine.put([make_document(4, "Tuin 4", organisation_id=4)])
    assert ids(engine.search(ask("tuin", sort=Sort.RELEVANCE))) == [1, 4, 2, 3]
    assert ids(engine.search(ask("tuin", sort=Sort.NAME))) == [1, 2, 3, 4]


def test_an_organisation_that_matches_far_better_does_come_first(engine):
    engine.put([make_document(number, f"Tuin {number}", organisation_id=1) for number in (1, 2)])
    engine.put([make_document(3, texts={TextField.LEARNING: "Wat een tuin is."})])
    assert ids(engine.search(ask("tuin", sort=Sort.RELEVANCE))) == [1, 2, 3]
