"""A consultant follows a placement to its end; the provider says when a message was sent.

Both do all of it by keyboard; with JavaScript each page is looked at for barriers.
"""

from collections.abc import Callable
from datetime import timedelta

from tests.support.person import ON_A_PHONE
from tests.support.typist import Typist
from webapp.core import clock

# Long enough ago for a message to be late.
_BEGUN = clock.today() - timedelta(days=100)


@ON_A_PHONE
def test_a_placement_is_followed_from_its_beginning_to_its_end(
    typist: Callable[..., Typist], *, javascript: bool
) -> None:
    reference = f"E2E-{'met' if javascript else 'zonder'}"
    consultant, provider = typist("duiven"), typist("duiven")
    consultant.log_in("consulent.duiven@voorbeeldgemeente.example")
    _begin(consultant, reference)
    _say_sent(provider, reference)
    consultant.visit(consultant.page.url.split("#")[0])
    consultant.follow("Voortgang ontvangen")
    consultant.press("Bewaar de dag")
    consultant.reads("Gedaan op")
    consultant.follow("Verleng de plaatsing")
    later = clock.today() + timedelta(days=150)
    consultant.fill({"Wat wordt de laatste dag?": later})
    consultant.press("Verleng de plaatsing")
    consultant.press("Draai de laatste stap terug")
    _end(consultant)
    consultant.open("/consulent/plaatsingen/cijfers")
    consultant.reads("Doorstroom per jaar")


def _begin(consultant: Typist, reference: str) -> None:
    consultant.open("/consulent/plaatsingen")
    consultant.follow("Leg een plaatsing vast")
    consultant.fill({"Naam, organisatie of plaats": "wijkgebouw"})
    consultant.press("Zoek werkplekken")
    consultant.enter(consultant.main.locator("h3 a").first)
    consultant.fill(
        {
            "Ontwikkeling naar trede 4": True,
            "Je eigen kenmerk": "06-12345678",
            "Wat is de eerste dag?": _BEGUN,
            "Hoeveel uur per week?": "16",
            "3. Bijdrage leveren": True,
        }
    )
    consultant.press("Bewaar de plaatsing", status=422)
    consultant.mends_the_first_mistake()
    consultant.fill({"Je eigen kenmerk": reference})
    consultant.press("Bewaar de plaatsing")
    consultant.reads("Wat wanneer moet gebeuren")


def _say_sent(provider: Typist, reference: str) -> None:
    provider.log_in("karin@dezeslinden.example")
    provider.open("/aanbieder/plaatsingen")
    provider.does_not_read(reference)
    days = provider.main.locator("h2 a", has_text=clock.day_in_words(_BEGUN))
    provider.enter(days.first)
    provider.press("Ik stuurde het bericht")
    provider.reads("De werkgever zegt het te hebben gestuurd")
    provider.does_not_read(reference)


def _end(consultant: Typist) -> None:
    consultant.follow("Sluit de plaatsing af")
    consultant.fill(
        {
            "De tijd was om, zoals gepland": True,
            "5. Betaald werk met ondersteuning": True,
            "Een opleiding": True,
        }
    )
    consultant.press("Sluit de plaatsing af")
    consultant.reads("Afgelopen")
    consultant.reads("Een opleiding")
