"""A provider sends photos, a moderator checks them, and visitors see them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.support.person import AT_A_DESK, ON_A_PHONE, WITH_JAVASCRIPT, Person
from tests.support.pictures import cut_off, document, encoded, halves, photo, told_of_everything
from webapp.media.focus import Focus

_MODERATOR = "moderator.duiven@voorbeeldgemeente.example"
# Of a test each, for the site is the same.
_WORKPLACES = {
    True: (
        "Fietsenmaker in onze werkplaats: van lekke band tot hele beurt",
        "jos@fietspuntdeketting.example",
    ),
    False: ("Dieren verzorgen op de kinderboerderij", "riet@debontebok.example"),
}
_ROW = "Vijf rijen jonge sla in de kas."
_SHED = "Het schuurtje met de koffie."
_ADD = "Voeg toe en bewaar"
_SAVE = "Bewaar dit onderdeel"


@pytest.fixture
def sent(tmp_path: Path) -> dict[str, str]:
    """Files on the disk of somebody who sends them: kind to path."""
    contents = {
        "telefoon.jpg": encoded(halves((1600, 1200)), exif=told_of_everything(6)),
        "schuur.png": photo((900, 1200), "PNG"),
        "kas.webp": photo((1300, 700), "WEBP"),
        "kapot.jpg": cut_off(photo((800, 800))),
        "Onze_methode.pdf": document(),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: str(tmp_path / name) for name in contents}


@ON_A_PHONE
def test_photos_go_from_a_provider_by_a_moderator_to_visitors(
    somebody: Callable[..., Person], sent: dict[str, str], *, javascript: bool
) -> None:
    title, email = _WORKPLACES[javascript]
    provider, moderator, visitor = somebody(), somebody(), somebody()
    _open_media(provider, email, title)
    _take_all_away(provider)
    _send(provider, sent)
    _describe(provider)
    provider.follow("Bekijk het voorbeeld")
    _shows(provider, _ROW, _SHED)
    provider.page.go_back()

    visitor.open(f"/werkplekken?q={title.split()[0]}")
    _follow_title(visitor, title)
    expect(visitor.main.get_by_role("img", name=_ROW)).to_have_count(0)
    provider.follow("Controleer en dien in")
    provider.press("Dien de werkplek in")
    _approve(moderator, title)
    visitor.page.reload()
    _shows(visitor, _ROW, _SHED)
    _see_the_rest(visitor)
    _see_on_card(visitor, title)


@AT_A_DESK
@WITH_JAVASCRIPT
def test_photos_are_dropped_on_the_page(
    somebody: Callable[..., Person], sent: dict[str, str]
) -> None:
    provider = somebody()
    _open_media(provider, "marga@deploegschaar.example", "Groentepakketten inpakken in de schuur")
    provider.reads("Je kunt bestanden ook hierheen slepen.")
    dropped = provider.page.evaluate_handle(
        """(bytes) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], "schuur.png", {type: "image/png"}));
          return transfer;
        }""",
        list(Path(sent["schuur.png"]).read_bytes()),
    )
    area = provider.main.locator("[data-drop-files]").first
    area.dispatch_event("drop", {"dataTransfer": dropped})
    provider.press(_ADD)
    provider.reads("1 foto is toegevoegd.")
    _see_all(provider.main)


def _open_media(provider: Person, email: str, title: str) -> None:
    provider.log_in(email)
    provider.open("/aanbieder")
    _follow_title(provider, title)
    provider.follow("Foto's en documenten")


def _follow_title(person: Person, title: str) -> None:
    person.main.get_by_role("link", name=title, exact=True).first.click()


def _send(provider: Person, sent: dict[str, str]) -> None:
    """Send several photos at once, of which one is broken, and a document."""
    names = ("telefoon.jpg", "schuur.png", "kapot.jpg", "kas.webp")
    provider.field("Foto's toevoegen").set_input_files([sent[name] for name in names])
    provider.field("Documenten toevoegen").set_input_files(sent["Onze_methode.pdf"])
    provider.press(_ADD)
    provider.reads("kapot.jpg: De afbeelding is niet heel.")
    provider.reads("3 foto's zijn toegevoegd.")
    provider.reads("1 document is toegevoegd.")
    _see_all(provider.main)
    provider.press("Haal weg foto 2")
    provider.reads("Weggehaald.")
    provider.press("Maak hoofdfoto van foto 2")
    provider.reads("De hoofdfoto is veranderd.")


def _describe(provider: Person) -> None:
    """Say what is on the photos, forgetting one at first; choose a cut; add a video."""
    provider.fill({"Wat is er te zien op foto 1?": _ROW})
    provider.press(_SAVE, status=422)
    provider.reads("Beschrijf wat je op foto 2 ziet.")
    provider.fill(
        {
            "Wat is er te zien op foto 2?": _SHED,
            "Adres van video 1": "https://video.example/dag",
            "Wat is er te zien in video 1?": "Een dag bij ons",
        }
    )
    provider.main.get_by_text("Kies de uitsnede voor de lijst").first.click()
    provider.main.get_by_role("radio", name="Links boven").first.check()
    if provider.has_javascript:
        cut = provider.main.locator("img.small-picture").first
        expect(cut).to_have_css("object-position", "0% 0%")
        _see_all(provider.main)
    provider.press(_SAVE)
    provider.reads("is bewaard.")


def _approve(moderator: Person, title: str) -> None:
    moderator.log_in(_MODERATOR)
    moderator.open("/moderatie")
    checks = moderator.main.locator("a[href*='/moderatie/werkplekken/']")
    checks.filter(has_text=title).first.click()
    moderator.reads("Wat er anders is")
    _shows(moderator, _ROW, _SHED)
    moderator.press("Keur de werkplek goed")
    moderator.reads("staat nu op de site")


def _see_the_rest(visitor: Person) -> None:
    """See a photo large, the video, and fetch the document."""
    visitor.reads("Een dag bij ons (video op video.example)")
    with visitor.page.expect_download() as download:
        visitor.follow("Onze methode")
    assert download.value.suggested_filename == "onze-methode.pdf"
    assert Path(download.value.path()).read_bytes() == document()
    visitor.follow(_SHED)
    expect(visitor.page).to_have_title(re.compile("jpg"))
    visitor.page.go_back()


def _see_on_card(visitor: Person, title: str) -> None:
    visitor.open(f"/werkplekken?q={title.split(maxsplit=1)[0]}")
    card = visitor.main.get_by_role("article").filter(has_text=title)
    expect(card.get_by_role("img", name=_ROW)).to_be_visible()
    _see_all(card)
    assert Focus.TOP_LEFT.value in (card.locator("img").first.get_attribute("src") or "")


def _take_all_away(provider: Person) -> None:
    """Take away the photos that the demonstration has."""
    while provider.main.get_by_role("button", name="Haal weg foto 1").count():
        provider.press("Haal weg foto 1")
        provider.reads("Weggehaald.")


def _shows(person: Person, *descriptions: str) -> None:
    """Assert that photos with these descriptions can be seen, and that they came in."""
    for description in descriptions:
        expect(person.main.get_by_role("img", name=description).first).to_be_visible()
    _see_all(person.main)


def _see_all(part: Locator) -> None:
    """Assert that every photo here has come in, also those that wait until they are near."""
    for image in part.locator("img").all():
        if image.is_visible():
            image.scroll_into_view_if_needed()
            expect(image).not_to_have_js_property("naturalWidth", 0)
