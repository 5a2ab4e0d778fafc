"""A consultant searches near where a client lives."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select
from structlog.testing import capture_logs

from tests.support import html
from tests.support.people import ARNHEM, DUIVEN, staff_member
from tests.support.sites import application
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.search.models import ConsultantSearch

SEARCH = "Zoek werkplekken"
WHERE = "6922 ZX"


pytestmark = pytest.mark.usefixtures("offers")


def found(page):
    return html.texts_with_class(page.tree, "h3", inside="card")


def search(client, **values):
    client.get("/consulent")
    return client.submit(SEARCH, **{"postcode": WHERE, **values})


def test_a_consultant_finds_workplaces_near_a_client_the_nearest_first(consultant):
    page = search(consultant)
    assert found(page) == ["Tuin in Duiven", "Fietsen in Zevenaar"]
    assert " km" in page.main_text
    assert page.response.headers["Cache-Control"] == "no-store"


def test_where_a_client_lives_is_in_no_address_title_or_log(consultant, caplog):
    caplog.set_level("DEBUG")
    with capture_logs() as events:
        search(consultant, gebied="afstand", km="50")
        assert consultant.page.heading == "2 werkplekken binnen 50 km van de inwoner"
        consultant.submit(SEARCH, km="10", branche=None)
        search(consultant, q="bestaat-niet")
    for link in consultant.page.links.values():
        assert "6922" not in link
    for page in consultant.pages:
        assert "6922" not in page.url + page.title
    assert "6922" not in str(events) + caplog.text


@pytest.mark.parametrize(
    ("typed", "kept"), [(WHERE, "6922"), ("6922zx", "6922"), ("Elst, Overbetuwe",) * 2]
)
def test_of_where_a_client_lives_no_more_than_the_digits_or_the_place_is_kept(
    consultant, session, typed, kept
):
    page = search(consultant, postcode=typed)
    assert f'value="{kept}"' in page.response.text
    assert session.scalars(select(ConsultantSearch)).one().criteria["where"] == kept


def test_the_log_tells_who_searched_for_a_client_and_not_where_that_lives(consultant, session):
    search(consultant)
    consultant.get("/consulent")
    consultant.submit(SEARCH, postcode="", status=422)
    (event,) = session.scalars(select(AuditEvent).where(AuditEvent.action == "client.searched"))
    assert event.actor_public_id is not None
    assert (event.actor_kind, event.municipality_code) == ("person", DUIVEN)
    assert event.details == {"purpose": "matching"}


def test_what_is_chosen_next_keeps_the_place(consultant):
    search(consultant)
    page = consultant.submit(SEARCH, branche=["groen-en-tuin"], gebied="gemeente")
    assert "branche=groen-en-tuin" in page.url
    page = consultant.follow("Verwijder filter: Groen en tuin")
    assert 'value="6922"' in page.response.text
    assert found(page) == ["Tuin in Duiven"]


def test_a_wider_search_keeps_the_place_out_of_its_address(consultant):
    page = search(consultant, gebied="afstand", km="2", q="fietsen")
    assert found(page) == []
    wider = next(link for link in page.links if link.startswith("1 werkplek"))
    assert found(consultant.follow(wider)) == ["Fietsen in Zevenaar"]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", "Vul de postcode of de plaats in waar de inwoner woont."),
        (
            "Nergenshuizen",
            "Deze plaats kennen we niet. Vul een postcode in, zoals 1234, of een plaatsnaam.",
        ),
        ("Elst", "Er zijn meer plaatsen met deze naam. Kies welke je bedoelt."),
    ],
)
def test_a_place_that_is_not_understood_is_asked_again_and_the_rest_is_kept(
    consultant, typed, error
):
    consultant.get("/consulent")
    page = consultant.submit(SEARCH, postcode=typed, q="tuin", status=422)
    assert error in page.main_text
    assert 'value="tuin"' in page.response.text
    assert page.title.startswith("Fout:")


def test_what_cannot_be_used_of_a_search_is_said_and_all_else_is_kept(consultant):
    whole = search(consultant, q="tuin")
    page = consultant.get(whole.url.split("?")[0], status=422, q="tuin", trede="9", km="x")
    assert "Trede op de ladder: Kies uit de lijst." in page.main_text
    assert "Vul een heel getal in van 1 tot en met 100." in page.main_text
    assert found(page) == found(whole)
    consultant.submit(SEARCH, status=422, postcode="Elst", branche=["groen-en-tuin"])
    page = consultant.submit("Elst in de gemeente Overbetuwe")
    assert "branche=groen-en-tuin" in page.url


def test_of_places_with_one_name_a_consultant_chooses_one(consultant):
    consultant.get("/consulent")
    consultant.submit(SEARCH, postcode="Elst", status=422)
    page = consultant.submit("Elst in de gemeente Overbetuwe")
    assert 'value="Elst, Overbetuwe"' in page.response.text


def test_a_search_is_of_one_consultant_and_for_some_hours(consultant, app):
    address = search(consultant).url
    colleague = staff_member(app, RoleName.CONSULTANT)
    page = colleague.get(address, status=404)
    assert page.heading == "Deze zoekopdracht is er niet meer"
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=7, minutes=59), tick=False):
        consultant.get(address)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=9), tick=False):
        staff_member(app, RoleName.CONSULTANT).get(address, status=404)


def test_only_staff_of_the_municipality_searches(app, visitor, consultant):
    address = search(consultant).url
    assert visitor.get(address).heading == "Inloggen"
    staff_member(app, RoleName.CONSULTANT, ARNHEM).get("/consulent", status=403)
    moderator = staff_member(app, RoleName.MODERATOR)
    assert search(moderator).status == 200


def test_a_place_in_the_address_is_not_listened_to(consultant):
    page = search(consultant)
    page = consultant.get(page.url.split("?")[0], postcode="9999")
    assert 'value="6922"' in page.response.text


def test_a_consultant_who_searches_very_often_is_held_up_and_nobody_waits_for_the_count(settings):
    with application(replace(settings, rate_limits=True)) as site:
        limited = staff_member(site, RoleName.CONSULTANT)
        limited.get("/consulent")
        for _attempt in range(60):
            limited.submit(SEARCH, postcode="", status=422)
        limited.submit(SEARCH, postcode="", status=429)
