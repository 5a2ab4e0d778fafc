"""What a visitor reads who finds nothing."""

import pytest

from tests.support import html
from tests.support.statements import counted_statements

ARNHEM = {"postcode": "6811 AB", "place": "Arnhem"}


@pytest.fixture(autouse=True)
def _offers(offer):
    offer("Hout zagen", sectors=("hout",), rungs=(3,), day_parts=("ma-ochtend",))
    offer("Tuin snoeien", sectors=("groen-en-tuin",), rungs=(2,), day_parts=("di-middag",))
    offer("Fietsen maken", sectors=("fietsen",), rungs=(4,), **ARNHEM)


def titles(page):
    return html.texts_with_class(page.tree, "h3", inside="card")


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"q": "boten"}, "Het woord “boten” staat hier bij geen enkele werkplek."),
        ({"q": "hout boten"}, "Het woord “boten” staat hier bij geen enkele werkplek."),
        (
            {"q": "hout boten ballen"},
            "De woorden “boten” en “ballen” staan hier bij geen enkele werkplek.",
        ),
        (
            {"q": "zagen snoeien"},
            "Er is hier geen werkplek met al deze woorden samen: “zagen” en “snoeien”.",
        ),
        ({"trede": "6"}, "Door je keuze bij “Trede op de ladder” blijft er niets over."),
        (
            {"trede": "3", "branche": "groen-en-tuin"},
            "Je keuzes bij “Soort werk” en “Trede op de ladder” gaan hier niet samen.",
        ),
        (
            {"trede": "6", "dagdeel": "avond"},
            "Er is hier geen werkplek die past bij al je filters samen.",
        ),
        ({"q": "boten", "trede": "6"}, "Het woord “boten” staat hier bij geen enkele werkplek."),
        (
            {"gebied": "afstand", "postcode": "1791", "km": "2"},
            "In dit gebied staat nu geen enkele werkplek.",
        ),
    ],
)
def test_who_finds_nothing_reads_what_is_to_blame(visitor, query, reason):
    page = visitor.get("/werkplekken", **query)
    assert page.heading.startswith("Geen werkplekken") or "met een deel van" in page.heading
    assert reason in page.main_text


def test_one_filter_at_a_time_can_be_left_out(visitor):
    page = visitor.get("/werkplekken", trede="3", branche="groen-en-tuin")
    around = "1 werkplek in Duiven en buurgemeenten"
    assert titles(visitor.follow(f"{around}, zonder je keuze bij “Soort werk”")) == ["Hout zagen"]
    visitor.get(page.url)
    assert titles(visitor.follow(f"{around}, zonder je keuze bij “Trede op de ladder”")) == [
        "Tuin snoeien"
    ]
    visitor.get(page.url)
    everything = (
        "2 werkplekken in Duiven en buurgemeenten, "
        "zonder je keuze bij “Soort werk” en “Trede op de ladder”"
    )
    assert len(titles(visitor.follow(everything))) == 2


def test_one_word_at_a_time_can_be_left_out(visitor):
    visitor.get("/werkplekken", q="zagen snoeien")
    page = visitor.follow("1 werkplek met “snoeien” in Duiven en buurgemeenten")
    assert titles(page) == ["Tuin snoeien"]


def test_an_unknown_place_is_no_reason_to_blame_words_and_leads_back_to_the_municipality(visitor):
    page = visitor.get(
        "/werkplekken", status=422, gebied="afstand", postcode="Nergenshuizen", q="hout"
    )
    assert (
        "We weten nog niet waar we moeten zoeken. Vul een postcode of plaats in." in page.main_text
    )
    page = visitor.follow("1 werkplek met “hout” in Duiven en buurgemeenten")
    assert titles(page) == ["Hout zagen"]


def test_a_circle_without_hits_leads_to_the_municipality_and_its_neighbours(visitor):
    page = visitor.get("/werkplekken", gebied="afstand", postcode="1791", km="2", trede="3")
    assert page.heading == "Geen werkplekken binnen 2 km van 1791 Den Burg"
    page = visitor.follow("1 werkplek in Duiven en buurgemeenten")
    assert titles(page) == ["Hout zagen"]


def test_when_all_is_too_much_there_is_a_way_back_to_everything(visitor):
    page = visitor.get(
        "/werkplekken", q="boten", trede="6", gebied="afstand", postcode="1791", km="1"
    )
    visitor.follow(
        "2 werkplekken in Duiven en buurgemeenten, zonder je keuze bij “Trede op de ladder”"
    )
    assert len(titles(visitor.page)) == 2
    assert page.heading == "Geen werkplekken met “boten” binnen 1 km van 1791 Den Burg"


def test_a_very_long_text_costs_no_more_than_a_few_words(visitor, database):
    costs = []
    for count in (6, 45):
        with counted_statements(database) as statements:
            visitor.get("/werkplekken", q=" ".join(f"w{number}" for number in range(count)))
        costs.append(len(statements))
    assert costs[0] == costs[1]
