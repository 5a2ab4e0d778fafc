"""Suggestions while typing: by keyboard, by ear, by thumb, and when they do not come."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.support.accessibility import problems_of
from tests.support.person import AT_A_DESK, ON_A_PHONE, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, Person
from webapp.search.suggestions import LONGEST

_TITLE = "Tuinwerk op een moestuinderij: zaaien, wieden en oogsten"
_SUGGESTIONS = "**/werkplekken/suggesties?*"
_OUTLINE = "option => getComputedStyle(option).outlineStyle"


def _list(person: Person) -> Locator:
    return person.main.get_by_role("listbox", name="Suggesties", exact=True)


def _words(person: Person) -> Locator:
    return person.main.get_by_role("combobox", name=re.compile("Wat wil"))


def _type(person: Person, text: str, path: str = "/werkplekken") -> Locator:
    """Type words on a page, and return the list of suggestions when it is there."""
    person.open(path)
    _words(person).press_sequentially(text)
    expect(_list(person)).to_be_visible()
    return _list(person)


def _active(page: Page) -> str:
    """Return what a screen reader says is chosen in the list, which must be seen as well."""
    name = page.locator(":focus").get_attribute("aria-activedescendant")
    if name is None:
        return ""
    option = page.locator(f"#{name}")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(option).to_be_in_viewport()
    assert option.evaluate(_OUTLINE) == "solid"
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    return option.inner_text().split("\n")[0]


@WITH_JAVASCRIPT
@pytest.mark.parametrize("path", ["/", "/werkplekken"])
def test_the_open_list_does_not_lie_over_the_button(
    somebody: Callable[..., Person], path: str
) -> None:
    visitor = somebody()
    _type(visitor, "tuin", path)

    visitor.press("Zoek werkplekken")

    assert "q=tuin" in visitor.page.url


@WITH_JAVASCRIPT
@pytest.mark.parametrize("path", ["/", "/werkplekken"])
def test_a_visitor_chooses_a_title_with_the_keys(
    somebody: Callable[..., Person], path: str
) -> None:
    visitor = somebody()
    options = _type(visitor, "tu", path).get_by_role("option")
    page = visitor.page
    expect(options).to_have_text(
        [f"{_TITLE} werkplek", re.compile("Nestkasten"), re.compile("Groen")]
    )
    expect(_words(visitor)).to_have_attribute("aria-expanded", "true")
    assert _active(page) == ""
    page.keyboard.press("ArrowUp")
    assert _active(page) == "Groen en tuin"
    page.keyboard.press("ArrowDown")
    assert _active(page) == _TITLE
    expect(_words(visitor)).to_have_value("tu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"1 werkplek met “{_TITLE}”")
    assert visitor.main.locator(".card-title").all_inner_texts() == [_TITLE]


@AT_A_DESK
@WITH_JAVASCRIPT
def test_escape_closes_the_list_and_keeps_the_words_and_enter_then_searches_for_them(
    somebody: Callable[..., Person],
) -> None:
    visitor = somebody()
    suggestions = _type(visitor, "tuin")
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Escape")
    expect(suggestions).to_be_hidden()
    expect(_words(visitor)).to_have_value("tuin")
    expect(_words(visitor)).to_have_attribute("aria-expanded", "false")
    assert _active(visitor.page) == ""
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("met “tuin”")


@AT_A_DESK
@WITH_JAVASCRIPT
def test_who_goes_on_with_tab_leaves_the_list_and_may_come_back(
    somebody: Callable[..., Person],
) -> None:
    visitor = somebody()
    suggestions = _type(visitor, "tuin")
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Tab")
    expect(suggestions).to_be_hidden()
    expect(visitor.field("Waar?")).to_be_focused()
    expect(_words(visitor)).to_have_value("tuin")
    visitor.page.keyboard.press("Shift+Tab")
    visitor.page.keyboard.press("ArrowDown")
    expect(suggestions).to_be_visible()


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_a_place_is_filled_in_and_the_words_stay(somebody: Callable[..., Person]) -> None:
    visitor = somebody()
    visitor.open("/werkplekken")
    _words(visitor).press_sequentially("hout zeve")
    _list(visitor).get_by_role("option", name="Zevenaar plaats").click()
    expect(_list(visitor)).to_be_hidden()
    expect(_words(visitor)).to_have_value("hout")
    expect(_words(visitor)).to_be_focused()
    expect(visitor.field("Postcode of plaats")).to_have_value("Zevenaar")
    expect(visitor.main.get_by_role("status")).to_have_text("Bij de plaats staat nu Zevenaar.")
    visitor.press("Zoek werkplekken")
    visitor.reads("km")
    assert "postcode=Zevenaar" in visitor.page.url


@WITH_JAVASCRIPT
@pytest.mark.parametrize("typed", ["tu", "zeve"])
def test_who_listens_hears_how_many_there_are_and_nothing_twice(
    somebody: Callable[..., Person], typed: str
) -> None:
    visitor = somebody()
    options = _type(visitor, typed).get_by_role("option")
    status = visitor.main.get_by_role("status")
    expect(status).to_have_text(
        re.compile(rf"^{options.count()} suggesties?\. Kies met de pijltjes\.$")
    )
    expect(status).to_have_class("visually-hidden")
    assert _words(visitor).get_attribute("aria-describedby") == "q-help"
    assert visitor.page.locator("[role=listbox]").count() == 1
    assert (
        visitor.page.locator("[aria-live] [role=option], [role=status] [role=option]").count() == 0
    )
    visitor.page.keyboard.press("Escape")
    expect(status).to_have_text("")


@ON_A_PHONE
@WITH_JAVASCRIPT
@pytest.mark.parametrize("path", ["/", "/werkplekken"])
def test_the_open_list_has_no_barriers(somebody: Callable[..., Person], path: str) -> None:
    visitor = somebody()
    suggestions = _type(visitor, "tu", path)
    visitor.page.keyboard.press("ArrowDown")
    assert problems_of(visitor.page) == []
    expect(suggestions).to_be_visible()
    for option in suggestions.get_by_role("option").all():
        box = option.bounding_box()
        assert box
        assert box["height"] >= 44


@AT_A_DESK
@WITH_JAVASCRIPT
@pytest.mark.parametrize("answer", [429, 500, None], ids=["too many", "fault", "no network"])
def test_without_an_answer_a_visitor_searches_all_the_same(
    somebody: Callable[..., Person], answer: int | None
) -> None:
    visitor, faults = somebody(), []
    page = visitor.page
    page.on("pageerror", lambda error: faults.append(str(error)))
    suggestions = _type(visitor, "tu")

    def refuse(route: Route) -> None:
        if answer is None:
            route.abort()
        else:
            route.fulfill(status=answer, body="<h1>Even wachten</h1>")

    page.route(_SUGGESTIONS, refuse)
    with page.expect_event("requestfinished" if answer else "requestfailed"):
        page.keyboard.type("i")
    expect(suggestions).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("met “tui”")
    assert faults == []


@AT_A_DESK
@WITH_JAVASCRIPT
def test_only_the_last_words_are_asked_for_and_an_older_answer_is_not_shown(
    somebody: Callable[..., Person],
) -> None:
    visitor, held = somebody(), []
    page = visitor.page

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/suggesties?q=tu&*", hold)
    visitor.open("/werkplekken")
    with page.expect_request(_SUGGESTIONS):
        _words(visitor).press_sequentially("tu", delay=20)
    _words(visitor).fill("koffie")
    expect(_list(visitor).get_by_role("option")).to_have_text(re.compile("Koffie branden"))
    (late,) = held
    late.fulfill(json={"suggesties": [], "melding": "te laat"})
    page.keyboard.press("ArrowDown")
    assert _active(page).startswith("Koffie branden")


@AT_A_DESK
@WITH_JAVASCRIPT
def test_of_the_client_of_a_consultant_nothing_is_asked(somebody: Callable[..., Person]) -> None:
    consultant = somebody()
    consultant.log_in("consulent.duiven@voorbeeldgemeente.example")
    asked: list[str] = []
    consultant.page.on("request", lambda request: asked.append(request.url))
    consultant.open("/consulent")
    consultant.fill({"Postcode of plaats van de inwoner": "6921AB"})
    _words(consultant).press_sequentially("koff")
    _list(consultant).get_by_role("option", name=re.compile("Koffie branden")).click()
    expect(consultant.page.get_by_role("heading", level=1)).to_contain_text("Koffie branden")
    assert any("/suggesties" in url for url in asked)
    assert not any("6921" in url for url in asked)


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_a_consultant_takes_a_place_while_asked_which_place_is_meant(
    somebody: Callable[..., Person],
) -> None:
    consultant = somebody()
    consultant.log_in("consulent.duiven@voorbeeldgemeente.example")
    consultant.open("/consulent")
    place = consultant.field("Postcode of plaats van de inwoner")
    place.fill("Bergen")
    consultant.press("Zoek werkplekken")
    consultant.reads("Welke plaats bedoel je?")
    _words(consultant).press_sequentially("zeve")
    _list(consultant).get_by_role("option", name="Zevenaar plaats").click()
    expect(place).to_have_value("Zevenaar")


@AT_A_DESK
@WITH_JAVASCRIPT
def test_a_very_long_text_breaks_nothing(somebody: Callable[..., Person]) -> None:
    visitor = somebody()
    suggestions = _type(visitor, "tuin")
    with visitor.page.expect_response(_SUGGESTIONS) as answer:
        _words(visitor).fill("tuin " * LONGEST)
    assert answer.value.ok
    expect(suggestions).to_be_hidden()


@ON_A_PHONE
@WITHOUT_JAVASCRIPT
def test_without_the_script_the_field_is_as_any_other(somebody: Callable[..., Person]) -> None:
    visitor = somebody()
    visitor.open("/werkplekken")
    visitor.main.get_by_role("searchbox", name="Wat wil je doen?").fill("koffie")
    visitor.press("Zoek werkplekken")
    assert "met “koffie”" in visitor.heading
