"""A municipality allows a workplace from elsewhere, until it ends that."""

from collections.abc import Callable

from tests.support.accessibility import problems_of
from tests.support.mailbox import wait_for_mail
from tests.support.person import AT_A_DESK, ON_A_PHONE, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, Person
from tests.support.running_site import RunningSite

_MODERATOR = "moderator.duiven@voorbeeldgemeente.example"
_PROVIDER = "simone@devierpoten.example"
_TITLE = "Honden uitlaten en katten verzorgen in een dierenpension"
_REASON = "Nergens in de buurt is een dierenpension."


def _allow(moderator: Person) -> None:
    """Find the workplace by words, and forget the agreement at first."""
    moderator.log_in(_MODERATOR)
    moderator.open("/moderatie/uitzonderingen")
    moderator.follow("Sta een werkplek toe")
    moderator.fill({"Naam, organisatie of plaats": "honden apeldoorn"})
    moderator.press("Zoek werkplekken")
    moderator.follow(_TITLE)
    moderator.reads("Niet in de buurt")
    moderator.fill({"Waarom maakt de gemeente een uitzondering?": _REASON})
    moderator.press("Sta de werkplek toe", status=422)
    moderator.reads(_REASON)
    moderator.fill({"De aanbieder regelt en betaalt het vervoer": True})
    moderator.press("Sta de werkplek toe")
    moderator.reads("De werkplek is toegestaan.")


def _stop(moderator: Person) -> None:
    moderator.follow(_TITLE)
    moderator.main.get_by_text("De uitzondering stoppen").click()
    moderator.fill({"Waarom stopt de uitzondering?": "Het busje rijdt niet meer."})
    moderator.press("Stop de uitzondering")
    moderator.reads("De uitzondering is gestopt.")


@ON_A_PHONE
@WITHOUT_JAVASCRIPT
def test_what_is_allowed_is_found_at_once_and_what_is_stopped_is_gone_at_once(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    moderator, visitor, provider = somebody(), somebody(), somebody("apeldoorn")
    visitor.open("/werkplekken?q=dierenpension")
    visitor.does_not_read(_TITLE)
    _allow(moderator)

    visitor.page.reload()
    visitor.reads("uitzondering, gemeente Apeldoorn")
    visitor.follow(_TITLE)
    visitor.reads("De gemeente Duiven maakt een uitzondering.")
    visitor.reads(_REASON)
    wait_for_mail(site, _PROVIDER, _REASON)
    provider.log_in(_PROVIDER)
    provider.open("/aanbieder")
    provider.reads("Ook te vinden in Duiven (uitzondering).")

    _stop(moderator)
    visitor.open("/werkplekken?q=dierenpension")
    visitor.does_not_read(_TITLE)
    wait_for_mail(site, _PROVIDER, "Het busje rijdt niet meer.")
    provider.page.reload()
    provider.does_not_read("Ook te vinden")


@AT_A_DESK
@WITH_JAVASCRIPT
def test_who_reads_of_an_exception_meets_no_barriers(somebody: Callable[..., Person]) -> None:
    visitor = somebody()
    visitor.open("/werkplekken?q=koffie")
    visitor.reads("Uitzondering")
    found = problems_of(visitor.page)
    visitor.follow("Koffie branden")
    visitor.reads("maakt een uitzondering")
    assert found + problems_of(visitor.page) == []
