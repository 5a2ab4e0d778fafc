"""A page is read aloud by the browser's own voice, which here writes down what it must say."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.support import keyboard
from tests.support.person import ON_A_PHONE, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, Person
from tests.support.tour import look

# A browser without a voice and one with: the latter says one sentence each time it is asked to.
_NO_VOICE = "delete Window.prototype.speechSynthesis; delete window.speechSynthesis;"
_VOICE = """
  window.said = [];
  window.languages = [];
  let asked;
  window.sayOne = () => {
    const own = asked;
    own.onstart();
    window.said.push(own.text);
    window.languages.push(own.lang);
    own.onend();
  };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [],
    speak: (utterance) => { asked = utterance; },
    cancel: () => { const own = asked; asked = undefined; own?.onerror?.(); },
  } });
"""
_PATH = "/inwoners/iets-voor-mij"


@pytest.fixture
def listener(somebody: Callable[..., Person]) -> Person:
    person = somebody()
    person.page.add_init_script(_VOICE)
    person.open(_PATH)
    return person


def _buttons(person: Person) -> Locator:
    return person.main.locator("[data-read-aloud]")


def _says(person: Person, count: int) -> list[str]:
    """Let the voice say so many sentences; return all that it said so far."""
    for _sentence in range(count):
        person.page.evaluate("sayOne()")
    return list(person.page.evaluate("said"))


@WITH_JAVASCRIPT
def test_a_page_is_read_in_dutch_from_the_heading_on(listener: Person) -> None:
    listener.press("Lees voor")
    expect(_buttons(listener).get_by_role("status")).to_have_text("Ik lees voor.")
    said = _says(listener, 4)
    assert said[:3] == ["Vraag 1 van 4", "Is Activerend Werk iets voor mij?", said[2]]
    assert said[2] == "Je krijgt een paar korte vragen."
    assert set(listener.page.evaluate("languages")) == {"nl-NL"}
    expect(listener.main.locator(".is-read")).to_contain_text("We bewaren niets")


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_a_translated_page_is_read_in_its_language_and_what_is_dutch_in_dutch(
    listener: Person,
) -> None:
    listener.open("/ar/werkplekken")
    title = listener.main.locator(".card-title a").first
    listener.open(str(title.get_attribute("href")))
    heading = listener.heading
    listener.main.locator("a[href*='/bewaar/']").first.click()
    expect(_buttons(listener)).to_be_visible()
    _buttons(listener).get_by_role("button").first.click()
    while _buttons(listener).get_attribute("data-state") == "reading":
        _says(listener, 1)
    languages = dict(zip(_says(listener, 0), listener.page.evaluate("languages"), strict=True))
    assert languages.pop(heading) == "nl-NL"
    assert set(languages.values()) == {"ar"}


@WITH_JAVASCRIPT
def test_who_pauses_goes_on_with_the_same_sentence(listener: Person) -> None:
    listener.press("Lees voor")
    _says(listener, 2)
    listener.press("Pauze")
    expect(_buttons(listener).get_by_role("status")).to_have_text("Even pauze.")
    listener.press("Lees verder")
    assert _says(listener, 1)[2] == "Je krijgt een paar korte vragen."


@WITH_JAVASCRIPT
def test_who_stops_begins_anew_and_keeps_the_focus(listener: Person) -> None:
    listener.press("Lees voor")
    _says(listener, 2)
    listener.press("Stop met voorlezen")
    expect(_buttons(listener).get_by_role("status")).to_have_text("Gestopt met voorlezen.")
    expect(_buttons(listener).get_by_role("button")).to_have_text(["Lees voor"])
    expect(_buttons(listener).get_by_role("button")).to_be_focused()
    listener.press("Lees voor")
    assert _says(listener, 1)[2] == "Vraag 1 van 4"


@WITH_JAVASCRIPT
def test_all_answers_are_read_and_at_the_end_it_is_said(listener: Person) -> None:
    listener.press("Lees voor")
    while _buttons(listener).get_attribute("data-state") == "reading":
        _says(listener, 1)
    said = _says(listener, 0)
    for words in ("Ik ben jonger", "Ik weet het niet", "Ga verder"):
        assert said.count(words) == 1
    assert "Lees voor" not in said
    expect(_buttons(listener).get_by_role("status")).to_have_text("Klaar met voorlezen.")


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_it_is_done_by_keyboard_and_raises_no_barriers(listener: Person) -> None:
    keyboard.start(listener.page)
    keyboard.tab_to(listener.page, "Lees voor")
    listener.page.keyboard.press("Enter")
    _says(listener, 1)
    look(listener)
    listener.page.keyboard.press("Enter")
    expect(_buttons(listener).get_by_role("status")).to_have_text("Even pauze.")
    keyboard.tab_to(listener.page, "Stop met voorlezen")
    listener.page.keyboard.press("Space")
    expect(_buttons(listener).get_by_role("status")).to_have_text("Gestopt met voorlezen.")


@WITH_JAVASCRIPT
@ON_A_PHONE
def test_a_browser_that_cannot_speak_shows_no_button(somebody: Callable[..., Person]) -> None:
    person = somebody()
    person.page.add_init_script(_NO_VOICE)
    person.open(_PATH)
    expect(_buttons(person)).to_be_hidden()


@WITHOUT_JAVASCRIPT
@ON_A_PHONE
def test_without_javascript_there_is_no_button(somebody: Callable[..., Person]) -> None:
    person = somebody()
    person.open(_PATH)
    expect(_buttons(person)).to_be_hidden()


@WITH_JAVASCRIPT
@ON_A_PHONE
def test_a_browser_without_any_voice_says_that_it_does_not_work(
    somebody: Callable[..., Person],
) -> None:
    person = somebody()
    person.page.add_init_script(_VOICE)
    person.open(_PATH)
    person.press("Lees voor")
    failed = "Voorlezen lukt niet op dit apparaat."
    expect(_buttons(person).get_by_role("status")).to_have_text(failed, timeout=10_000)


@WITH_JAVASCRIPT
@ON_A_PHONE
@pytest.mark.parametrize(
    "path", ["/inwoners", "/inwoners/aanmelden", "/inwoners/wat-vind-ik-leuk", "/privacy"]
)
def test_residents_find_the_button_on_their_pages(
    somebody: Callable[..., Person], path: str
) -> None:
    person = somebody()
    person.page.add_init_script(_VOICE)
    person.open(path)
    expect(_buttons(person).get_by_role("button", name="Lees voor")).to_be_visible()
