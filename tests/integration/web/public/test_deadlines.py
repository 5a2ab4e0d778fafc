"""Somebody works out when what must be done, and takes it along."""

from datetime import date

import pytest
from icalendar import Calendar

from tests.support.people import DUIVEN, database_of, staff_member
from webapp.accounts.models import RoleName
from webapp.municipalities.settings import change_settings

PATH = "/termijnen"
BUTTON = "Reken de termijnen uit"
ASKED = {"traject": "ontwikkeling-3", "begin": "2026-01-12", "uren": "16"}


def test_an_employer_reads_what_must_be_done_when(visitor):
    visitor.get("/trajecten")
    visitor.follow("Termijnen")
    page = visitor.submit(BUTTON, **ASKED)
    for text in (
        "12 april 2026: Voortgangsbericht sturen",
        "30 mei 2026: Evaluatiegesprek houden",
        "Doe het uiterlijk 29 mei 2026.",
        "11 juli 2026: Laatste dag van het traject",
        "ongeveer 414 uur in totaal",
        "hooguit tot en met 11 januari 2027",
        "de Wmo-consulent",
    ):
        assert text in page.main_text


def test_what_is_missing_is_asked_and_what_was_filled_in_stays(visitor):
    visitor.get(PATH)
    page = visitor.submit(BUTTON, status=422, traject="stabiel-3", uren="90")
    assert page.title.startswith("Fout:")
    assert page.errors == ["Vul in op welke dag het traject begint."]
    page = visitor.submit(BUTTON, status=422, begin="2026-01-12", eind="2026-01-12")
    assert page.errors == [
        "Kies een dag die ná de eerste dag ligt.",
        "Vul een aantal uren in van 1 tot en met 40.",
    ]


@pytest.mark.parametrize(
    "query",
    [
        "traject=zelfbedacht&begin=2026-01-12",
        "traject=stabiel-3&begin=9999-12-31",
        "traject=stabiel-3&begin=2026-01-12&eind=9999-12-31&uren=-1",
        "gebeurd=0001-01-01",
        "gebeurd=gisteren",
        "traject=stabiel-3&_external=1&_scheme=javascript&endpoint=x",
    ],
)
def test_an_address_that_asks_what_cannot_be_gets_an_answer_too(visitor, query):
    assert visitor.get(f"{PATH}?{query}", status=422).errors
    assert visitor.get(f"{PATH}.ics?{query}", status=422).errors


def test_the_rules_are_those_of_the_municipality(app, visitor):
    with database_of(app).writing() as session:
        change_settings(
            session,
            DUIVEN,
            stable_progress="every_6_months",
            calamity_working_days=1,
            calamity_addressee="het wijkteam",
            products_offered=("stabiel-3",),
            stable_3_name="Vaste plek",
        )
    page = visitor.get(PATH, traject="stabiel-3", begin="2026-01-12")
    assert page.main_text.count("Voortgangsbericht sturen") == 3
    assert "Vaste plek, van 12 januari 2026" in page.main_text
    assert "uiterlijk de volgende werkdag aan het wijkteam" in page.main_text
    assert visitor.get(PATH, status=422, traject="stabiel-4", begin="2026-01-12").errors


def test_who_saw_something_bad_reads_until_when_it_can_be_reported(visitor):
    visitor.get(PATH)
    page = visitor.submit("Reken uit tot wanneer je kunt melden", gebeurd="2026-11-27")
    assert "Meld het uiterlijk op 1 december 2026" in page.main_text


def test_the_same_goes_into_a_calendar_without_anything_about_a_client(visitor):
    visitor.get(PATH, **ASKED)
    answer = visitor.raw(visitor.page.links["Zet in je agenda (ics)"])
    assert answer.mimetype == "text/calendar"
    events = Calendar.from_ical(answer.data).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [
        date(2026, 4, 10),
        date(2026, 5, 29),
        date(2026, 7, 11),
    ]
    assert str(events[0]["summary"]) == "Voortgangsbericht sturen: Ontwikkeling naar trede 3"
    again = Calendar.from_ical(visitor.raw(visitor.page.links["Zet in je agenda (ics)"]).data)
    assert [str(event["uid"]) for event in again.walk("VEVENT")] == [
        str(event["uid"]) for event in events
    ]


def test_a_consultant_works_out_the_same_in_their_own_room(app):
    consultant = staff_member(app, RoleName.CONSULTANT)
    consultant.get("/consulent")
    consultant.follow("Termijnen")
    page = consultant.submit(BUTTON, **ASKED)
    assert "30 mei 2026: Evaluatiegesprek houden" in page.main_text
    assert consultant.raw(page.links["Zet in je agenda (ics)"]).status_code == 200


def test_who_fills_in_nothing_reads_what_is_missing(visitor):
    visitor.get(PATH)
    page = visitor.submit(BUTTON, status=422)
    assert "Kies welk traject het is." in page.main_text
