"""A resident saves workplaces in their own browser, mails the list and forgets it."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.mailbox import wait_for_mail
from tests.support.person import ON_A_PHONE, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, Person
from tests.support.running_site import RunningSite

_PATH = "/bewaarde-werkplekken"
_SAVE = "Ja, bewaar op dit apparaat"


def _save(resident: Person, number: int) -> str:
    """Save one of the workplaces of the list; return its title."""
    resident.open("/werkplekken?sorteer=naam")
    resident.main.locator(".card-title a").nth(number).click()
    title = resident.heading
    resident.follow("Bewaar deze werkplek")
    resident.press(_SAVE)
    resident.reads(title)
    return title


def test_a_resident_saves_takes_out_and_forgets(somebody: Callable[..., Person]) -> None:
    resident = somebody()
    first, second = _save(resident, 0), _save(resident, 1)
    cards = resident.main.locator(".card-title")
    expect(cards).to_have_text([second, first])
    resident.press(f"Haal weg {second}")
    expect(cards).to_have_text([first])
    resident.press("Vergeet mijn hele lijst")
    resident.reads("Je lijst is leeg.")
    names = {cookie.get("name") for cookie in resident.page.context.cookies()}
    assert "bewaard" not in names


@ON_A_PHONE
@WITHOUT_JAVASCRIPT
def test_the_list_arrives_by_mail(somebody: Callable[..., Person], site: RunningSite) -> None:
    resident = somebody()
    title = _save(resident, 0)
    resident.follow("Mail deze lijst")
    address = "lijst@bewaarder.example"
    resident.fill({"Naar welk e-mailadres?": address})
    resident.press("Mail de lijst")
    resident.reads("De lijst is onderweg.")
    assert title in wait_for_mail(site, address, "/werkplekken/")


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_on_paper_the_letters_are_large(somebody: Callable[..., Person]) -> None:
    resident = somebody()
    _save(resident, 0)
    resident.page.emulate_media(media="print")
    size = resident.main.locator(".card p").first.evaluate("e => getComputedStyle(e).fontSize")
    assert float(size.removesuffix("px")) >= 21  # 16 points
    expect(resident.main.get_by_role("button", name="Vergeet")).to_be_hidden()
