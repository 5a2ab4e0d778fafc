"""A consultant makes a list for a client, shares it, asks the providers, and notes the outcome."""

import re
from collections.abc import Callable

import pytest

from tests.support import keyboard
from tests.support.accessibility import problems_of
from tests.support.person import AT_A_DESK, ON_A_PHONE, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, Person
from tests.support.typist import Typist

_MIES, _KEES = (f"{name}@voorbeeldgemeente.example" for name in ("mies.samenkijk", "kees.kijkmee"))
_ASK, _SHARE = "Vraag of er plek is", "Deel het lijstje"


def _looked_at(person: Person) -> None:
    if person.has_javascript:
        assert problems_of(person.page) == []


def _make_list(consultant: Person, label: str) -> list[str]:
    """Search, tick two workplaces, and put them on a new list; return their titles."""
    consultant.open("/consulent")
    consultant.fill({"Postcode of plaats van de inwoner": "Elst, Overbetuwe"})
    consultant.press("Zoek werkplekken")
    consultant.main.get_by_role("button", name="Zet op een lijstje").click()
    consultant.reads("Vink eerst een of meer werkplekken aan in de zoekresultaten.")
    _looked_at(consultant)
    consultant.follow("Terug naar de werkplekken")
    boxes = consultant.main.get_by_role("checkbox", name="Kies ")
    titles = consultant.main.locator(".card-title").all_inner_texts()[:2]
    boxes.nth(0).check()
    boxes.nth(1).check()
    consultant.main.get_by_role("button", name="Zet op een lijstje").click()
    if consultant.main.get_by_label("Een nieuw lijstje").count():
        consultant.fill({"Een nieuw lijstje": True})
    consultant.press("Zet op het lijstje", status=422)
    consultant.reads("Geef het lijstje een kenmerk")
    _looked_at(consultant)
    consultant.fill({"Kenmerk van het nieuwe lijstje": label})
    consultant.press("Zet op het lijstje")
    consultant.reads("2 werkplekken staan nu op het lijstje.")
    return titles


def _note(consultant: Person, title: str) -> None:
    consultant.follow(title)
    consultant.fill({"Aantekening": "Alleen voor ons."})
    _looked_at(consultant)
    consultant.press("Bewaar")
    consultant.reads("Alleen voor ons.")


def _make_link(consultant: Person) -> str:
    """Make a link for the resident, or another one, and return it."""
    consultant.follow(_SHARE)
    _looked_at(consultant)
    consultant.main.get_by_role("button", name=re.compile("^Maak een( nieuwe)? link$")).click()
    _looked_at(consultant)
    return consultant.main.get_by_label("Kopieer deze link").input_value()


def _ask_one(colleague: Person) -> None:
    """Ask nobody, and then the first provider."""
    colleague.follow(_ASK)
    boxes = colleague.main.get_by_role("checkbox")
    for box in boxes.all():
        box.uncheck()
    colleague.press("Stuur de vraag", status=422)
    colleague.reads("Kies bij welke werkplekken je het wilt vragen.")
    _looked_at(colleague)
    boxes.first.check()
    colleague.press("Stuur de vraag")
    colleague.reads("De vraag is naar 1 werkgever gestuurd.")
    _looked_at(colleague)


def _end(consultant: Person, title: str) -> None:
    consultant.follow(title)
    consultant.fill({"Niet geplaatst": True})
    consultant.press("Bewaar", status=422)
    consultant.reads("Schrijf kort op waarom het niet doorging.")
    _looked_at(consultant)
    consultant.fill({"Waarom?": "Te ver."})
    consultant.press("Bewaar")
    consultant.reads("Te ver.")


