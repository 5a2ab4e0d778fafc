"""What the search form is told while somebody is typing in it."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
import time_machine

from tests.support import html, sites
from tests.support.page_client import PageClient
from tests.support.people import LONG_AGO, database_of
from tests.support.providers import provider_with
from tests.support.search_index import bring_up_to_date
from tests.support.statements import counted_statements
from webapp.workplaces.models import VersionStatus

PATH = "/werkplekken/suggesties"
TITLE = "Meewerken in de moestuin"


def ask(visitor, **query):
    response = visitor.raw(f"{PATH}?{urlencode(query)}")
    assert (response.status_code, response.mimetype) == (200, "application/json")
    return response.json


def texts(answer):
    return [(each["tekst"], each["soort"]) for each in answer["suggesties"]]


def test_each_suggestion_tells_its_kind_and_what_it_fills_in(visitor, offer):
    offer("Zeven van meel", sectors=("groen-en-tuin",))
    assert ask(visitor, q="zeve") == {
        "melding": "2 suggesties. Kies met de pijltjes.",
        "suggesties": [
            {"tekst": "Zeven van meel", "soort": "werkplek", "velden": {"q": "Zeven van meel"}},
            {
                "tekst": "Zevenaar",
                "soort": "plaats",
                "velden": {"q": "", "postcode": "Zevenaar"},
                "melding": "Bij de plaats staat nu Zevenaar.",
            },
        ],
    }
    assert texts(ask(visitor, q="groen")) == [("Groen en tuin", "soort werk")]
    assert ask(visitor, q="groen")["melding"] == "1 suggestie. Kies met de pijltjes."


def test_a_place_leaves_the_words_before_it(visitor):
    (place,) = ask(visitor, q="tuin zeve")["suggesties"]
    assert place["velden"] == {"q": "tuin", "postcode": "Zevenaar"}


def test_the_area_that_is_chosen_counts(visitor, offer):
    offer("Hout in Zevenaar", postcode="6901 AB", place="Zevenaar")
    offer("Hout in Duiven")
    here = ("Hout in Duiven", "werkplek")
    assert texts(ask(visitor, q="hout", gebied="gemeente")) == [here]
    for area in ("omgeving", "afstand", "onzin"):
        assert texts(ask(visitor, q="hout", gebied=area)) == [
            here,
            ("Hout in Zevenaar", "werkplek"),
        ]


def test_what_is_suggested_finds_something(visitor, offer):
    offer("Café: koken & serveren", sectors=("groen-en-tuin",))
    for typed in ("caf", "groen"):
        (suggestion,) = ask(visitor, q=typed)["suggesties"]
        assert visitor.get("/werkplekken", **suggestion["velden"]).heading.startswith("1 werkplek")


@pytest.mark.parametrize("typed", ["", " ", "t", "tuin" * 26, "<script>", "%00%00", "\U0001f600"])
def test_for_what_is_too_short_too_long_or_no_word_there_is_nothing(visitor, offer, typed):
    offer("Tuin")
    assert ask(visitor, q=typed) == {"melding": "", "suggesties": []}


def test_what_is_hidden_is_gone_in_the_very_next_request_and_back_when_shown(app):
    provider, _ids = provider_with(app, VersionStatus.APPROVED, sectors=("hout",))
    bring_up_to_date(app, database_of(app))
    visitor = PageClient(app)
    suggested = [[(TITLE, "werkplek")], [("Hout", "soort werk")]]

    def now():
        return [texts(ask(visitor, q=typed)) for typed in ("moes", "hout")]

    assert now() == suggested
    provider.get("/aanbieder")
    provider.submit(f"Verberg {TITLE}")
    assert now() == [[], []]
    provider.submit(f"Maak zichtbaar {TITLE}")
    assert now() == suggested


def test_no_browser_keeps_the_answer(visitor):
    assert visitor.raw(f"{PATH}?q=tuin").headers["Cache-Control"] == "no-store"


def test_it_costs_few_statements_however_many_workplaces_there_are(visitor, database, offer):
    costs = []
    for extra in (2, 12):
        for number in range(extra):
            offer(f"Hout {number}")
        with counted_statements(database) as statements:
            ask(visitor, q="hout")
        costs.append(len(statements))
    assert costs[0] == costs[1] <= 7


def test_who_asks_without_end_is_held_up(settings, database):
    sites.let_take_part(database)
    limited = replace(settings, rate_limits=True, search_limit=3)
    with sites.application(limited) as site, time_machine.travel(LONG_AGO, tick=False):
        program = PageClient(site)
        for _ in range(3):
            ask(program, q="tuin")
        refusal = program.raw(f"{PATH}?q=tuin")
        assert refusal.status_code == 429
        assert refusal.headers["Retry-After"]


def test_the_platform_itself_has_no_suggestions(app):
    assert PageClient(app, host="localhost:5000").raw(f"{PATH}?q=tuin").status_code == 404


@pytest.mark.parametrize("path", ["/", "/werkplekken"])
def test_the_words_field_alone_names_where_suggestions_come_from(visitor, path):
    fields = html.all_of(visitor.get(path).tree, "input")
    told = {each.get("name"): each.get("data-suggest") for each in fields}
    assert {name for name, url in told.items() if url} == {"q"}
    assert told["q"] == PATH
