"""A member gives the organisation a logo, visitors see it, and the member takes it off again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.support.person import Person
from tests.support.pictures import cut_off, encoded, photo, picture
from tests.support.tour import look

_EMAIL = "rob@hetwarmedeeg.example"
_NAME = "Stadsbakkerij Het Warme Deeg"
_WORKPLACE = "Meebakken in een stadsbakkerij"
_FILE = "Kies het bestand met het logo"


@pytest.fixture
def sent(tmp_path: Path) -> dict[str, str]:
    """Files on the disk of somebody who sends them: name to path."""
    contents = {
        "breed.png": encoded(picture((900, 300), (200, 100, 50, 200), "RGBA"), "PNG"),
        "hoog.webp": photo((200, 800), "WEBP"),
        "kapot.jpg": cut_off(photo((800, 800))),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: str(tmp_path / name) for name in contents}


def test_a_logo_is_put_there_refused_replaced_and_taken_off(
    somebody: Callable[..., Person], sent: dict[str, str]
) -> None:
    member, visitor = somebody("doesburg"), somebody("doesburg")
    member.log_in(_EMAIL)
    member.open("/aanbieder")
    member.main.get_by_role("link", name=_NAME).first.click()
    _send(member, sent["breed.png"], "Plaats het logo")
    member.reads("Het logo staat op jullie pagina")
    _stands(member, wide=3)
    _look(member)
    _send(member, sent["kapot.jpg"], "Vervang het logo", status=422)
    member.reads("De afbeelding is niet heel.")
    _stands(member, wide=3)

    _visit(visitor)
    _stands(visitor, wide=3)
    _look(visitor)
    visitor.follow(_NAME)
    _stands(visitor, wide=3)
    _look(visitor)

    _send(member, sent["hoog.webp"], "Vervang het logo")
    _stands(member, wide=1 / 4)
    visitor.page.reload()
    _stands(visitor, wide=1 / 4)
    member.press("Haal het logo weg")
    member.reads("Het logo is weggehaald.")
    visitor.page.reload()
    expect(visitor.main.locator("img")).to_have_count(0)


def _send(member: Person, path: str, button: str, status: int | None = None) -> None:
    member.field(_FILE).set_input_files(path)
    member.press(button, status=status)


def _visit(visitor: Person) -> None:
    """Go to the workplace of the organisation, as somebody who looks for it."""
    visitor.open("/werkplekken?q=meebakken")
    visitor.main.get_by_role("link", name=_WORKPLACE).first.click()


def _stands(person: Person, *, wide: float) -> None:
    """Assert that the logo came in, is `wide` times as wide as high, and fits on the page."""
    logo = _logo(person)
    expect(logo).to_be_visible()
    expect(logo).not_to_have_js_property("naturalWidth", 0)
    box, page = logo.bounding_box(), person.page.viewport_size
    assert box is not None
    assert page is not None
    assert box["width"] / box["height"] == pytest.approx(wide, rel=0.1)
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page["width"]


def _logo(person: Person) -> Locator:
    return person.main.locator(".logo-plate img")


def _look(person: Person) -> None:
    if person.has_javascript:
        look(person)
