"""A resident signs up on a phone, looks how it stands, and stops."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.mailbox import mails_to, wait_for_link
from tests.support.person import ON_A_PHONE, Person
from tests.support.resident_signup import NEXT, SEND, WITHDRAW
from tests.support.running_site import RunningSite

_WISH = "Ik ben graag buiten, het liefst in een tuin."


def _answer_up_to_contact(resident: Person) -> None:
    resident.follow("Begin met je aanmelding")
    resident.press(NEXT, status=422)
    _sees_a_mistake(resident)
    resident.fill({"Ik vul het in voor mezelf": True})
    resident.press(NEXT)
    resident.main.locator("[name=meets_age_condition][value=yes]").check()
    resident.press(NEXT)
    resident.fill({"Dieren": True, "Wil je er iets over vertellen?": _WISH})
    resident.press(NEXT)
    resident.fill({"maandag": True, "woensdag": True, "ochtend": True})
    resident.press(NEXT)
    resident.fill({"Vaker een pauze": True})
    resident.press(NEXT)


def _go_back_and_forth(resident: Person) -> None:
    """Go back over two pages, by the link and by the browser's own button; all is still there."""
    resident.follow("Terug naar de vorige stap")
    expect(resident.field("Vaker een pauze")).to_be_checked()
    resident.follow("Terug naar de vorige stap")
    expect(resident.field("maandag")).to_be_checked()
    expect(resident.field("dinsdag")).not_to_be_checked()
    resident.page.go_back()
    resident.page.go_back()
    assert resident.heading == "Hoe kunnen we je bereiken?"


def _sees_a_mistake(resident: Person) -> None:
    """Read the summary of what went wrong, and follow it to the field."""
    summary = resident.page.locator(".error-summary")
    expect(summary).to_be_in_viewport()
    expect(summary).to_be_focused()
    assert resident.page.title().startswith("Fout:")
    mistake = summary.get_by_role("link").first
    words = mistake.inner_text()
    assert words.endswith(".")
    mistake.click()
    assert words in resident.page.locator(".field-invalid").first.inner_text()
    assert resident.page.evaluate("document.activeElement.closest('.field-invalid') !== null")


def _tell_how_to_be_reached(resident: Person, email: str) -> None:
    """Forget how to be reached; what was filled in must stay."""
    resident.main.locator("[name=name]").fill("Toos Testema")
    resident.main.locator("[name=residence]").fill("6921ab")
    resident.press(NEXT, status=422)
    _sees_a_mistake(resident)
    expect(resident.main.locator("[name=name]")).to_have_value("Toos Testema")
    resident.main.locator("[name=email]").fill(email)
    resident.press(NEXT)


def _change_an_answer(resident: Person) -> None:
    """Come back to the check at once after changing one answer there."""
    resident.reads(_WISH)
    resident.main.locator("a[href$='/aanmelden/werk']").first.click()
    resident.fill({"Hout": True})
    resident.press(NEXT)
    assert resident.heading == "Klopt alles?"
    resident.reads("Hout")


@ON_A_PHONE
def test_a_resident_signs_up_on_a_phone_looks_how_it_stands_and_stops(
    somebody: Callable[..., Person], site: RunningSite, *, javascript: bool
) -> None:
    email = f"toos.{'met' if javascript else 'zonder'}@inwoner.example"
    resident = somebody()
    resident.open("/inwoners/aanmelden")
    _answer_up_to_contact(resident)
    _go_back_and_forth(resident)
    _tell_how_to_be_reached(resident, email)
    assert resident.heading == "Klopt alles?"
    _change_an_answer(resident)
    assert mails_to(site, email) == []
    resident.press(SEND)
    assert resident.heading == "Je aanmelding is verstuurd"
    reference = _reference_in(resident)

    resident.page.goto(wait_for_link(site, email, "/inwoners/aanmelding/"))
    assert reference in resident.heading
    resident.reads("We hebben je aanmelding.")
    resident.reads(_WISH)
    private = resident.page.url
    assert _WISH not in "".join(mails_to(site, email))

    resident.follow("Stop mijn aanmelding")
    resident.press(WITHDRAW)
    expect(resident.page).to_have_url(re.compile("/gestopt$"))
    resident.page.goto(private)
    resident.does_not_read(_WISH)
    resident.does_not_read(reference)


def _reference_in(resident: Person) -> str:
    found = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", resident.main.inner_text())
    assert found
    return found.group()
