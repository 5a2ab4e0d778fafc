"""A moderator keeps the finding places of the municipality."""

import pytest

from tests.support.people import ARNHEM, staff_member
from webapp.accounts.models import RoleName
from webapp.workplaces import sectors

BASE = "/moderatie/vindplaatsen"
ANSWERS = {
    "name": "Inloophuis De Brug",
    "kind": "inloop",
    "for_whom": "Wie mensen wil ontmoeten.",
    "rungs": ["1", "2"],
    "hours": "Maandag van 9 tot 12 uur.",
    "postcode": "6921 AB",
    "place": "Duiven",
}


@pytest.fixture(autouse=True)
def _sectors(database):
    with database.writing() as session:
        sectors.load(session)


def add(client, **answers):
    client.get(BASE)
    client.follow("Voeg een vindplaats toe")
    return client.submit("Bewaar de vindplaats", **{**ANSWERS, **answers})


def test_it_is_added_changed_and_removed(app):
    moderator = staff_member(app, RoleName.MODERATOR)
    assert "De vindplaats is toegevoegd." in add(moderator).main_text
    moderator.follow("Inloophuis De Brug")
    page = moderator.submit("Bewaar de vindplaats", hours="Dinsdag.", active_to="1-1-2020")
    assert "nu niet te zien" in page.main_text
    moderator.follow("Inloophuis De Brug")
    page = moderator.submit("Verwijder de vindplaats")
    assert "Er zijn nog geen vindplaatsen." in page.main_text
    log = moderator.get("/moderatie/logboek").main_text
    for words in ("Vindplaats toegevoegd", "Vindplaats gewijzigd", "Vindplaats verwijderd"):
        assert words in log


def test_what_cannot_be_is_said_at_the_field_and_what_was_typed_is_kept(app):
    moderator = staff_member(app, RoleName.MODERATOR)
    moderator.get(f"{BASE}/nieuw")
    page = moderator.submit("Bewaar de vindplaats", **{**ANSWERS, "postcode": "12"}, status=422)
    assert "Vul een postcode in van vier cijfers en twee letters" in page.main_text
    assert 'value="Inloophuis De Brug"' in page.response.text
    page = moderator.submit("Bewaar de vindplaats", name="", rungs=[], hours="", status=422)
    assert "Geef de vindplaats een naam" in page.main_text
    assert "Kies minstens één trede." in page.main_text


def test_the_second_of_two_sees_what_the_other_wrote(app):
    moderator, other = (staff_member(app, RoleName.MODERATOR) for _ in range(2))
    add(moderator)
    moderator.follow("Inloophuis De Brug")
    other.get(BASE)
    other.follow("Inloophuis De Brug")
    other.submit("Bewaar de vindplaats", hours="Donderdag.")
    page = moderator.submit("Bewaar de vindplaats", hours="Vrijdag.", status=409)
    assert "Donderdag." in page.main_text
    assert "Vrijdag." in page.response.text
    assert "De vindplaats is bewaard." in moderator.submit("Bewaar de vindplaats").main_text


def test_another_municipality_has_none_of_it_and_consultants_change_nothing(app):
    moderator = staff_member(app, RoleName.MODERATOR)
    add(moderator)
    address = moderator.follow("Inloophuis De Brug").url
    host = "arnhem.localhost:5000"
    elsewhere = staff_member(app, RoleName.MODERATOR, ARNHEM, host=host)
    elsewhere.get(address.replace("duiven", "arnhem"), status=404)
    staff_member(app, RoleName.CONSULTANT).get(BASE, status=403)
