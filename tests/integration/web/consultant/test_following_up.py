"""What a consultant does with a registration on the pages: take it, call, plan, stop, hand over."""

from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from tests.support.people import ARNHEM, database_of, make_account, staff_member
from tests.support.registrations import make_registration
from tests.support.resident_signup import private_link
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.registrations.vocabulary import StopReason

LIST = "/consulent/aanmeldingen"


@pytest.fixture
def path(app):
    with database_of(app).writing() as session:
        return f"{LIST}/{make_registration(session, now=clock.now()).public_id}"


def registration(app):
    with database_of(app).reading() as session:
        found = session.scalars(select(Registration)).one()
        assert found.follow_up is not None
        return found


def a_day(days):
    return (clock.today() + timedelta(days=days)).isoformat()


def test_a_consultant_takes_a_registration_gives_it_away_and_finds_what_is_theirs(
    app, consultant, path
):
    with database_of(app).writing() as session:
        make_account(session, name="Bo Collega", roles=((RoleName.CONSULTANT, "GM0226"),))
    page = consultant.get(path)
    assert "Nog niemand volgt deze aanmelding." in page.main_text
    page = consultant.submit("Ik volg deze aanmelding")
    assert "Sanne Voorbeeld volgt deze aanmelding." in page.main_text
    consultant.get(LIST)
    assert "volgt Sanne Voorbeeld" in consultant.follow("Van mij (1)").main_text
    consultant.get(path)
    page = consultant.submit("Geef de aanmelding aan deze collega")
    assert "Bo Collega volgt deze aanmelding." in page.main_text
    consultant.submit("Ik volg deze aanmelding")
    assert "Nog niemand" in consultant.submit("Laat los").main_text


def test_a_consultant_notes_that_somebody_could_not_be_reached(consultant, path):
    consultant.get(path)
    consultant.follow("Noteer dat je contact zocht")
    page = consultant.submit("Bewaar", status=422, note="Belt dinsdag terug.")
    assert page.errors == ["Kies hoe.", "Kies of het lukte."]
    page = consultant.submit("Bewaar", channel="phone", outcome="not_reached")
    assert "Gebeld: het lukte niet" in page.main_text
    assert "Belt dinsdag terug." in page.main_text
    assert "Sanne Voorbeeld volgt deze aanmelding." in page.main_text


def test_a_consultant_plans_an_intake_and_takes_it_along_without_a_name(app, consultant, path):
    consultant.get(path)
    consultant.follow("Plan een intake")
    page = consultant.submit("Bewaar de intake", status=422, day="31-02-2027", time="half drie")
    assert page.errors == [
        "Vul een dag in, zoals 31-12-2026.",
        "Vul een tijd in, zoals 14.30.",
        "Vul in waar het gesprek is.",
    ]
    page = consultant.submit("Bewaar de intake", status=422, day=a_day(-1), time="9.30", place="X")
    assert page.errors == ["Kies een moment dat nog komt."]
    page = consultant.submit("Bewaar de intake", day=a_day(9), place="Gemeentehuis, balie 2")
    assert "De inwoner krijgt een mail." in page.text
    assert "09:30" in page.main_text
    assert registration(app).status is RegistrationStatus.INTAKE
    file = consultant.raw(page.links["Zet in je agenda (ics)"])
    (event,) = Calendar.from_ical(file.data).walk("VEVENT")
    assert event["dtstart"].dt.astimezone(clock.AMSTERDAM).strftime("%H:%M") == "09:30"
    assert str(event["location"]) == "Gemeentehuis, balie 2"
    assert b"Ria" not in file.data
    consultant.follow("Verzet de intake")
    assert 'value="Gemeentehuis, balie 2"' in consultant.page.response.text


def test_an_intake_that_was_not_planned_is_no_file(consultant, path):
    assert consultant.raw(f"{path}/intake.ics").status_code == 404


def test_a_consultant_stops_for_a_reason_and_can_open_it_again(app, consultant, path):
    consultant.get(path)
    consultant.follow("Stop met deze aanmelding")
    page = consultant.submit("Stop met deze aanmelding", status=422)
    assert page.errors == ["Kies waarom de aanmelding stopt."]
    page = consultant.submit("Stop met deze aanmelding", reason="own_work")
    assert "Gestopt: de inwoner heeft zelf werk" in page.main_text
    assert "Noteer dat je contact zocht" not in page.links
    assert registration(app).status is RegistrationStatus.STOPPED
    with database_of(app).reading() as session:
        found = session.scalars(select(Registration)).one()
        assert found.follow_up.stop_reason is StopReason.OWN_WORK
    page = consultant.submit("Zet terug op “Intake”")
    assert "Gestopt:" not in page.main_text


def test_a_consultant_hands_over_to_where_the_resident_lives(app, consultant, path):
    consultant.get(path)
    consultant.follow("Draag over aan een andere gemeente")
    page = consultant.submit("Draag de aanmelding over", status=422)
    assert page.errors == [
        "Kies een gemeente uit de lijst.",
        "Bespreek dit eerst met de inwoner, en vink het dan aan.",
    ]
    page = consultant.submit("Draag de aanmelding over", municipality=ARNHEM, agreed="y")
    assert "De gemeente Arnhem gaat verder met aanmelding" in page.text
    assert "Ria" not in page.main_text
    consultant.get(path, status=404)
    there = staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    assert "Ria Voorbeeldsma" in there.get(path).main_text


@pytest.mark.parametrize(
    ("way", "button", "values"),
    [
        ("contact", "Bewaar", {"channel": "phone", "outcome": "reached"}),
        ("intake", "Bewaar de intake", {"day": a_day(9), "time": "09:30", "place": "Thuis"}),
        ("stoppen", "Stop met deze aanmelding", {"reason": "moved"}),
        ("overdragen", "Draag de aanmelding over", {"municipality": ARNHEM, "agreed": "y"}),
    ],
)
def test_of_two_consultants_the_second_is_told(app, consultant, path, way, button, values):
    consultant.get(f"{path}/{way}")
    other = staff_member(app, RoleName.CONSULTANT)
    other.get(path)
    other.submit("Ik volg deze aanmelding")
    consultant.submit(button, status=409, **values)
    assert registration(app).status is RegistrationStatus.NEW


@pytest.mark.parametrize("way", ["contact", "intake", "stoppen", "overdragen", "intake.ics"])
def test_a_consultant_of_another_municipality_finds_nothing(app, path, way):
    other = staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    assert other.raw(f"{path}/{way}").status_code == 404


def test_what_waits_too_long_is_marked_and_can_be_asked_for(app, consultant):
    with database_of(app).writing() as session:
        make_registration(session, now=clock.now() - timedelta(days=20))
    page = consultant.get(LIST)
    assert "Wacht te lang" in page.main_text
    page = consultant.follow("Wacht te lang (1)")
    assert "Ria Voorbeeldsma" in page.main_text


def test_a_resident_reads_when_the_talk_is(consultant, visitor, path):
    consultant.get(f"{path}/intake")
    consultant.submit("Bewaar de intake", day=a_day(9), time="14:30", place="Gemeentehuis")
    page = visitor.get(private_link(visitor))
    assert "Waar: Gemeentehuis." in page.main_text
    assert "14:30" in page.main_text
