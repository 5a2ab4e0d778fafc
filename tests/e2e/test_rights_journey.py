"""Somebody asks what is kept of them: it is found, given, put beyond use, and used again.

A moderator does it by keyboard; with JavaScript each page is looked at for barriers.
"""

import json
from collections.abc import Callable

from tests.support.person import ON_A_PHONE
from tests.support.typist import Typist

_RESIDENT = "femke@inwoner.example"
_CONSULTANT_READS = "Over wie dit gaat, heeft gevraagd om de gegevens niet te gebruiken."


@ON_A_PHONE
def test_what_is_kept_is_found_given_and_put_beyond_use(
    typist: Callable[..., Typist],
) -> None:
    moderator = typist("apeldoorn")
    moderator.log_in("moderator.apeldoorn@voorbeeldgemeente.example")
    _find(moderator)
    _take_out(moderator)
    desk = _restrict(moderator)
    moderator.open(f"/consulent/aanmeldingen/{desk.rsplit('/', 1)[1]}")
    moderator.reads(_CONSULTANT_READS)
    moderator.visit(desk)
    _lift(moderator)
    moderator.follow("Wissen")
    assert moderator.heading == "Wil je dit wissen?"
    moderator.follow("Nee, ga terug")
    moderator.open("/moderatie/inzage/gevonden")
    moderator.press("Klaar: vergeet wie ik zocht")
    moderator.reads("We onthouden niet meer wie je zocht.")


def _find(moderator: Typist) -> None:
    moderator.open("/moderatie/inzage")
    moderator.fill({"E-mailadres, telefoonnummer of nummer": "femke"})
    moderator.put(moderator.page.get_by_label("Stilzetten:"), answer=True)
    moderator.press("Zoek deze persoon", status=422)
    moderator.mends_the_first_mistake()
    moderator.fill({"E-mailadres, telefoonnummer of nummer": _RESIDENT})
    moderator.press("Zoek deze persoon")
    assert moderator.heading == "Wat we van deze persoon bewaren"
    assert _RESIDENT not in moderator.page.url


def _take_out(moderator: Typist) -> None:
    moderator.enter(moderator.main.locator(".card-title a").first)
    moderator.reads("Opgevraagd door Wim Leesgraag op")
    moderator.goes_to(moderator.main.locator("a[href$='alles.json']"))
    with moderator.page.expect_download() as file:
        moderator.page.keyboard.press("Enter")
    kept = json.loads(file.value.path().read_text("utf-8"))
    assert kept["contact"]["email"] == _RESIDENT
    assert kept["disclosed"]["by"] == "Wim Leesgraag"


def _restrict(moderator: Typist) -> str:
    moderator.follow("Stilzetten")
    moderator.put(moderator.page.get_by_label("Iemand maakt bezwaar."), answer=True)
    moderator.press("Zet dit stil")
    moderator.reads("Dit staat stil. Niemand gebruikt of wijzigt het nu.")
    return moderator.page.url.split("#")[0]


def _lift(moderator: Typist) -> None:
    moderator.follow("Weer gebruiken")
    moderator.put(moderator.page.get_by_label("Het is uitgezocht"), answer=True)
    moderator.press("Laat dit weer gebruiken")
    moderator.reads("Dit mag weer gebruikt worden.")
