"""Residents sign up in each of the four ways, on a phone, by keyboard alone, to the very end."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.mailbox import wait_for_link
from tests.support.person import ON_A_PHONE
from tests.support.resident_signup import NEXT, SEND, WITHDRAW
from tests.support.running_site import RunningSite
from tests.support.typist import Typist
from webapp.registrations.labels import FILLED_IN_BY
from webapp.registrations.models import FilledInBy

_WAYS = pytest.mark.parametrize(
    ("who", "code", "javascript"),
    [
        pytest.param(FilledInBy.SELF, "nl", True, id="self-nl-js"),
        pytest.param(FilledInBy.SELF, "en", True, id="self-en-js"),
        pytest.param(FilledInBy.SELF, "ar", True, id="self-ar-js"),
        pytest.param(FilledInBy.SELF, "ar", False, id="self-ar-no-js"),
        pytest.param(FilledInBy.EMPLOYER, "nl", False, id="employer-nl-no-js"),
        pytest.param(FilledInBy.CONSULTANT, "en", False, id="consultant-en-no-js"),
        pytest.param(FilledInBy.OTHER, "nl", True, id="other-nl-js"),
    ],
    indirect=["javascript"],
)


@ON_A_PHONE
@_WAYS
def test_a_resident_signs_up_corrects_it_and_stops(
    typist: Callable[..., Typist], site: RunningSite, who: FilledInBy, code: str
) -> None:
    resident, email = typist(code=code), f"{who}.{code}@toetsen.example"
    # Who helps somebody gives no address for mail, so that the link stands on the page.
    reached = (
        {"Telefoonnummer": "06 12345678"} if who is FilledInBy.OTHER else {"E-mailadres": email}
    )
    resident.open("/inwoners/aanmelden")
    resident.follow("Begin met je aanmelding")
    _tells_for_whom(resident, who)
    _tells_of_the_age(resident)
    resident.fill({"Dieren": True, "Wil je er iets over vertellen?": "Ik ben graag buiten."})
    resident.press(NEXT)
    resident.fill({"maandag": True, "ochtend": True})
    resident.press(NEXT)
    resident.fill({"Vaker een pauze": True})
    resident.press(NEXT)
    resident.press(NEXT, status=422)
    resident.mends_the_first_mistake()
    resident.fill({"Je naam": "Toos Toetsen", **reached, "Je postcode of woonplaats": "6921ab"})
    resident.press(NEXT)
    _changes_the_work(resident)
    resident.press(SEND)
    assert resident.heading == resident.says("Je aanmelding is verstuurd")
    _comes_back(resident, _private_link(resident, site, email))


def _tells_for_whom(resident: Typist, who: FilledInBy) -> None:
    resident.press(NEXT, status=422)
    resident.mends_the_first_mistake()
    resident.fill({FILLED_IN_BY[who]: True})
    if who is not FilledInBy.SELF:
        resident.fill({"Jouw eigen naam": "Bo Bijstand"})
    resident.press(NEXT)
    if who is FilledInBy.CONSULTANT:
        resident.press(NEXT, status=422)
        resident.mends_the_first_mistake()
        resident.fill({"Met wie heb je de aanmelding afgesproken?": "Toos zelf"})
        resident.press(NEXT)


def _tells_of_the_age(resident: Typist) -> None:
    """Say at first that the condition is not met."""
    resident.press(NEXT, status=422)
    resident.mends_the_first_mistake()
    resident.fill({"Nee, of ik weet het niet": True})
    resident.press(NEXT)
    assert resident.heading == resident.says("We kijken graag met je mee")
    resident.follow("Terug naar de vraag")
    resident.fill({"Ja, dit klopt": True})
    resident.press(NEXT)


def _changes_the_work(resident: Typist) -> None:
    resident.enter(resident.main.locator("a[href$='/aanmelden/werk']").first)
    resident.fill({"Hout": True})
    resident.press(NEXT)
    assert resident.heading == resident.says("Klopt alles?")
    resident.reads("Hout")


def _private_link(resident: Typist, site: RunningSite, email: str) -> str:
    """Return the link out of the mail, or off the page; only there it can be hidden."""
    shown = resident.main.locator("a[href*='/inwoners/aanmelding/']")
    if not shown.count():
        return wait_for_link(site, email, "/inwoners/aanmelding/")
    link = shown.inner_text()
    resident.press("Ik heb de link bewaard")
    return link


def _comes_back(resident: Typist, link: str) -> None:
    """Correct the name, once in vain, and stop."""
    resident.visit(link)
    resident.follow("Verbeter mijn contactgegevens")
    resident.fill({"Je naam": ""})
    resident.press("Bewaar mijn contactgegevens", status=422)
    resident.mends_the_first_mistake()
    resident.fill({"Je naam": "Toos Toetsenbord"})
    resident.press("Bewaar mijn contactgegevens")
    resident.reads("Je contactgegevens zijn verbeterd.")
    resident.reads("Toos Toetsenbord")
    resident.follow("Stop mijn aanmelding")
    resident.press(WITHDRAW)
    expect(resident.page).to_have_url(re.compile("/gestopt$"))
