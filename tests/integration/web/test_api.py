"""What programs ask of the site."""

import pytest

from tests.support.page_client import PageClient
from tests.support.workplaces import make_workplace
from webapp.workplaces import sectors
from webapp.workplaces.vocabulary import Access, Availability

ZEVENAAR = {"postcode": "6901 AB", "place": "Zevenaar"}
EXTRAS = {"wheelchair": Access.YES, "availability": Availability.FREE, "try_out": True}


@pytest.fixture(autouse=True)
def _offer(database):
    with database.writing() as session:
        sectors.load(session)
        make_workplace(session, title="Hout zagen", sectors=("hout",), rungs=(3,), **EXTRAS)
        make_workplace(session, title="Hout schaven", sectors=("hout",), rungs=(4,), **ZEVENAAR)


def ask(client, query="", status=200):
    answer = client.raw(f"/api/v1/werkplekken{query}")
    assert answer.status_code == status, answer.json
    assert answer.headers["API-Version"] == "1.0.0"
    expected = "application/json" if status == 200 else "application/problem+json"
    assert answer.mimetype == expected
    return answer.json


def wrong(client, query):
    problem = ask(client, query, status=400)
    assert problem["status"] == 400
    assert all(error["detail"].endswith(".") for error in problem["errors"])
    return [error["parameter"] for error in problem["errors"]]


def test_a_program_finds_what_a_visitor_finds(visitor):
    answer = ask(visitor, "?q=hout&postcode=6921&sorteer=naam")
    assert (answer["totaal"], answer["pagina"], answer["perPagina"]) == (2, 1, 20)
    first, second = answer["werkplekken"]
    assert first["titel"] == "Hout schaven"
    assert (first["gemeente"], first["plaats"], first["reden"]) == (
        "Zevenaar",
        "Zevenaar",
        "aangrenzend",
    )
    assert first["afstandKm"] == pytest.approx(5.2, abs=0.3)
    assert second["reden"] == "gemeente"
    assert second["url"].startswith("http://duiven.localhost:5000/werkplekken/hout-zagen-")
    assert second["url"].endswith(second["id"])
    assert set(first) == {
        "id", "titel", "organisatie", "plaats", "gemeente", "afstandKm", "reden", "url", "foto",
    }  # fmt: skip
    assert answer["facetten"] == {
        "branche": {"hout": 2},
        "trede": {"3": 1, "4": 1},
        "traject": {},
        "dagdeel": {"ochtend": 2, "middag": 2},
        "toegankelijkheid": {"rolstoel": 1},
        "plek": {"plek": 1},
        "proefplek": {"ja": 1},
    }
    visitor.get(f"/werkplekken/hout-zagen-{second['id']}")


def test_a_program_hears_when_something_else_was_sought_than_it_asked(visitor):
    assert "gezocht" not in ask(visitor, "?q=hout")
    assert ask(visitor, "?q=schaavn")["gezocht"] == {"tekst": "schaven"}
    assert ask(visitor, "?q=hout+ketelmuziek")["gezocht"] == {"gedeeltelijk": True}


def test_a_program_names_the_municipality_or_gets_that_of_the_host(app, visitor):
    platform = PageClient(app, host="localhost:5000")
    assert ask(visitor)["totaal"] == 2
    assert ask(visitor, "?gebied=gemeente")["totaal"] == 1
    assert ask(platform, "?gemeente=GM0299&gebied=gemeente")["totaal"] == 1
    assert ask(platform, "?gemeente=GM0363")["totaal"] == 0
    assert wrong(platform, "") == ["gemeente"]


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("?dagdeel=ochtend&dagdeel=weekend", 2),
        ("?dagdeel=avond", 0),
        ("?toegankelijkheid=rolstoel", 1),
        ("?plek=plek&plek=vol", 1),
        ("?proefplek=ja&trede=4", 0),
    ],
)
def test_a_program_filters_as_a_visitor_does(visitor, query, total):
    assert ask(visitor, query)["totaal"] == total


def test_without_a_place_there_is_no_distance(visitor):
    assert {row["afstandKm"] for row in ask(visitor)["werkplekken"]} == {None}


def test_a_program_goes_through_the_pages(visitor):
    pages = [ask(visitor, f"?sorteer=naam&perPagina=1&pagina={page}") for page in (1, 2)]
    assert [page["werkplekken"][0]["titel"] for page in pages] == ["Hout schaven", "Hout zagen"]
    assert {page["totaal"] for page in pages} == {2}


def test_beyond_the_last_page_there_is_nothing(visitor):
    answer = ask(visitor, "?pagina=7")
    assert (answer["pagina"], answer["totaal"], answer["werkplekken"]) == (7, 2, [])


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?kleur=rood", ["kleur"]),
        ("?gemeente=GM9999", ["gemeente"]),
        ("?gemeente=%FF", ["gemeente"]),
        ("?gebied=heelal&trede=9&pagina=0", ["gebied", "pagina", "trede"]),
        ("?perPagina=1000", ["perPagina"]),
        ("?per_pagina=10", ["per_pagina"]),
        ("?gebied=afstand", ["postcode"]),
        ("?gebied=afstand&postcode=0000", ["postcode"]),
        ("?postcode=Elst", ["postcode"]),
        ("?branche=toveren&dagdeel=nacht&plek=ja", ["branche", "dagdeel", "plek"]),
        ("?q=" + "x" * 300, ["q"]),
        ("?q=hout%00", ["q"]),
        ("?pagina=1&pagina=2&branche=hout&branche=hout", ["pagina"]),
        ("?gemeente=GM0226&gemeente=GM0299", ["gemeente"]),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(visitor, query, names):
    assert wrong(visitor, query) == names


def test_a_place_can_be_told_apart_by_its_municipality(visitor):
    problem = ask(visitor, "?postcode=Elst", status=400)
    assert "Elst, Overbetuwe" in problem["errors"][0]["detail"]
    assert ask(visitor, "?postcode=Elst%2C+Overbetuwe")["totaal"] == 2


def test_an_address_with_a_slash_too_many_does_not_exist(visitor):
    for path in ("/api/v1/werkplekken/", "/api/v1/gemeenten/", "/api/v1/bestaat-niet"):
        answer = visitor.raw(path)
        assert answer.status_code == 404
        assert answer.mimetype == "application/problem+json"
        assert answer.json["type"] == "about:blank"


def test_a_program_learns_which_municipalities_there_are(visitor):
    answer = visitor.raw("/api/v1/gemeenten").json
    rows = {row["code"]: row for row in answer["gemeenten"]}
    assert answer["totaal"] == len(rows) == 342
    assert rows["GM0226"] == {
        "code": "GM0226",
        "naam": "Duiven",
        "provincie": "Gelderland",
        "doetMee": True,
        "url": "http://duiven.localhost:5000/",
    }
    assert (rows["GM0363"]["doetMee"], rows["GM0363"]["url"]) == (False, None)
    assert visitor.raw("/api/v1/gemeenten?a=b").status_code == 400
