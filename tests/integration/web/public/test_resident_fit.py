"""A resident finds out whether this is something for them; nothing of it is kept."""

import pytest
from sqlalchemy import func, select

from tests.support import html
from webapp.core.db import Base
from webapp.municipalities.settings import change_settings

PATH = "/inwoners/iets-voor-mij"
GO_ON = "Ga verder"
BACK = "Terug naar de vorige vraag"
LIKELY = {"age": "working", "will": "yes", "alone": "needs_help", "wish": "contribute"}


def answer(visitor, **answers):
    """Answer the questions one by one; return the last page."""
    page = visitor.get(PATH)
    for name, value in answers.items():
        page = visitor.submit(GO_ON, **{name: value})
    return page


def checked(page):
    boxes = html.all_of(page.tree, "input")
    return [box.get("value") for box in boxes if box.get("checked") is not None]


def test_who_needs_help_to_do_something_likely_fits_and_sees_how_to_begin(visitor):
    page = answer(visitor, **LIKELY)
    assert page.heading == "Dit past waarschijnlijk bij je"
    assert page.links["Meld je aan"] == "/inwoners/aanmelden"
    assert "Werk doen waar een ander iets aan heeft" in page.main_text


def test_each_page_asks_one_question_and_says_which(visitor):
    page = visitor.get(PATH)
    assert "Vraag 1 van 4" in page.main_text
    assert len(html.all_of(page.tree, "fieldset")) == 1
    page = visitor.submit(GO_ON, age="working")
    assert "vraag 2 van 4" in page.title


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"age": "younger"}, "Stage of jongerenwerk"),
        (LIKELY | {"alone": "paid"}, "Betaald werk"),
        (LIKELY | {"alone": "voluntary"}, "Vrijwilligerswerk"),
        (LIKELY | {"wish": "meet"}, "Ontmoeten in je buurt"),
        (LIKELY | {"wish": "steady"}, "Dagbesteding"),
    ],
)
def test_who_fits_elsewhere_reads_what_that_is_and_where_to_ask(visitor, answers, name):
    page = answer(visitor, **answers)
    assert page.heading == "Er is iets dat misschien beter past"
    assert name in page.main_text
    assert "Waar vraag je dit?" in page.main_text
    assert "Jij kiest zelf. Je mag je altijd aanmelden." in page.main_text


def test_who_does_not_know_is_invited_to_talk(visitor):
    page = answer(visitor, age="unsure")
    assert page.heading == "Praat er eens over met iemand"


@pytest.mark.parametrize("answers", [LIKELY, {"age": "younger"}, {"age": "unsure"}])
def test_there_is_always_a_person_to_call(visitor, session, answers):
    change_settings(session, "GM0226", help_phone="0316 279 111", network_email="hulp@duiven.nl")
    session.commit()
    links = answer(visitor, **answers).links
    assert links["Bel 0316 279 111"] == "tel:0316279111"
    assert links["Mail naar hulp@duiven.nl"] == "mailto:hulp@duiven.nl"
    assert links["Bekijk hoe je ons bereikt"] == "/contact"


def test_who_goes_back_finds_the_answers_and_loses_none(visitor):
    answer(visitor, age="working", will="yes")
    page = visitor.submit(BACK, alone="needs_help")
    assert checked(page) == ["yes"]
    page = visitor.submit(BACK)
    assert checked(page) == ["working"]
    page = visitor.submit(GO_ON)
    assert "Wat wil je het liefst?" in page.main_text
    assert visitor.submit(GO_ON, wish="contribute").heading == "Dit past waarschijnlijk bij je"


def test_one_answer_is_changed_from_the_advice_and_the_others_stay(visitor):
    answer(visitor, **LIKELY)
    page = visitor.submit("Verander hulp")
    assert checked(page) == ["needs_help"]
    page = visitor.submit(GO_ON, alone="paid")
    assert "Betaald werk" in page.main_text


def test_who_chooses_nothing_is_asked_again_and_loses_nothing(visitor):
    answer(visitor, age="working")
    page = visitor.submit(GO_ON, status=422)
    assert page.errors == ["Kies een antwoord. Twijfel je? Kies “Ik weet het niet”."]
    visitor.submit(GO_ON, will="yes")
    assert checked(visitor.submit(BACK)) == ["yes"]


def test_nothing_is_kept_anywhere(visitor, database, capfd):
    def rows():
        with database.reading() as session:
            return {
                table.name: session.scalar(select(func.count()).select_from(table))
                for table in Base.metadata.sorted_tables
            }

    before = rows()
    page = answer(visitor, **LIKELY)
    assert rows() == before
    assert visitor.client.get_cookie("sessie", domain="duiven.localhost") is None
    assert not any("Set-Cookie" in each.response.headers for each in visitor.pages)
    assert {each.url.partition(".localhost:5000")[2] for each in visitor.pages} == {PATH}
    assert "needs_help" not in " ".join(page.links.values())
    logged = capfd.readouterr()
    assert "needs_help" not in logged.out + logged.err


@pytest.mark.parametrize(
    "data", [{}, {"at": "x", "go": "y"}, {"at": "age", "age": "999"}, {"go": "wish", "at": "wish"}]
)
def test_what_no_form_sends_is_harmless(visitor, data):
    response = visitor.client.post(PATH, data=data, base_url="http://duiven.localhost:5000")
    assert response.status_code in {200, 422}


@pytest.mark.parametrize("path", ["/", "/inwoners", "/inwoners/aanmelden"])
def test_residents_come_past_it(visitor, path):
    assert PATH in visitor.get(path).links.values()
