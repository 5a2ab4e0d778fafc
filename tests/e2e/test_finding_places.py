"""A moderator adds a finding place; a consultant and visitors find it, and what lacks."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.support.person import AT_A_DESK, ON_A_PHONE, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, Person
from tests.support.running_site import RunningSite

_NORA = "nora.zoekgraag@voorbeeldgemeente.example"


@pytest.fixture
def _shown_to_all(site: RunningSite) -> Iterator[None]:
    """Let visitors of Overbetuwe see the finding places for a while."""
    command = [sys.executable, "-m", "webapp", "municipalities", "set", "GM1734"]
    subprocess.run([*command, "finding_places_public=ja"], env=site.environment, check=True)
    yield
    subprocess.run([*command, "finding_places_public=nee"], env=site.environment, check=True)


def _add(moderator: Person, name: str) -> None:
    moderator.open("/moderatie/vindplaatsen")
    moderator.follow("Voeg een vindplaats toe")
    moderator.press("Bewaar de vindplaats", status=422)
    moderator.reads("Geef de vindplaats een naam")
    moderator.fill(
        {
            "Naam": name,
            "Buurthuis of dorpshuis": True,
            "Voor wie is het?": "Wie een praatje wil maken.",
            "Trede 2: Sociale contacten": True,
            "Groen en tuin": True,
            "Wanneer kun je er terecht?": "Elke dag van 10 tot 12 uur.",
            "Postcode": "6661 AA",
            "Plaats": "Elst",
        }
    )
    moderator.press("Bewaar de vindplaats")
    moderator.reads("De vindplaats is toegevoegd.")


@ON_A_PHONE
@WITHOUT_JAVASCRIPT
@pytest.mark.usefixtures("_shown_to_all")
def test_a_visitor_finds_what_a_moderator_added_on_the_map_and_in_the_list(
    somebody: Callable[..., Person],
) -> None:
    moderator, visitor = somebody("overbetuwe"), somebody("overbetuwe")
    moderator.log_in(_NORA)
    _add(moderator, "Dorpshuis De Lijster")
    visitor.open("/vindplaatsen")
    visitor.reads("Dorpshuis De Lijster")
    marker = visitor.main.locator(".map-marker:visible").first
    target = marker.get_attribute("href")
    marker.focus()
    visitor.page.keyboard.press("Enter")
    assert visitor.page.url.endswith(str(target))
    expect(visitor.main.locator(str(target))).to_be_in_viewport()
    visitor.follow("Bekijk per trede")
    visitor.reads("Gat: geen van beide")
    visitor.follow("Bekijk dit per plaats")
    visitor.reads("Elst")
    _remove(moderator, "Dorpshuis De Lijster")
    visitor.open("/vindplaatsen")
    visitor.does_not_read("Dorpshuis De Lijster")


@AT_A_DESK
@WITH_JAVASCRIPT
def test_staff_has_them_also_where_visitors_do_not(somebody: Callable[..., Person]) -> None:
    person, visitor = somebody("overbetuwe"), somebody("overbetuwe")
    person.log_in(_NORA)
    _add(person, "Dorpshuis De Merel")
    person.open("/consulent/matrix")
    person.reads("1 vindplaats")
    person.open("/consulent/vindplaatsen?trede=2")
    person.reads("Dorpshuis De Merel")
    visitor.open("/vindplaatsen")
    visitor.reads("Deze pagina bestaat niet")
    _remove(person, "Dorpshuis De Merel")


def _remove(moderator: Person, name: str) -> None:
    moderator.open("/moderatie/vindplaatsen")
    moderator.follow(name)
    moderator.press("Verwijder de vindplaats")
    moderator.reads("De vindplaats is verwijderd.")
