"""Placements on the pages of the consultant and of the provider."""

from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, database_of, make_account, sign_in, staff_member
from tests.support.placements import make_placement
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.placements.models import Placement, PlacementMark
from webapp.workplaces import sectors

LIST = "/consulent/plaatsingen"
OWN_LIST = "/aanbieder/plaatsingen"


def a_day(days):
    return (clock.today() + timedelta(days=days)).isoformat()


def workplace_of(app, **values):
    with database_of(app).writing() as session:
        sectors.load(session)
        organisation = make_organisation(session)
        workplace = make_workplace(session, organisation=organisation, **values)
        return make_account(session, organisations=(organisation,)), workplace.public_id


def begin(consultant, public_id, *, status=200, **values):
    consultant.get(f"{LIST}/nieuw/{public_id}")
    answers = {
        "product": "ontwikkeling-4",
        "reference": "Z-17",
        "first_day": a_day(-91),
        "weekly_hours": "16",
        "rung_before": "3",
    }
    return consultant.submit("Bewaar de plaatsing", status=status, **(answers | values))


@pytest.fixture
def public_id(app):
    return workplace_of(app)[1]


@pytest.fixture
def path(app):
    begun = clock.today() - timedelta(days=91)
    with database_of(app).writing() as session:
        sectors.load(session)
        found = make_placement(session, make_workplace(session), first_day=begun, now=clock.now())
        return f"{LIST}/{found.public_id}"


def placement_in(app):
    with database_of(app).reading() as session:
        return session.scalars(select(Placement)).one()


def test_a_consultant_begins_a_placement_at_a_workplace_that_is_found_by_its_name(
    consultant, public_id
):
    page = consultant.get(f"{LIST}/nieuw?q=moestuin")
    assert page.links["Meewerken in de moestuin"].endswith(public_id)
    consultant.follow("Meewerken in de moestuin")
    page = consultant.submit("Bewaar de plaatsing", status=422, reference="06-12345678")
    assert "Kies welk traject het is." in page.errors
    page = begin(consultant, public_id, reference="123456782", status=422)
    assert page.errors == [
        "Dit lijkt op een BSN of telefoonnummer. Gebruik een kenmerk dat niets over iemand zegt."
    ]
    page = consultant.submit("Bewaar de plaatsing", reference="Z-17")
    assert "Wat wanneer moet gebeuren" in page.main_text
    page = consultant.get("/consulent")
    assert "Bij 1 plaatsing moet nu iets gebeuren." in page.main_text
    page = consultant.get(LIST)
    assert "Wat nu moet (1)" in page.main_text
    assert "Z-17" in page.main_text


def test_a_placement_begins_once_however_often_the_button_is_pressed(app, consultant, public_id):
    begin(consultant, public_id)
    address = f"{LIST}/nieuw/{public_id}"
    consultant.get(address)
    answers = {
        "key": placement_in(app).public_id,
        "product": "stabiel-3",
        "reference": "Z-18",
        "first_day": a_day(0),
        "weekly_hours": "8",
        "rung_before": "3",
    }
    page = consultant.submit("Bewaar de plaatsing", **answers)
    assert "Plaatsing Z-17" in page.main_text
    assert placement_in(app).reference == "Z-17"


@pytest.mark.parametrize(
    "wrong",
    [
        {"visible": False},
        {"municipality_code": "GM0200", "place": "Apeldoorn", "postcode": "7311 AA"},
    ],
)
def test_where_nobody_may_see_it_or_too_far_off_no_placement_begins(app, consultant, wrong):
    _member, public_id = workplace_of(app, **wrong)
    consultant.get(f"{LIST}/nieuw/{public_id}", status=404)


def test_what_happens_is_noted_and_the_last_step_is_taken_back(app, consultant, path):
    consultant.get(path)
    consultant.follow("Voortgang ontvangen")
    page = consultant.submit("Bewaar de dag", status=422, day=a_day(1))
    assert page.errors == ["Deze dag moet nog komen. Kies vandaag of een dag ervoor."]
    page = consultant.submit("Bewaar de dag", day=a_day(-1))
    assert "Gedaan op" in page.main_text
    consultant.follow("Evaluatie gepland")
    page = consultant.submit("Bewaar de dag", day=a_day(20))
    assert "Gepland op" in page.main_text
    log = staff_member(app, RoleName.MODERATOR).get("/moderatie/logboek").main_text
    assert "Voortgangsbericht ontvangen" in log
    assert "Plaatsing “Meewerken in de moestuin”" in log
    assert "Z-2026" not in log
    page = consultant.submit("Draai de laatste stap terug")
    assert "Gepland op" not in page.main_text
    assert "Gedaan op" in page.main_text


