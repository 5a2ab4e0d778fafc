"""A consultant does the day's work on a phone by keyboard alone, with and without JavaScript.

With JavaScript each page on the way is looked at for barriers (`Typist.arrives`).
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.support.browser_signup import sign_up
from tests.support.person import ON_A_PHONE, Person
from tests.support.typist import Typist
from webapp.core import clock

_CONSULTANT = "consulent.arnhem@voorbeeldgemeente.example"
_STEPS = {
    "We doen een intake": "Intake",
    "De oriëntatie is begonnen": "Oriëntatie",
    "Er is een advies": "Advies",
    "Er is een werkplek: het traject begint": "Traject",
    "Het traject is afgerond": "Afgerond",
}


@pytest.fixture
def consultant(typist: Callable[..., Typist]) -> Typist:
    person = typist("arnhem")
    person.log_in(_CONSULTANT)
    return person


def _opens_the_registration_of(
    consultant: Typist, resident: Person, first_name: str, *, javascript: bool
) -> None:
    """Let somebody sign up, and find them among those that are new."""
    name = f"{first_name} {'Metsma' if javascript else 'Zondersma'}"
    sign_up(resident, name, f"{name.replace(' ', '.')}@inwoner.example", "6811 AB")
    consultant.open("/consulent/aanmeldingen")
    consultant.follow("Aangemeld")
    consultant.follow(name)


@ON_A_PHONE
def test_a_registration_is_taken_and_followed_to_its_end(
    consultant: Typist, somebody: Callable[..., Person], *, javascript: bool
) -> None:
    _opens_the_registration_of(consultant, somebody("arnhem"), "Gijs", javascript=javascript)
    consultant.press("Ik volg deze aanmelding")
    consultant.follow("Noteer dat je contact zocht")
    consultant.press("Bewaar", status=422)
    consultant.mends_the_first_mistake()
    consultant.fill({"Gebeld": True, "We spraken elkaar": True})
    consultant.press("Bewaar")
    consultant.reads("Gebeld: we spraken elkaar")
    consultant.follow("Plan een intake")
    consultant.press("Bewaar de intake", status=422)
    consultant.mends_the_first_mistake()
    day = clock.today() + timedelta(days=9)
    consultant.fill({"Op welke dag?": day, "Hoe laat?": "1430", "Waar?": "Gemeentehuis"})
    consultant.press("Bewaar de intake")
    for step, status in _STEPS.items():
        if status != "Intake" or consultant.named("button", step).count():
            consultant.press(step)
            consultant.reads(f"De aanmelding staat nu op “{status}”.")


@ON_A_PHONE
def test_a_registration_is_given_away_stopped_opened_again_and_handed_over(
    consultant: Typist, somebody: Callable[..., Person], *, javascript: bool
) -> None:
    _opens_the_registration_of(consultant, somebody("arnhem"), "Loes", javascript=javascript)
    consultant.unfold("Geef aan een collega")
    consultant.press("Geef de aanmelding aan deze collega")
    consultant.reads("Aysel Nakijk volgt deze aanmelding.")
    consultant.follow("Stop met deze aanmelding")
    consultant.press("Stop met deze aanmelding", status=422)
    consultant.mends_the_first_mistake()
    consultant.fill({"De inwoner wil niet meer": True})
    consultant.press("Stop met deze aanmelding")
    consultant.reads("De aanmelding staat nu op “Gestopt”.")
    consultant.press("Zet terug op")
    consultant.follow("Draag over aan een andere gemeente")
    consultant.press("Draag de aanmelding over", status=422)
    consultant.mends_the_first_mistake()
    consultant.fill(
        {
            "In welke gemeente woont de inwoner?": "Renkum",
            "Ik heb dit met de inwoner besproken": True,
        }
    )
    consultant.press("Draag de aanmelding over")
    consultant.reads("De gemeente Renkum gaat verder")


@ON_A_PHONE
def test_a_search_is_mended_saved_changed_done_again_shared_and_forgotten(
    consultant: Typist, *, javascript: bool
) -> None:
    where, name = "Postcode of plaats van de inwoner", f"Rustig {javascript}"
    consultant.open("/consulent")
    consultant.fill({where: "Nergenshuizen"})
    consultant.press("Zoek werkplekken", status=422)
    consultant.mends_the_first_mistake()
    consultant.fill({where: "Elst"})
    consultant.press("Zoek werkplekken", status=422)
    consultant.enter(consultant.main.locator("#plaatsen button").first)
    consultant.unfold("Filters en volgorde")
    consultant.fill({"Volgorde": "Op naam"})
    consultant.press("Filters toepassen")
    consultant.press("Deel deze lijst")
    consultant.follow("Terug naar de lijst")
    consultant.follow("Bekijk op de kaart")
    consultant.follow("Terug naar de lijst met filters")
    consultant.follow("Bewaar deze zoekopdracht")
    consultant.press("Bewaar de zoekopdracht", status=422)
    consultant.mends_the_first_mistake()
    consultant.fill({"Naam van de zoekopdracht": "Rust", "Nooit": True})
    consultant.press("Bewaar de zoekopdracht")
    consultant.open("/consulent/zoekopdrachten")
    consultant.follow("Rust")
    _changes_and_removes(consultant, name)
    consultant.open("/consulent")
    consultant.enter(consultant.named("button", "Wis nu").first)
    consultant.reads("De zoekopdracht is gewist.")


def _changes_and_removes(consultant: Typist, name: str) -> None:
    consultant.fill({"Naam van de zoekopdracht": ""})
    consultant.press("Bewaar de zoekopdracht", status=422)
    consultant.mends_the_first_mistake()
    consultant.fill({"Naam van de zoekopdracht": name})
    consultant.press("Bewaar de zoekopdracht")
    consultant.open("/consulent/zoekopdrachten")
    consultant.press(f"Zoek opnieuw {name}")
    consultant.open("/consulent/zoekopdrachten")
    consultant.follow(name)
    consultant.press("Verwijder de zoekopdracht")
    consultant.reads("De zoekopdracht is verwijderd.")
