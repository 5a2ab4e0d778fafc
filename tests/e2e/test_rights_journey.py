"""Somebody asks what is kept of them: it is found, given, put beyond use, and used again."""

import json
from collections.abc import Callable

from tests.support.accessibility import problems_of
from tests.support.person import Person

_RESIDENT = "femke@inwoner.example"
_CONSULTANT_READS = "Over wie dit gaat, heeft gevraagd om de gegevens niet te gebruiken."


def test_what_is_kept_is_found_given_and_put_beyond_use(
    somebody: Callable[..., Person], *, javascript: bool
) -> None:
    """With JavaScript each page is looked at for barriers too, which asks for it."""
    moderator = somebody("apeldoorn")
    moderator.log_in("moderator.apeldoorn@voorbeeldgemeente.example")
    _find(moderator, looks=javascript)
    _take_out(moderator, looks=javascript)
    desk = _restrict(moderator, looks=javascript)
    moderator.open(f"/consulent/aanmeldingen/{desk.rsplit('/', 1)[1]}")
    moderator.reads(_CONSULTANT_READS)
    _has_no_barriers(moderator, looks=javascript)
    moderator.page.goto(desk)
    _lift(moderator, looks=javascript)
    moderator.follow("Wissen")
    assert moderator.heading == "Wil je dit wissen?"
    _has_no_barriers(moderator, looks=javascript)
    moderator.follow("Nee, ga terug")
    moderator.open("/moderatie/inzage/gevonden")
    moderator.press("Klaar: vergeet wie ik zocht")
    moderator.reads("We onthouden niet meer wie je zocht.")


def _find(moderator: Person, *, looks: bool) -> None:
    moderator.open("/moderatie/inzage")
    moderator.fill({"E-mailadres, telefoonnummer of nummer": "femke"})
    moderator.page.get_by_label("Stilzetten:").check()
    moderator.press("Zoek deze persoon", status=422)
    _has_no_barriers(moderator, looks=looks)
    moderator.fill({"E-mailadres, telefoonnummer of nummer": _RESIDENT})
    moderator.press("Zoek deze persoon")
    assert moderator.heading == "Wat we van deze persoon bewaren"
    assert _RESIDENT not in moderator.page.url
    _has_no_barriers(moderator, looks=looks)


def _take_out(moderator: Person, *, looks: bool) -> None:
    moderator.main.locator(".card-title a").first.click()
    moderator.reads("Opgevraagd door Wim Leesgraag op")
    _has_no_barriers(moderator, looks=looks)
    with moderator.page.expect_download() as file:
        moderator.main.locator("a[href$='alles.json']").click()
    kept = json.loads(file.value.path().read_text("utf-8"))
    assert kept["contact"]["email"] == _RESIDENT
    assert kept["disclosed"]["by"] == "Wim Leesgraag"


def _restrict(moderator: Person, *, looks: bool) -> str:
    moderator.follow("Stilzetten")
    _has_no_barriers(moderator, looks=looks)
    moderator.page.get_by_label("Iemand maakt bezwaar.").check()
    moderator.press("Zet dit stil")
    moderator.reads("Dit staat stil. Niemand gebruikt of wijzigt het nu.")
    _has_no_barriers(moderator, looks=looks)
    return moderator.page.url


def _lift(moderator: Person, *, looks: bool) -> None:
    moderator.follow("Weer gebruiken")
    _has_no_barriers(moderator, looks=looks)
    moderator.page.get_by_label("Het is uitgezocht").check()
    moderator.press("Laat dit weer gebruiken")
    moderator.reads("Dit mag weer gebruikt worden.")


def _has_no_barriers(person: Person, *, looks: bool) -> None:
    if looks:
        assert problems_of(person.page) == []
