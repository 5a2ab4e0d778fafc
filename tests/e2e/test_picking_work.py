"""A resident picks work by picture, on a phone and at a desk, and signs up with it."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.person import ON_A_PHONE, WITH_JAVASCRIPT, Person

_PATH = "/inwoners/wat-vind-ik-leuk"
_SHOW = "Laat zien wat bij me past"


def test_a_resident_picks_pictures_and_takes_the_choice_along(
    somebody: Callable[..., Person],
) -> None:
    resident = somebody()
    resident.open(_PATH)
    resident.press(_SHOW, status=422)
    resident.reads("Kies minstens één plaatje.")
    resident.main.get_by_text("Dieren verzorgen").click()
    resident.fill({"Fietsen maken": True, "Wat is je postcode of woonplaats?": "6921 AB"})
    resident.press(_SHOW, status=200)
    assert resident.heading == "Dit past bij wat je leuk vindt"
    assert resident.page.url.endswith(_PATH)
    assert resident.main.locator(".card").count() > 1
    resident.press("Verander mijn keuze", status=200)
    expect(resident.field("Dieren verzorgen")).to_be_checked()
    resident.press(_SHOW, status=200)
    assert resident.page.context.cookies() == []
    resident.follow("Meld je aan met deze keuze")
    resident.reads("Dit vind je leuk: Fietsen, Dieren.")


def test_each_picture_is_large_enough_for_a_thumb(somebody: Callable[..., Person]) -> None:
    resident = somebody()
    resident.open(_PATH)
    cards = resident.main.locator(".kind-card label")
    sizes = [card.bounding_box() for card in cards.all()]
    assert len(sizes) == 16
    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in sizes)


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_who_corrects_the_place_and_presses_enter_gets_what_was_typed(
    somebody: Callable[..., Person],
) -> None:
    resident = somebody()
    resident.open(_PATH)
    resident.fill({"Werken met hout": True, "Wat is je postcode of woonplaats?": "Elst"})
    resident.press(_SHOW, status=422)
    resident.reads("Welke plaats bedoel je?")
    resident.fill({"Wat is je postcode of woonplaats?": "Duiven"})
    with resident.page.expect_navigation():
        resident.page.keyboard.press("Enter")
    resident.press("Verander mijn keuze", status=200)
    expect(resident.field("Wat is je postcode of woonplaats?")).to_have_value("Duiven")


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_a_picked_picture_is_seen_in_forced_colours(somebody: Callable[..., Person]) -> None:
    resident = somebody()
    resident.page.emulate_media(forced_colors="active")
    resident.open(_PATH)
    resident.fill({"Dieren verzorgen": True})
    styles = resident.main.locator(".kind-card").evaluate_all(
        "cards => cards.map(card => getComputedStyle(card).outlineStyle)"
    )
    assert styles.count("solid") == 1
