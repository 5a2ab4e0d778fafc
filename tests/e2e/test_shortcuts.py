"""A moderator goes through the list by single keys, which can be switched off."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.person import AT_A_DESK, WITH_JAVASCRIPT, Person

_BOX = "Gebruik sneltoetsen in deze browser"


@AT_A_DESK
@WITH_JAVASCRIPT
def test_keys_lead_through_the_list_and_can_be_switched_off(
    somebody: Callable[..., Person],
) -> None:
    moderator = somebody("arnhem")
    moderator.log_in("moderator.arnhem@voorbeeldgemeente.example")
    moderator.open("/moderatie")
    page, items = moderator.page, moderator.main.locator("[data-shortcut-item]")
    page.keyboard.press("j")
    expect(items.first).to_be_focused()
    page.keyboard.press("z")
    search = page.locator("#q")
    expect(search).to_be_focused()
    page.keyboard.type("jkz")
    expect(search).to_have_value("jkz")
    moderator.field(_BOX).uncheck()
    moderator.open("/moderatie")
    page.keyboard.press("j")
    expect(items.first).not_to_be_focused()
    moderator.field(_BOX).check()
    page.locator("h1").click()
    page.keyboard.press("j")
    expect(items.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Wachten op controle")