def test_a_placement_is_extended_and_ended_with_what_came_of_it(app, consultant, path):
    found = placement_in(app)
    consultant.get(path)
    consultant.follow("Verleng de plaatsing")
    page = consultant.submit(
        "Verleng de plaatsing", status=422, last_day=found.first_day.isoformat()
    )
    assert page.errors[0].startswith("Kies een dag ná")
    longer = found.last_day + timedelta(days=60)
    page = consultant.submit("Verleng de plaatsing", last_day=longer.isoformat())
    assert clock.day_in_words(longer) in page.main_text
    consultant.follow("Sluit de plaatsing af")
    page = consultant.submit("Sluit de plaatsing af", status=422)
    assert len(page.errors) == 3
    page = consultant.submit(
        "Sluit de plaatsing af", reason="goal_met", rung_after="4", next_step="paid_work"
    )
    for words in ("Afgelopen", "Het doel is eerder gehaald", "4. Onbetaald werk", "Betaald werk"):
        assert words in page.main_text
    assert "Afgelopen (1)" in consultant.get(LIST).main_text


def test_what_was_filled_in_is_mended_unless_somebody_else_was_first(app, consultant, path):
    consultant.get(f"{path}/wijzigen")
    with database_of(app).writing() as session:
        session.scalars(select(Placement)).one().weekly_hours = 20
    consultant.submit("Bewaar de plaatsing", status=409, weekly_hours="12")
    consultant.get(f"{path}/wijzigen")
    page = consultant.submit("Bewaar de plaatsing", weekly_hours="12")
    assert "De plaatsing is bewaard." in page.text
    assert placement_in(app).weekly_hours == 12


def test_a_colleague_takes_over_and_wipes_a_mistake(app, consultant, path):
    assert "Niemand" in consultant.get(path).main_text
    page = consultant.submit("Ik volg deze plaatsing")
    assert "Sanne Voorbeeld" in page.main_text
    consultant.follow("Wis deze plaatsing")
    consultant.submit("Wis de plaatsing voorgoed")
    with database_of(app).reading() as session:
        assert session.scalars(select(Placement)).all() == []


def test_another_municipality_does_not_find_it(app, path):
    stranger = staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    for end in ("", "/wijzigen", "/noteren/voortgang", "/verlengen", "/afsluiten", "/wissen",
                "/termijnen.ics"):  # fmt: skip
        stranger.get(f"{path}{end}", status=404)
    assert "Z-2026" not in stranger.get(f"{LIST}?status=lopend").text


def test_the_calendar_of_a_consultant_has_the_reference_and_that_of_a_provider_not(app, consultant):
    member, workplace_id = workplace_of(app, title="Bijen houden")
    begin(consultant, workplace_id, reference="Z-99")
    own = consultant.raw(f"{LIST}/termijnen.ics").data
    provider = sign_in(PageClient(app), member)
    theirs = provider.raw(f"{OWN_LIST}/termijnen.ics").data
    for body, holds in ((own, True), (theirs, False)):
        events = Calendar.from_ical(body).walk("VEVENT")
        assert len(events) == 3
        assert any("Z-99" in str(event["description"]) for event in events) is holds


def test_a_provider_sees_what_is_due_and_says_when_a_message_was_sent(app, consultant):
    member, workplace_id = workplace_of(app)
    begin(consultant, workplace_id, reference="Z-99")
    provider = sign_in(PageClient(app), member)
    page = provider.get(OWN_LIST)
    assert "Voortgangsbericht" in page.main_text
    (address,) = [url for url in page.links.values() if url.startswith(f"{OWN_LIST}/")][:1]
    page = provider.get(address)
    assert "gemeente Duiven" in page.main_text
    assert "Z-99" not in page.text
    page = provider.submit("Ik stuurde het bericht", status=422, day="gisteren")
    assert page.errors == ["Vul een dag in, zoals 31-12-2026."]
    page = provider.submit("Ik stuurde het bericht", day=a_day(-2))
    assert "De werkgever zegt het te hebben gestuurd" in page.main_text
    with database_of(app).reading() as session:
        found = session.scalars(select(Placement)).one().public_id
        assert len(session.scalars(select(PlacementMark)).all()) == 1
    assert "De werkgever zegt" in consultant.get(f"{LIST}/{found}").main_text


def test_a_provider_does_not_see_what_is_at_others(app, path):
    member, _id = workplace_of(app)
    provider = sign_in(PageClient(app), member)
    provider.get(path.replace(LIST, OWN_LIST), status=404)
    assert "Hier staan nu geen plaatsingen." in provider.get(OWN_LIST).main_text
