"""Deadlines and finding places by keyboard alone on a phone: as a visitor, and as a consultant.

With JavaScript each page on the way is looked at for barriers (`Typist.arrives`).
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.support.person import ON_A_PHONE
from tests.support.typist import Typist
from webapp.core import clock

_SCROLLS_MS = 500
_CONSULTANT = "consulent.arnhem@voorbeeldgemeente.example"

_TWO_AUDIENCES = pytest.mark.parametrize(
    ("person", "javascript"),
    [
        pytest.param("visitor", False, id="visitor-no-js"),
        pytest.param("consultant", True, id="consultant-js"),
    ],
    indirect=True,
)


@pytest.fixture
def person(request: pytest.FixtureRequest, typist: Callable[..., Typist]) -> Typist:
    """A visitor of Duiven, or a consultant of Arnhem."""
    if request.param == "visitor":
        return typist("duiven")
    found = typist("arnhem")
    found.log_in(_CONSULTANT)
    return found


def _desk_of(person: Typist) -> str:
    """Return how the addresses begin of who this is."""
    return "/consulent" if person.slug == "arnhem" else ""


@ON_A_PHONE
@_TWO_AUDIENCES
def test_deadlines_are_worked_out_after_a_mistake(person: Typist) -> None:
    work_out, calamity = "Reken de termijnen uit", "Reken uit tot wanneer je kunt melden"
    person.open(f"{_desk_of(person)}/termijnen")
    person.press(work_out, status=422)
    person.mends_the_first_mistake()
    person.fill({"Oriëntatiefase": True, "Wat is de eerste dag?": clock.today()})
    person.press(work_out)
    person.reads("Oriëntatiefase, van")
    person.prints("Print deze termijnen")
    person.press(calamity, status=422)
    person.mends_the_first_mistake()
    person.fill({"Op welke dag gebeurde het?": clock.today() - timedelta(days=1)})
    person.press(calamity)
    person.reads("Meld het uiterlijk op")


@ON_A_PHONE
@_TWO_AUDIENCES
def test_finding_places_are_narrowed_found_on_the_map_and_counted(person: Typist) -> None:
    person.open(f"{_desk_of(person)}/vindplaatsen")
    person.fill({"Trede op de ladder": "Trede 2: Sociale contacten"})
    person.press("Toon wat past")
    marker = person.main.locator(".map-marker:visible").first
    target = str(marker.get_attribute("href"))
    person.goes_to(marker)
    person.page.keyboard.press("Enter")
    expect(person.main.locator(target)).to_be_in_viewport()
    person.open(f"{_desk_of(person)}/vindplaatsen")
    person.follow("Bekijk per trede")
    table = person.main.locator(".table-scroll")
    person.goes_to(table)
    for _press in range(5):
        person.page.keyboard.press("ArrowRight")
    person.page.wait_for_timeout(_SCROLLS_MS)
    assert table.evaluate("e => e.scrollLeft") > 0
    person.open(f"{_desk_of(person)}/{'matrix' if _desk_of(person) else 'vindplaatsen/matrix'}")
    person.follow("Bekijk dit per plaats")
    person.reads("Per trede en plaats")
