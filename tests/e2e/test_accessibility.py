"""Every page in every role is looked at: by axe, and by checks of our own (standards.md).

A new route falls to one of the tours below, which fails until it comes past its page.
"""

from collections.abc import Callable

import pytest

from tests.support import provider_signup, resident_signup
from tests.support.mailbox import wait_for_link
from tests.support.person import Person
from tests.support.running_site import RunningSite
from tests.support.tour import Tour, fill, pages
from tests.support.tour_plan import pages_of, tour_of

_STAFF = "voorbeeldgemeente.example"
_PROVIDER = "marga@deploegschaar.example"


@pytest.fixture
def width() -> int:
    """The width to begin with: at each page a tour looks on a phone and at a desk itself."""
    return 1280


@pytest.fixture
def javascript() -> bool:
    """A browser with JavaScript, which axe needs."""
    return True


@pytest.fixture
def tour(somebody: Callable[..., Person]) -> Tour:
    """A tour through Duiven."""
    return Tour(somebody())


def test_every_page_belongs_to_a_tour() -> None:
    assert [endpoint for endpoint in pages() if tour_of(endpoint) is None] == []


def test_a_visitor_meets_no_barriers(tour: Tour, site: RunningSite) -> None:
    own = pages_of("visitor")
    tour.explore("/", "/inloggen", "/wachtwoord-vergeten", among=own - {"account.password_reset"})
    tour.open("/werkplekken?q=zzzzz&gebied=gemeente", state="no hits")
    tour.open("/werkplekken?q=tuin&trede=3&branche=groen-en-tuin&pagina=1", state="with filters")
    tour.open(
        "/werkplekken?postcode=0000&gebied=afstand", status=422, state="postcode not understood"
    )
    _compare(tour, 4)
    tour.look("too many to compare")
    _compare(tour, 3)
    tour.look("three compared")
    tour.open("/wachtwoord-vergeten")
    fill(tour.person, {"email": f"moderator.apeldoorn@{_STAFF}"})
    tour.press("Stuur")
    tour.look()
    tour.person.page.goto(
        wait_for_link(site, f"moderator.apeldoorn@{_STAFF}", "/account/wachtwoord-herstellen/")
    )
    tour.look()
    tour.look_without_answers()
    tour.end(among=own)


def _compare(tour: Tour, count: int) -> None:
    """Tick workplaces of a list, that in view or else that of all, and compare them."""
    if tour.person.main.locator(".card").count() < count:
        tour.person.open("/werkplekken")
    boxes = tour.person.main.locator(".card input")
    for number in range(count):
        boxes.nth(number).check()
    tour.press("Vergelijk wat je aanvinkte")


def test_a_resident_meets_no_barriers(tour: Tour, site: RunningSite) -> None:
    go_on = resident_signup.NEXT
    tour.open("/inwoners/aanmelden/op-papier")
    tour.open("/inwoners/aanmelden")
    tour.follow("Begin met je aanmelding")
    tour.answer(go_on, {"filled_in_by": "self"})
    tour.answer(go_on, {"meets_age_condition": "no"})
    tour.look("condition not met")
    tour.person.open("/inwoners/aanmelden/voorwaarde")
    tour.answer(go_on, {"meets_age_condition": "yes"})
    tour.answer(go_on, {"sectors": ["dieren", "hout"], "wishes": "Ik ben graag buiten."})
    tour.answer(go_on, {"days": ["ma"], "parts": ["ochtend"]})
    tour.answer(go_on, {"needs": ["quiet_place"]})
    email = "toegankelijk@inwoner.example"
    tour.answer(go_on, {"name": "Toos Toegankelijk", "email": email, "residence": "6921 AB"})
    tour.look("all answers")
    tour.press(resident_signup.SEND)
    tour.look("sent")
    link = wait_for_link(site, email, "/inwoners/aanmelding/")
    for path in ("", "/gegevens", "/stoppen"):
        tour.person.page.goto(link + path)
        tour.look()
        tour.look_without_answers()
    tour.press(resident_signup.WITHDRAW)
    tour.look("withdrawn")
    tour.open("/inwoners/aanmelding/onbekend", status=404, state="broken link")
    tour.end(among=pages_of("resident"))


