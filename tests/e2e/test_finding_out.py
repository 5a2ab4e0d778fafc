"""Somebody in doubt finds out whether this is something for them, on a phone and at a desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.person import ON_A_PHONE, WITH_JAVASCRIPT, Person
from tests.support.typist import Typist

_PATH = "/inwoners/iets-voor-mij"
_GO_ON = "Ga verder"
_OLD_ENOUGH, _WANTS = "Ik ben oud genoeg, en nog niet met pensioen", "Ja, dat wil ik"


def _answer(resident: Person, *answers: str) -> None:
    for answer in answers:
        resident.fill({answer: True})
        resident.press(_GO_ON)


def test_a_resident_answers_goes_back_and_reads_that_it_likely_fits(
    somebody: Callable[..., Person],
) -> None:
    resident = somebody()
    resident.open("/inwoners")
    resident.follow("Is dit iets voor mij?")
    _answer(resident, "Ik ben oud genoeg, en nog niet met pensioen", "Ja, dat wil ik")
    resident.press("Terug naar de vorige vraag")
    expect(resident.field("Ja, dat wil ik")).to_be_checked()
    resident.press(_GO_ON)
    _answer(resident, "Nee, ik heb er hulp bij nodig", "Werk doen waar een ander iets aan heeft")
    assert resident.heading == "Dit past waarschijnlijk bij je"
    resident.page.go_back()
    resident.reads("Wat wil je het liefst?")
    resident.page.go_forward()
    assert resident.heading == "Dit past waarschijnlijk bij je"
    resident.press("Verander hulp")
    expect(resident.field("Nee, ik heb er hulp bij nodig")).to_be_checked()
    _answer(resident, "Ja, een betaalde baan lukt mij")
    resident.reads("Betaald werk")
    assert resident.page.url.endswith(_PATH)
    assert resident.page.context.cookies() == []


@ON_A_PHONE
@WITH_JAVASCRIPT
@pytest.mark.parametrize("code", ["nl", "en", "ar"])
def test_each_advice_is_without_barriers_in_each_language(
    typist: Callable[..., Typist], code: str
) -> None:
    resident = typist(code=code)
    for way in (
        ["Ik ben jonger"],
        [_OLD_ENOUGH, _WANTS, "Een baan lukt nu niet. Vrijwilligerswerk lukt mij wel"],
        [_OLD_ENOUGH, _WANTS, "Ja, een betaalde baan lukt mij"],
        [
            _OLD_ENOUGH,
            _WANTS,
            "Nee, ik heb er hulp bij nodig",
            "Werk doen waar een ander iets aan heeft",
        ],
        [_OLD_ENOUGH, "Nee, nu niet"],
    ):
        resident.open(_PATH)
        _answer(resident, *way)
