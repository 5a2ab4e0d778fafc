"""Residents walk each of their ways on a phone by keyboard alone, in three languages.

With JavaScript each page on the way is looked at for barriers (`Typist.arrives`).
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.mailbox import wait_for_mail
from tests.support.person import ON_A_PHONE
from tests.support.running_site import RunningSite
from tests.support.typist import Typist

_WITH_AND_WITHOUT_JAVASCRIPT = pytest.mark.parametrize(
    ("code", "javascript"),
    [
        pytest.param("nl", True, id="nl-js"),
        pytest.param("en", True, id="en-js"),
        pytest.param("ar", True, id="ar-js"),
        pytest.param("nl", False, id="nl-no-js"),
        pytest.param("en", False, id="en-no-js"),
        pytest.param("ar", False, id="ar-no-js"),
    ],
    indirect=["javascript"],
)


@ON_A_PHONE
@_WITH_AND_WITHOUT_JAVASCRIPT
def test_who_doubts_finds_out_goes_back_and_changes_an_answer(
    typist: Callable[..., Typist], code: str
) -> None:
    resident = typist(code=code)
    resident.open("/inwoners")
    resident.follow("Is dit iets voor mij?")
    resident.press("Ga verder", status=422)
    resident.mends_the_first_mistake()
    for answer in ("Ik ben oud genoeg, en nog niet met pensioen", "Ja, dat wil ik"):
        resident.fill({answer: True})
        resident.press("Ga verder")
    resident.press("Terug naar de vorige vraag")
    expect(resident.field("Ja, dat wil ik")).to_be_checked()
    resident.press("Ga verder")
    for answer in ("Nee, ik heb er hulp bij nodig", "Werk doen waar een ander iets aan heeft"):
        resident.fill({answer: True})
        resident.press("Ga verder")
    assert resident.heading == resident.says("Dit past waarschijnlijk bij je")
    resident.press(f"{resident.says('Verander')} {resident.says('Hulp').lower()}")
    resident.fill({"Ja, een betaalde baan lukt mij": True})
    resident.press("Ga verder")
    resident.reads("Betaald werk")


@ON_A_PHONE
@_WITH_AND_WITHOUT_JAVASCRIPT
def test_who_likes_something_picks_pictures_and_takes_them_along(
    typist: Callable[..., Typist], code: str
) -> None:
    resident, show, where = (
        typist(code=code),
        "Laat zien wat bij me past",
        "Wat is je postcode of woonplaats?",
    )
    resident.open("/inwoners/wat-vind-ik-leuk")
    resident.press(show, status=422)
    resident.mends_the_first_mistake()
    resident.fill({"Werken met hout": True, where: "Nergenshuizen"})
    resident.press(show, status=422)
    resident.mends_the_first_mistake()
    resident.fill({where: "Elst"})
    resident.press(show, status=422)
    resident.enter(resident.main.locator("button[name=where]").first, status=200)
    resident.press("Verander mijn keuze")
    expect(resident.field("Werken met hout")).to_be_checked()
    resident.fill({"Dieren verzorgen": True, where: "6921"})
    resident.press(show, status=200)
    assert resident.heading == resident.says("Dit past bij wat je leuk vindt")
    resident.prints("Druk deze lijst af")
    resident.follow("Meld je aan met deze keuze")
    resident.follow("Open het formulier om af te drukken")
    resident.prints("Druk het formulier af")


@ON_A_PHONE
@_WITH_AND_WITHOUT_JAVASCRIPT
def test_who_looks_around_searches_narrows_and_opens_a_workplace(
    typist: Callable[..., Typist], code: str
) -> None:
    resident, search = typist(code=code), "Zoek werkplekken"
    resident.open("/werkplekken")
    resident.fill({"Postcode of plaats": "Nergenshuizen"})
    resident.press(search, status=422)
    resident.mends_the_first_mistake()
    resident.fill({"Postcode of plaats": "6921", "Wat wil je doen?": "zzzzz"})
    resident.press(search)
    resident.reads("We vonden niets")
    resident.fill({"Wat wil je doen?": "tuin", "Waar?": "Binnen een afstand"})
    resident.press(search)
    resident.unfold("Filters en volgorde")
    resident.fill({"Volgorde": "Op naam"})
    resident.unfold("Trede op de ladder")
    resident.put(resident.main.locator("input[name=trede]").first, answer=True)
    resident.press("Filters toepassen")
    resident.follow("Verwijder filter:")
    title = resident.main.locator(".card-title a").first.inner_text()
    resident.enter(resident.main.locator(".card-title a").first)
    assert resident.heading == title
    resident.prints("Druk deze pagina af")
    resident.follow("Meld je aan")
    resident.reads(title)


@ON_A_PHONE
@_WITH_AND_WITHOUT_JAVASCRIPT
def test_who_saves_workplaces_prints_mails_and_forgets_them(
    typist: Callable[..., Typist], site: RunningSite, code: str, *, javascript: bool
) -> None:
    resident = typist(code=code)
    resident.open("/bewaarde-werkplekken")
    first, second = _save(resident, 0), _save(resident, 1)
    resident.prints("Druk af in grote letters")
    resident.follow(second)
    resident.follow("Bewaar deze werkplek")
    resident.follow("Bekijk mijn lijst")
    resident.follow("Mail deze lijst")
    resident.press("Mail de lijst", status=422)
    resident.mends_the_first_mistake()
    address = f"lijst.{code}.{javascript}@bewaarder.example".lower()
    resident.fill({"Naar welk e-mailadres?": address})
    resident.press("Mail de lijst")
    resident.reads("De lijst is onderweg. Kijk straks in de mail.")
    assert first in wait_for_mail(site, address, second)
    resident.press(f"{resident.says('Haal weg')} {second}")
    resident.does_not_read(second)
    resident.press("Vergeet mijn hele lijst")
    expect(resident.main.locator(".card")).to_have_count(0)


def _save(resident: Typist, number: int) -> str:
    """Save one of the workplaces of the list; return its title."""
    resident.open("/werkplekken?sorteer=naam")
    resident.enter(resident.main.locator(".card-title a").nth(number))
    title = resident.heading
    resident.follow("Bewaar deze werkplek")
    resident.press("Ja, bewaar op dit apparaat")
    return title