def test_who_asks_and_who_answers_meet_no_barriers(tour: Tour, site: RunningSite) -> None:
    email = "vera.toegankelijk@bezoeker.example"
    tour.person.open("/werkplekken?q=moestuin")
    tour.person.main.locator(".card-title a").first.click()
    page = tour.person.page.url
    tour.follow("Klopt er iets niet?")
    tour.answer("Meld dit", {"text": "De tijden kloppen niet."})
    tour.look("sent")
    tour.person.page.goto(page)
    tour.follow("Stel een vraag over deze werkplek")
    asked = {"question": "Is er plek op donderdag?", "name": "Vera Vraagsma", "email": email}
    tour.answer("Stuur je vraag", asked)
    tour.look("sent")
    link = wait_for_link(site, email, "/vragen/")
    _answer_as_provider(tour)
    _check_as_moderator(tour)
    tour.person.page.goto(link)
    tour.look()
    tour.look_without_answers()
    tour.follow("Wis deze vraag")
    tour.look()
    tour.press("Ja, wis deze vraag")
    tour.look()
    tour.open("/vragen/onbekend", status=404, state="broken link")
    tour.end(among=pages_of("asker"))


def _answer_as_provider(tour: Tour) -> None:
    """Look at the remark and at the question, which is called abuse."""
    tour.person.log_in(_PROVIDER)
    tour.person.open("/aanbieder/meldingen")
    tour.person.main.locator("a[href*='/aanbieder/meldingen/']").first.click()
    tour.look()
    tour.look_without_answers()
    tour.person.open("/aanbieder/vragen")
    tour.follow("Vraag van Vera Vraagsma")
    tour.look()
    tour.look_without_answers()
    tour.press("Dit is misbruik")
    tour.look("reported")
    tour.person.log_out()


def _check_as_moderator(tour: Tour) -> None:
    """Look at a remark, and at what was reported, which is no abuse."""
    tour.person.log_in(f"moderator.duiven@{_STAFF}")
    tour.person.open("/moderatie")
    tour.person.main.locator("a[href*='/moderatie/meldingen/']").first.click()
    tour.look()
    tour.person.open("/moderatie/vragen-aan-aanbieders")
    tour.follow("Vraag ")
    tour.look()
    tour.press("Dit is geen misbruik")
    tour.person.log_out()


def test_an_organisation_that_signs_up_meets_no_barriers(tour: Tour, site: RunningSite) -> None:
    go_on, email = provider_signup.NEXT, "sanne.toegankelijk@voorbeeld.example"
    tour.open("/organisatie-aanmelden")
    tour.follow("Begin met aanmelden")
    tour.answer(go_on, provider_signup.ORGANISATION)
    tour.answer(go_on, provider_signup.WORKPLACE)
    tour.answer(go_on, provider_signup.PLACE)
    tour.answer(go_on, provider_signup.ACCOUNT | {"email": email})
    tour.look("all answers")
    tour.press(provider_signup.SEND)
    tour.look("sent")
    tour.person.page.goto(wait_for_link(site, email, "/account/bevestigen/"))
    tour.look()
    tour.open("/account/bevestigen/onbekend", status=410, state="broken link")
    tour.end(among=pages_of("newcomer"))


def test_a_provider_meets_no_barriers(tour: Tour, site: RunningSite) -> None:
    own = pages_of("provider")
    tour.person.log_in(_PROVIDER)
    tour.explore("/aanbieder", "/account", among=own - {"account.membership"})
    _begin_a_workplace(tour)
    invited = _invite(tour)
    tour.open("/account/e-mail")
    email = "marga.nieuw@deploegschaar.example"
    fill(tour.person, {"email": email, "current_password": "samen-aan-de-slag"})
    tour.press("Stuur")
    tour.person.page.goto(wait_for_link(site, email, "/account/e-mail-bevestigen/"))
    tour.look()
    tour.open("/moderatie", status=403, state="not allowed")
    tour.person.log_out()
    tour.person.page.goto(wait_for_link(site, invited, "/account/organisatie/"))
    tour.look()
    tour.look_without_answers()
    tour.end(among=own)


