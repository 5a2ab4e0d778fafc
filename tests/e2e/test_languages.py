"""A resident who reads no Dutch goes the whole way in a language of their own."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support import keyboard
from tests.support.mailbox import mails_to, wait_for_link
from tests.support.person import ON_A_PHONE, WITH_JAVASCRIPT, Person
from tests.support.reader import Reader
from tests.support.resident_signup import NEXT, SEND, WITHDRAW
from tests.support.running_site import RunningSite
from webapp.languages import catalogues

IN_EACH_LANGUAGE = pytest.mark.parametrize(
    "code", [language.code for language in catalogues.offered() if not language.is_source]
)


def _looks_around(reader: Reader) -> None:
    """Do the check, pick work, and look at a workplace."""
    reader.open("/")
    reader.open("/inwoners")
    reader.follow("Is dit iets voor mij?")
    reader.fill({"age": "working"})
    reader.press("Ga verder")
    reader.open("/inwoners/wat-vind-ik-leuk")
    reader.fill({"kinds": True})
    reader.press("Laat zien wat bij me past")
    reader.open("/werkplekken")
    reader.person.main.locator(".card-title a").first.click()
    reader.looks()


def _signs_up(reader: Reader, email: str) -> None:
    """Fill in the questions, twice with something missing."""
    reader.follow("Meld je aan")
    reader.follow("Begin met je aanmelding")
    reader.press(NEXT, status=422)
    assert reader.person.page.title().startswith(reader.says("Fout:"))
    reader.fill({"filled_in_by": "self"})
    reader.press(NEXT)
    reader.fill({"meets_age_condition": "yes"})
    for _step in ("condition", "work", "time", "needs"):
        reader.press(NEXT)
    reader.press(NEXT, status=422)
    reader.person.reads(reader.says("Vul je naam in."))
    reader.fill({"name": "Toos Taal", "residence": "6921", "email": email})
    reader.press(NEXT)
    reader.press(SEND)
    assert reader.person.heading == reader.says("Je aanmelding is verstuurd")


@IN_EACH_LANGUAGE
@ON_A_PHONE
def test_a_resident_goes_the_whole_way(
    somebody: Callable[..., Person], site: RunningSite, code: str, *, javascript: bool
) -> None:
    email = f"{code}.{'met' if javascript else 'zonder'}@inwoner.example"
    reader = Reader(somebody(), code)
    _looks_around(reader)
    _signs_up(reader, email)
    link = wait_for_link(site, email, f"/{code}/inwoners/aanmelding/")
    assert reader.says("Hallo,") in mails_to(site, email)[0]
    reader.person.page.goto(link)
    reader.looks()
    reader.person.reads("Toos Taal")
    reader.follow("Stop mijn aanmelding")
    reader.press(WITHDRAW)


@pytest.mark.parametrize("code", ["en", "ar"])
@ON_A_PHONE
@WITH_JAVASCRIPT
def test_a_resident_changes_the_language_and_goes_on_by_keyboard(
    somebody: Callable[..., Person], code: str
) -> None:
    reader = Reader(somebody(), code)
    page = reader.person.page
    reader.person.open("/inwoners/aanmelden")
    keyboard.start(page)
    keyboard.tab_to(page, catalogues.find(code).name)
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", code)
    keyboard.start(page)
    keyboard.tab_to(page, reader.says("Begin met je aanmelding"))
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    keyboard.start(page)
    keyboard.tab_to(page, reader.says("Ik vul het in voor mezelf"))
    page.keyboard.press("Space")
    keyboard.tab_to(page, reader.says(NEXT))
    page.keyboard.press("Enter")
    reader.looks()
