"""A provider changes a downloaded file, sends it in, keeps the drafts and hands one in."""

import csv
from collections.abc import Callable
from io import StringIO

from tests.support.person import ON_A_PHONE, Person
from tests.support.sheets import NEW_ROW, sheet_of
from tests.support.tour import look

# Two providers with one workplace each, by whether their browser has JavaScript.
_WHO = {
    True: ("renkum", "bettie@devergetenvezel.example"),
    False: ("doesburg", "rob@hetwarmedeeg.example"),
}
_SUMMARY = "Je leert het vak van wie het al jaren doet."


def _downloaded(provider: Person) -> list[dict[str, str]]:
    with provider.page.expect_download() as download:
        provider.follow("je werkplekken zoals ze nu zijn (CSV)")
    text = download.value.path().read_text("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def _send(provider: Person, *rows: dict[str, str]) -> None:
    file = {"name": "werkplekken.csv", "mimeType": "text/csv", "buffer": sheet_of(*rows)}
    provider.field("Je CSV-bestand").set_input_files(files=[file])  # type: ignore[list-item]
    provider.press("Lees het bestand in")
    provider.page.get_by_role("heading", name="Controleer je bestand").wait_for()


def _look(provider: Person) -> None:
    if provider.has_javascript:  # which axe needs
        look(provider)


@ON_A_PHONE
def test_a_provider_takes_a_file_in_and_hands_a_draft_in(
    somebody: Callable[..., Person], *, javascript: bool
) -> None:
    slug, email = _WHO[javascript]
    provider = somebody(slug)
    provider.log_in(email)
    provider.follow("Lees werkplekken in uit een bestand (CSV)")
    provider.press("Lees het bestand in", status=422)
    provider.reads("Kies een CSV-bestand.")
    known = next(row for row in _downloaded(provider) if row["stand"] == "Goedgekeurd")
    changed = {"id": known["id"], "samenvatting": _SUMMARY}
    place = {name: known[name] for name in ("postcode", "plaats", "gemeente_code")}
    _send(provider, changed, NEW_ROW | place, {"titel": "Fout", "treden": "9"})
    provider.reads("Kolom treden: Kies treden van 1 tot en met 6.")
    provider.reads(_SUMMARY)
    _look(provider)
    provider.press("Bewaar 2 werkplekken als concept")
    provider.reads("2 werkplekken zijn als concept bewaard.")
    _look(provider)
    provider.open("/aanbieder")
    provider.follow("Dien concepten samen in (2)")
    provider.reads("1 werkplek is nog niet compleet")
    provider.press("Dien in wat is aangevinkt", status=422)
    provider.reads("Vink eerst aan welke werkplekken je indient.")
    _look(provider)
    provider.main.get_by_role("checkbox", name=known["titel"]).check()
    provider.press("Dien in wat is aangevinkt")
    provider.page.get_by_text("1 werkplek is ingediend.").wait_for()
    provider.does_not_read("Dien in wat is aangevinkt")
