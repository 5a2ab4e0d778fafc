"""A resident adds or asks something behind the private link, and the municipality answers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support import keyboard
from tests.support.accessibility import problems_of
from tests.support.mailbox import mails_to, wait_for_link, wait_for_mail
from tests.support.person import ON_A_PHONE, WITH_JAVASCRIPT, Person
from tests.support.resident_signup import NEXT, SEND, WITHDRAW
from tests.support.running_site import RunningSite
from webapp.languages import catalogues

STAFF = "hugo.tweepet@voorbeeldgemeente.example"
PRIVATE = "/inwoners/aanmelding/"
WRITE = "Verstuur je bericht"
ASKED = "Mag ik iemand meenemen?"
ANSWERED = "Ja, dat mag. Tot dinsdag!"


def _says(code: str, text: str) -> str:
    return catalogues.translations(code).gettext(text)


def _sign_up(resident: Person, code: str, email: str) -> None:
    def press(text: str) -> None:
        resident.press(_says(code, text))

    resident.open(f"{'' if code == 'nl' else f'/{code}'}/inwoners/aanmelden")
    resident.follow(_says(code, "Begin met je aanmelding"))
    resident.main.locator("[name=filled_in_by][value=self]").check()
    press(NEXT)
    resident.main.locator("[name=meets_age_condition][value=yes]").check()
    for _step in ("condition", "work", "time", "needs"):
        press(NEXT)
    for name, value in (("name", "Toos Bericht"), ("residence", "6931"), ("email", email)):
        resident.main.locator(f"[name={name}]").fill(value)
    press(NEXT)
    press(SEND)


def _look(person: Person, code: str = "nl") -> None:
    expect(person.page.locator("html")).to_have_attribute("lang", code)
    if person.has_javascript:
        assert problems_of(person.page) == []


def _opened_by_staff(somebody: Callable[..., Person], site: RunningSite) -> Person:
    """Come in by the mail, which says nothing of the resident, and open what is new."""
    mail = wait_for_mail(site, STAFF, "nieuw bericht bij een aanmelding")
    assert ASKED not in mail
    assert "Toos" not in mail
    staff = somebody("westervoort")
    staff.log_in(STAFF)
    staff.page.goto(wait_for_link(site, STAFF, "/consulent/aanmeldingen/"))
    return staff


def _ask(resident: Person, code: str) -> None:
    """Press too soon, and then write."""
    resident.press(_says(code, WRITE), status=422)
    resident.reads(_says(code, "Schrijf eerst je bericht."))
    _look(resident, code)
    resident.main.locator("[name=text]").fill(ASKED)
    resident.press(_says(code, WRITE))
    expect(resident.page.locator("body")).to_contain_text(
        _says(code, "Je bericht is verstuurd. De gemeente leest het.")
    )
    resident.reads(ASKED)
    _look(resident, code)


def _answer(staff: Person, email: str) -> None:
    """Find what is new, and answer it."""
    staff.open("/consulent/aanmeldingen?status=nieuw-bericht")
    _look(staff)
    staff.main.locator("h2 a").first.click()
    staff.reads(email)
    staff.reads("Nieuw bericht")
    _look(staff)
    staff.press(WRITE, status=422)
    _look(staff)
    staff.fill({"Je bericht aan de inwoner": ANSWERED})
    staff.press(WRITE)
    staff.reads("Nog niet bekeken via de link.")
    staff.does_not_read("Nieuw bericht")


@pytest.mark.parametrize("code", ["nl", "en", "ar"])
@ON_A_PHONE
def test_a_resident_asks_and_reads_the_answer(
    somebody: Callable[..., Person], site: RunningSite, code: str, *, javascript: bool
) -> None:
    email = f"bericht.{code}.{'met' if javascript else 'zonder'}@inwoner.example"
    resident = somebody("westervoort")
    _sign_up(resident, code, email)
    resident.page.goto(wait_for_link(site, email, PRIVATE))
    _ask(resident, code)
    staff = _opened_by_staff(somebody, site)
    _answer(staff, email)

    mail = wait_for_mail(site, email, _says(code, "Er staat een bericht voor je klaar"))
    assert ANSWERED not in "".join(mails_to(site, email))
    resident.page.goto(next(word for word in mail.split() if PRIVATE in word))
    resident.reads(ANSWERED)
    _look(resident, code)
    staff.page.reload()
    staff.reads("Bekeken via de link op")
    staff.follow("Schrijf de inwoner een bericht")
    _look(staff)
    resident.follow(_says(code, "Stop mijn aanmelding"))
    resident.press(_says(code, WITHDRAW))


@pytest.mark.parametrize("code", ["nl", "ar"])
@ON_A_PHONE
@WITH_JAVASCRIPT
def test_a_resident_writes_by_keyboard_until_the_day_is_full(
    somebody: Callable[..., Person], site: RunningSite, code: str
) -> None:
    resident, email = somebody("westervoort"), f"toetsen.{code}@inwoner.example"
    page = resident.page
    _sign_up(resident, code, email)
    page.goto(wait_for_link(site, email, PRIVATE))
    for number in range(5):
        keyboard.start(page)
        keyboard.tab_to(page, _says(code, "Wat wil je zeggen of vragen?"))
        page.keyboard.type(f"{ASKED} {number}")
        keyboard.tab_to(page, _says(code, WRITE))
        with page.expect_navigation():
            page.keyboard.press("Enter")
    closed = "Je stuurde vandaag al 5 berichten. Morgen kun je er weer een sturen."
    resident.reads(_says(code, closed))
    expect(resident.main.locator("[name=text]")).to_have_count(0)
    _look(resident, code)
    keyboard.start(page)
    keyboard.tab_to(page, _says(code, "Bekijk hoe je ons bereikt"))
    resident.follow(_says(code, "Stop mijn aanmelding"))
    resident.press(_says(code, WITHDRAW))
