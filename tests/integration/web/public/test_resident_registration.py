"""A resident looks at a registration by the private link, corrects it, and takes it back."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import database_of
from tests.support.resident_signup import WITHDRAW, private_link, sign_up
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.workplaces import sectors

SAVE = "Bewaar mijn contactgegevens"


@pytest.fixture
def link(visitor, database):
    with database.writing() as session:
        sectors.load(session)
    sign_up(visitor)
    return private_link(visitor)


def only_registration(app):
    with database_of(app).reading() as session:
        return session.scalars(select(Registration)).one()


def test_the_link_shows_what_was_sent_and_where_it_stands(app, link):
    page = PageClient(app).get(link)
    assert "Ria Voorbeeldsma" in page.main_text
    assert "Iemand van de gemeente gaat ermee aan de slag." in page.main_text
    assert page.response.headers["Cache-Control"] == "no-store"
    assert page.response.headers["X-Robots-Tag"] == "noindex"


def test_the_resident_corrects_contact_data(app, link):
    resident = PageClient(app)
    resident.get(link)
    resident.follow("Verbeter mijn contactgegevens")
    page = resident.submit(SAVE, phone="12", status=422)
    assert page.errors == ["Vul een telefoonnummer in, zoals 06 00 00 00 00."]
    page = resident.submit(SAVE, phone="026 123 45 67", residence="Groessen")
    assert "026 123 45 67" in page.main_text
    assert "Groessen" in page.main_text
    assert only_registration(app).postcode4 == ""


def test_of_two_corrections_at_once_the_second_is_told(app, link):
    quick, slow = PageClient(app), PageClient(app)
    for resident in (quick, slow):
        resident.get(link)
        resident.follow("Verbeter mijn contactgegevens")
    quick.submit(SAVE, phone="026 123 45 67")
    slow.submit(SAVE, phone="026 765 43 21", status=409)
    assert only_registration(app).phone == "026 123 45 67"


def test_withdrawing_asks_once_more_and_then_wipes(app, link):
    resident = PageClient(app)
    resident.get(link)
    resident.follow("Stop mijn aanmelding")
    assert only_registration(app).name == "Ria Voorbeeldsma"
    page = resident.submit(WITHDRAW)
    assert page.heading == "Je aanmelding is gestopt"
    registration = only_registration(app)
    assert (registration.name, registration.email, registration.place_name) == ("", "", "")
    assert registration.status is RegistrationStatus.WITHDRAWN
    assert resident.get(link, status=404).heading == "Deze link werkt niet"


@pytest.mark.parametrize("way", ["", "/gegevens", "/stoppen"])
def test_a_wrong_link_gives_a_kind_page(visitor, way):
    page = visitor.get(f"/inwoners/aanmelding/verkeerd{way}", status=404)
    assert page.heading == "Deze link werkt niet"
    assert page.response.headers["Cache-Control"] == "no-store"


def test_a_link_of_another_municipality_does_not_work(app, link):
    PageClient(app, host="arnhem.localhost:5000").get(link, status=404)


def test_a_link_that_is_too_old_gives_a_kind_page(app, link):
    with time_machine.travel(datetime.now(UTC) + timedelta(days=91), tick=False):
        page = PageClient(app).get(link, status=404)
    assert page.heading == "Deze link werkt niet"