def _invite(tour: Tour) -> str:
    """Ask somebody to act for the organisation; return their address."""
    email = "bo.toegankelijk@deploegschaar.example"
    tour.person.open("/aanbieder")
    tour.person.main.locator("a[href$='/leden']").first.click()
    tour.follow("Nodig iemand uit")
    fill(tour.person, {"name": "Bo Bijna", "email": email, "role": "employee"})
    tour.press("Stuur de uitnodiging")
    tour.look("invited")
    return email


def _begin_a_workplace(tour: Tour) -> None:
    """Begin, and want to hand it in long before it is complete."""
    tour.person.open("/aanbieder/werkplekken/nieuw")
    fill(tour.person, {"title": "Barrières wegnemen"})
    tour.press("Begin met deze werkplek")
    tour.follow("Terug zonder te bewaren")
    tour.look("begun")
    tour.follow("Controleer en dien in")
    tour.look("not complete")
    tour.press("Dien de werkplek in")
    tour.look("refused")


def test_a_consultant_meets_no_barriers(tour: Tour) -> None:
    own = pages_of("consultant")
    tour.person.log_in(f"consulent.duiven@{_STAFF}")
    # One that is open first: of a stopped registration there is nothing to correct.
    begin_with = ("/consulent/aanmeldingen?status=intake", "/consulent/plaatsingen/nieuw?q=tuin")
    tour.explore(*begin_with, "/consulent", among=own)
    tour.person.open("/consulent")
    fill(tour.person, {"postcode": "6921 AB", "kenmerk": "mevrouw B."})
    tour.press("Zoek werkplekken")
    tour.look()
    tour.follow("Bewaar deze zoekopdracht")
    tour.look("save")
    tour.look_without_answers()
    tour.follow("Terug naar de werkplekken")
    tour.press("Deel deze lijst")
    tour.look("shared")
    tour.follow("Terug naar de lijst")
    tour.follow("Bekijk op de kaart")
    tour.look("map")
    tour.follow("Terug naar de lijst met filters")
    _compare(tour, 2)
    tour.look("compared")
    tour.open("/consulent", state="with a recent search")
    tour.end(among=own)


def test_a_moderator_meets_no_barriers(tour: Tour, site: RunningSite) -> None:
    own = pages_of("moderator")
    tour.person.log_in(f"moderator.duiven@{_STAFF}")
    found = "/moderatie/uitzonderingen/zoeken?q=honden"
    tour.explore(found, "/moderatie", among=own - {"account.invitation"})
    tour.person.open("/moderatie/medewerkers/uitnodigen")
    email = f"nieuw.toegankelijk@{_STAFF}"
    fill(tour.person, {"name": "Nel Nieuw", "email": email, "role": "consultant"})
    tour.press("Stuur de uitnodiging")
    tour.look("invited")
    tour.person.log_out()
    tour.person.page.goto(wait_for_link(site, email, "/account/uitnodiging/"))
    tour.look()
    tour.look_without_answers()
    tour.end(among=own)


def test_an_administrator_meets_no_barriers(somebody: Callable[..., Person]) -> None:
    tour, own = Tour(somebody(None)), pages_of("administrator")
    tour.open("/")
    tour.person.log_in("beheerder@werkplekwijzer.example")
    tour.explore("/beheer", among=own)
    tour.end(among=own)


@pytest.mark.parametrize("slug", ["arnhem", "rheden", None])
def test_the_other_themes_raise_no_barriers(
    somebody: Callable[..., Person], slug: str | None
) -> None:
    """Duiven's theme is that of the tours."""
    tour = Tour(somebody(slug))
    tour.open("/")
    tour.open("/inloggen")
    tour.look_without_answers()
    tour.open("/bestaat-niet", status=404)
    if slug:
        tour.open("/werkplekken?q=tuin")
        tour.open("/inwoners/aanmelden/invuller")
    tour.end(among=())