@ON_A_PHONE
def test_a_list_is_made_shared_asked_about_and_ended(
    somebody: Callable[..., Person], *, javascript: bool
) -> None:
    label = f"Rustig {'met' if javascript else 'zonder'} script"
    consultant, resident = somebody("overbetuwe"), somebody("overbetuwe")
    consultant.log_in(_MIES)
    first, second = _make_list(consultant, label)
    _note(consultant, first)
    resident.page.goto(_make_link(consultant))
    for text in (first, second, "Waar is het?", "Adres"):
        resident.reads(text)
    for text in (label, "Alleen voor ons."):
        resident.does_not_read(text)
    _looked_at(resident)

    consultant.fill({"Kees Kijkmee": True})
    consultant.press("Deel met deze collega")
    colleague = somebody("overbetuwe")
    colleague.log_in(_KEES)
    colleague.open("/consulent/lijstjes")
    colleague.follow(label)
    _ask_one(colleague)

    consultant.open("/consulent/lijstjes")
    _looked_at(consultant)
    consultant.follow(label)
    consultant.reads("Gevraagd, nog geen antwoord")
    _end(consultant, second)
    consultant.follow("Wijzig of verwijder dit lijstje")
    _looked_at(consultant)
    consultant.press("Verwijder het lijstje")
    consultant.reads("Het lijstje is verwijderd.")
    resident.page.reload()
    resident.reads("Deze link werkt niet")
    _looked_at(resident)


def _go(person: Person, text: str, key: str, *, most: int = 200) -> None:
    """Go by keyboard from the top of the page to what has this text, and press a key there."""
    keyboard.start(person.page)
    keyboard.tab_to(person.page, text, most=most)
    person.page.keyboard.press(key)


@AT_A_DESK
@WITH_JAVASCRIPT
def test_a_list_is_made_and_shared_by_keyboard_alone(somebody: Callable[..., Person]) -> None:
    consultant = somebody("overbetuwe")
    consultant.log_in(_KEES)
    consultant.open("/consulent/lijstjes")
    _go(consultant, "Kenmerk", "End")
    consultant.page.keyboard.type("Met toetsen")
    consultant.page.keyboard.press("Enter")
    consultant.reads("Lijstje: Met toetsen")
    consultant.open("/consulent")
    _go(consultant, "Postcode of plaats van de inwoner", "End")
    consultant.page.keyboard.type("Elst, Overbetuwe")
    consultant.page.keyboard.press("Enter")
    consultant.main.locator(".card-title").first.wait_for()
    _go(consultant, "Kies ", "Space")
    keyboard.tab_to(consultant.page, "Zet op een lijstje", most=200)
    consultant.page.keyboard.press("Enter")
    consultant.reads("Op welk lijstje?")
    _go(consultant, "Met toetsen", "Space")
    keyboard.tab_to(consultant.page, "Zet op het lijstje")
    consultant.page.keyboard.press("Enter")
    consultant.reads("Lijstje: Met toetsen")
    _go(consultant, _SHARE, "Enter")
    consultant.reads("Met de inwoner")
    _go(consultant, "Maak een link", "Enter")
    consultant.reads("De link is klaar")


@AT_A_DESK
@WITHOUT_JAVASCRIPT
def test_the_list_on_paper_is_that_of_the_resident(somebody: Callable[..., Person]) -> None:
    consultant = somebody("duiven")
    consultant.log_in("consulent.duiven@voorbeeldgemeente.example")
    consultant.open("/consulent/lijstjes")
    consultant.follow("Buiten, rustige plek")
    consultant.reads("Eerste keus.")
    consultant.follow("Druk af voor de inwoner")
    consultant.reads("Dieren verzorgen op de kinderboerderij")
    consultant.does_not_read("Eerste keus.")
    consultant.does_not_read("Buiten, rustige plek")


@pytest.mark.parametrize(("code", "javascript"), [("en", True), ("ar", True), ("ar", False)])
@ON_A_PHONE
def test_a_resident_reads_the_list_by_keyboard_in_their_own_language(
    somebody: Callable[..., Person], typist: Callable[..., Typist], code: str
) -> None:
    consultant, resident = somebody(), typist(code=code)
    consultant.log_in("consulent.duiven@voorbeeldgemeente.example")
    consultant.open("/consulent/lijstjes")
    consultant.follow("Buiten, rustige plek")
    link = _make_link(consultant)
    resident.visit(link.replace("/inwoners/", f"/{code}/inwoners/"))
    assert resident.heading == resident.says("Werkplekken om samen te bekijken")
    resident.reads(resident.says("Waar is het?"))
    resident.prints("Druk af in grote letters")
    resident.enter(resident.named("link", "Meld je aan").first)
    assert f"/{code}/inwoners/aanmelden?werkplek=" in resident.page.url
    resident.visit(f"{link}x".replace("/inwoners/", f"/{code}/inwoners/"))
    assert resident.heading == resident.says("Deze link werkt niet")
