"""Putting workplaces side by side, for a visitor and for a consultant."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from tests.support.person import AT_A_DESK, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, Person

COMPARE = "Vergelijk wat je aanvinkte"


def _tick(person: Person, count: int, label: str = "Vergelijk") -> list[str]:
    """Tick the first workplaces of the list; return their titles."""
    for number in range(count):
        person.main.locator(".card").nth(number).get_by_label(label).check()
    return person.main.locator(".card-title").all_inner_texts()[:count]


@WITHOUT_JAVASCRIPT
def test_a_visitor_compares_three_workplaces_and_returns_to_the_list(
    somebody: Callable[..., Person], width: int
) -> None:
    visitor = somebody()
    visitor.open("/werkplekken?postcode=6921&sorteer=naam")
    address = visitor.page.url
    titles = _tick(visitor, 4)
    visitor.press(COMPARE)
    visitor.reads("Je koos er 4.")
    visitor.field(titles[3]).uncheck()
    visitor.press(COMPARE)
    for title in titles[:3]:
        expect(visitor.main.get_by_role("link", name=title, exact=True)).to_be_visible()
    cells = visitor.main.locator("tr", has_text="Organisatie").locator("td")
    lefts = {round(box["x"]) for box in map(_box, cells.all())}
    assert len(lefts) == (1 if width < 500 else 3)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    visitor.follow("Terug naar de lijst")
    assert sorted(visitor.page.url.split("?")[1].split("&")) == sorted(
        address.split("?")[1].split("&")
    )


def _box(element: Locator) -> FloatRect:
    found = element.bounding_box()
    assert found
    return found


@AT_A_DESK
@WITHOUT_JAVASCRIPT
def test_the_bar_that_stays_in_view_never_hides_what_has_the_focus(
    somebody: Callable[..., Person],
) -> None:
    visitor = somebody()
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open("/werkplekken")
    _tick(visitor, 1)
    bar = visitor.main.locator(".compare-bar")
    for _stop in range(12):
        visitor.page.keyboard.press("Tab")
        top = _box(bar)["y"]
        focused = visitor.page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert focused["bottom"] <= top or focused["top"] >= top


@pytest.mark.parametrize("width", ["phone"], indirect=True)
@WITHOUT_JAVASCRIPT
def test_a_consultant_labels_shares_and_wipes_a_search(somebody: Callable[..., Person]) -> None:
    consultant, visitor = somebody(), somebody()
    consultant.log_in("consulent.duiven@voorbeeldgemeente.example")
    consultant.open("/consulent")
    consultant.fill({"Postcode of plaats van de inwoner": "6923 BL", "Kenmerk": "mevrouw Z."})
    consultant.field("Waar?").select_option("afstand")
    consultant.press("Zoek werkplekken")
    _tick(consultant, 2, "Kies")
    consultant.press(COMPARE)
    consultant.reads("Afstand, rechte lijn")
    consultant.follow("Terug naar de lijst")
    consultant.press("Deel deze lijst")
    consultant.reads("zo blijft geheim waar de inwoner woont")
    link = consultant.field("Kopieer deze link").input_value()
    assert not re.search(r"6923|mevrouw|afstand", link)
    visitor.page.goto(link)
    assert "in Duiven en buurgemeenten" in visitor.heading

    consultant.open("/consulent")
    consultant.follow("mevrouw Z.")
    expect(consultant.field("Kenmerk")).to_have_value("mevrouw Z.")
    consultant.open("/consulent")
    row = consultant.main.locator("li", has_text="mevrouw Z.")
    row.get_by_role("button", name="Wis nu").click()
    consultant.reads("De zoekopdracht is gewist.")
    consultant.does_not_read("mevrouw Z.")


@AT_A_DESK
@WITH_JAVASCRIPT
def test_on_paper_there_is_the_list_and_nothing_to_press(somebody: Callable[..., Person]) -> None:
    visitor = somebody()
    visitor.open("/werkplekken?q=hout&trede=3")
    expect(visitor.main.get_by_role("button", name="Druk deze lijst af")).to_be_visible()
    visitor.page.emulate_media(media="print")
    expect(visitor.main.locator(".card").first).to_be_visible()
    for hidden in (".filter-panel", ".search-form", ".compare-bar", ".card input", ".button"):
        expect(visitor.main.locator(hidden).first).to_be_hidden()
    for hidden in (".nav-bar", ".page-footer"):
        expect(visitor.page.locator(hidden)).to_be_hidden()
    breaks = visitor.main.locator(".card").first.evaluate("e => getComputedStyle(e).breakInside")
    assert breaks == "avoid"
