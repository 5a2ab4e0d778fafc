"""Looking for a workplace, as a visitor does: on a phone, at a desk, without a mouse."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.support import keyboard
from tests.support.person import (
    AT_A_DESK,
    ON_A_PHONE,
    WITH_JAVASCRIPT,
    WITHOUT_JAVASCRIPT,
    Person,
)

_ON_A_PHONE_WITHOUT_AND_AT_A_DESK_WITH_JAVASCRIPT = pytest.mark.parametrize(
    ("width", "javascript"),
    [pytest.param("phone", False, id="phone-no-js"), pytest.param("desk", True, id="desk-js")],
    indirect=True,
)


def _found(person: Person) -> int:
    """Return how many workplaces the heading counts."""
    return _number_in(person.heading)


def _number_in(text: str) -> int:
    match = re.search(r"\d+", text)
    assert match, text
    return int(match[0])


def _titles(person: Person) -> list[str]:
    return person.main.locator(".card-title").all_inner_texts()


def _open_filters(person: Person, group: str = "") -> None:
    """Open the filter panel where it is folded, and one group of it."""
    panel = person.main.locator("summary", has_text="Filters en volgorde")
    if panel.is_visible():
        panel.click()
    if group:
        person.main.locator(".filter-group > summary", has_text=group).click()
        rest = person.main.locator(".filter-group", has_text=group).get_by_text("Toon meer")
        if rest.count():
            rest.first.click()


def _option(person: Person, name: str) -> Locator:
    """Return the box of a filter, whose label ends with a count."""
    return person.main.get_by_label(re.compile(rf"^\s*{re.escape(name)}\s*\("))


@_ON_A_PHONE_WITHOUT_AND_AT_A_DESK_WITH_JAVASCRIPT
def test_a_visitor_narrows_the_results_and_takes_the_filters_away(
    somebody: Callable[..., Person],
) -> None:
    visitor = somebody()
    visitor.open("/werkplekken")
    everything = _found(visitor)
    _open_filters(visitor, "Soort werk")
    fietsen = _option(visitor, "Fietsen")
    promised = _number_in(fietsen.locator("xpath=following-sibling::label").inner_text())
    fietsen.check()
    visitor.press("Filters toepassen")
    assert _found(visitor) == promised < everything
    _open_filters(visitor, "Trede op de ladder")
    expect(_option(visitor, "Fietsen")).to_be_checked()
    _option(visitor, "4. Onbetaald werk").check()
    visitor.press("Filters toepassen")
    assert _found(visitor) <= promised
    visitor.follow("Verwijder filter: Fietsen")
    assert promised < _found(visitor) < everything
    visitor.follow("Wis alle filters")
    assert _found(visitor) == everything


@WITHOUT_JAVASCRIPT
def test_the_filters_are_folded_on_a_phone_and_open_beside_the_results_at_a_desk(
    somebody: Callable[..., Person], width: int
) -> None:
    visitor = somebody()
    visitor.open("/werkplekken?branche=hout&branche=groen-en-tuin&trede=3")
    panel = visitor.main.locator(".filter-panel")
    box, first = panel.bounding_box(), visitor.main.locator(".card").first.bounding_box()
    assert box
    assert first
    apply = visitor.main.get_by_role("button", name="Filters toepassen")
    if width < 500:
        assert box["height"] < 80
        assert first["y"] > box["y"] + box["height"]
        expect(apply).to_be_hidden()
        visitor.main.get_by_text("Filters en volgorde (3 gekozen)").click()
    else:
        assert first["x"] > box["x"] + box["width"]
        expect(panel.locator("> summary")).to_be_hidden()
    expect(apply).to_be_visible()
    expect(_option(visitor, "Hout")).to_be_checked()


@_ON_A_PHONE_WITHOUT_AND_AT_A_DESK_WITH_JAVASCRIPT
def test_a_visitor_sorts_turns_the_page_and_comes_back_to_the_same_place(
    somebody: Callable[..., Person],
) -> None:
    visitor = somebody()
    visitor.open("/werkplekken")
    _open_filters(visitor)
    visitor.field("Volgorde").select_option("naam")
    visitor.press("Filters toepassen")
    first_page = _titles(visitor)
    assert first_page == sorted(first_page, key=str.casefold)
    visitor.main.get_by_role("link", name="Volgende pagina").click()
    visitor.reads("Pagina 2 van 2.")
    assert "pagina 2 van 2" in visitor.page.title()
    second_page, address = _titles(visitor), visitor.page.url
    assert not set(first_page) & set(second_page)
    visitor.follow(second_page[0])
    assert visitor.heading == second_page[0]
    visitor.page.go_back()
    assert visitor.page.url == address
    assert _titles(visitor) == second_page
    visitor.follow(second_page[0])
    visitor.follow("Terug naar de werkplekken")
    assert visitor.page.url == address
    assert _titles(visitor) == second_page


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_nearby_comes_first_for_who_fills_in_a_postcode(somebody: Callable[..., Person]) -> None:
    visitor = somebody()
    visitor.open("/")
    visitor.fill({"Wat is je postcode?": "6921ab"})
    visitor.press("Zoek werkplekken")
    _open_filters(visitor)
    visitor.field("Volgorde").select_option("afstand")
    visitor.press("Filters toepassen")
    near = visitor.main.locator(".card").first.inner_text()
    assert "minder dan 1 km" in near
    distances = [
        _number_in(text) for text in visitor.main.get_by_text("ongeveer").all_inner_texts()
    ]
    assert distances == sorted(distances)


@AT_A_DESK
@WITHOUT_JAVASCRIPT
def test_who_finds_nothing_is_led_to_where_there_is_something(
    somebody: Callable[..., Person],
) -> None:
    visitor = somebody()
    visitor.open("/werkplekken")
    visitor.field("Wat wil je doen?").fill("takelen")
    visitor.field("Waar?").select_option("gemeente")
    visitor.press("Zoek werkplekken")
    assert visitor.heading == "Geen werkplekken met “takelen” in Duiven"
    visitor.main.get_by_role("link", name="met “takelen” binnen").first.click()
    assert _found(visitor) >= 1
    visitor.reads("Boten schuren")


@ON_A_PHONE
@WITHOUT_JAVASCRIPT
@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("Elst", "Elst in de gemeente Overbetuwe"),
        ("Bergen", "in de gemeente Bergen (L.)"),
        ("Hengelo", "in de gemeente Bronckhorst"),
    ],
)
def test_of_places_with_the_same_name_a_visitor_chooses_one(
    somebody: Callable[..., Person], name: str, choice: str
) -> None:
    visitor = somebody()
    visitor.open("/werkplekken")
    visitor.field("Waar?").select_option("afstand")
    visitor.field("Postcode of plaats").fill(name)
    visitor.field("Hoe ver?").select_option("50")
    visitor.press("Zoek werkplekken")
    assert visitor.heading == f"Welke plaats bedoel je met “{name}”?"
    visitor.main.get_by_role("link", name=choice).click()
    assert "binnen 50 km van" in visitor.heading


@_ON_A_PHONE_WITHOUT_AND_AT_A_DESK_WITH_JAVASCRIPT
def test_a_visitor_without_a_mouse_searches_and_opens_a_result(
    somebody: Callable[..., Person],
) -> None:
    visitor = somebody()
    page = visitor.page
    visitor.open("/werkplekken")
    keyboard.start(page)
    skip_link = keyboard.tab(page)
    assert skip_link.text == "Direct naar de inhoud"
    page.keyboard.press("Enter")
    assert keyboard.tab(page).text == "Wat wil je doen?"
    page.keyboard.type("fietsen")
    keyboard.tab_to(page, "Zoek werkplekken")
    page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("met “fietsen”")
    title = _titles(visitor)[0]
    keyboard.start(page)
    stops = keyboard.tab_to(page, title)
    assert stops[0].text == "Direct naar de inhoud"
    page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(title)
