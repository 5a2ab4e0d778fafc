"""From signing up to being found: an organisation, a moderator and a visitor."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.mailbox import wait_for_link, wait_for_mail
from tests.support.person import Person
from tests.support.running_site import RunningSite

_MODERATOR = "moderator.duiven@voorbeeldgemeente.example"
_PASSWORD = "wandelen langs het water"
# What each of the four browsers' organisation makes: a word to find it by.
_CRAFTS = {(320, True): "klompen", (320, False): "manden", (1280, True): "kaarsen"}


def _sign_up(person: Person, craft: str, email: str) -> None:
    person.open("/")
    person.page.get_by_role("banner").get_by_role("link", name="Organisatie aanmelden").click()
    person.follow("Begin met aanmelden")
    _tell_of_organisation(person, craft, email)
    _tell_of_workplace(person, craft)
    person.fill({"Straat": "Rijksweg", "Huisnummer": "12a", "Postcode": "6921ab"})
    person.fill({"Plaats": "Duiven", "maandagochtend": True, "vrijdagmiddag": True})
    person.fill({"Minste aantal uren per week": "4", "Meeste aantal uren per week": "16"})
    person.press("Bewaar en ga verder")
    person.fill({"Je naam": "Lies Proef", "Je e-mailadres": email})
    person.press("Bewaar en ga verder")
    assert person.heading == "Klopt alles?"


def _tell_of_organisation(person: Person, craft: str, email: str) -> None:
    """Fill in the first step, with a mistake on the way."""
    person.fill({"Naam van de organisatie": f"Atelier {craft}", "KvK-nummer": "1234"})
    person.fill({"Contactpersoon": "Lies Proef", "E-mailadres": email})
    person.press("Bewaar en ga verder", status=422)
    _sees_the_mistake(person, "Vul de acht cijfers van het KvK-nummer in, zoals 12345678.")
    expect(person.field("Naam van de organisatie")).to_have_value(f"Atelier {craft}")
    expect(person.field("E-mailadres")).to_have_value(email)
    person.fill({"KvK-nummer": "00000999"})
    person.press("Bewaar en ga verder")


def _tell_of_workplace(person: Person, craft: str) -> None:
    """Fill in the second step, with something forgotten."""
    title = f"Helpen met {craft} maken"
    person.fill({"Naam van de werkplek": title, "In het kort": "Samen iets moois maken."})
    person.fill({"Wat je doet": "Je snijdt, plakt en verft."})
    person.fill({"Hout": True, "Dichtbij: de begeleider is erbij": True})
    person.press("Bewaar en ga verder", status=422)
    _sees_the_mistake(person, "Kies minstens één trede.")
    expect(person.field("Naam van de werkplek")).to_have_value(title)
    expect(person.field("Hout")).to_be_checked()
    person.main.get_by_label("Trede 3").check()
    person.press("Bewaar en ga verder")


def _sees_the_mistake(person: Person, sentence: str) -> None:
    summary = person.page.locator(".error-summary")
    expect(summary).to_be_in_viewport()
    expect(summary.get_by_role("link", name=sentence)).to_be_visible()
    expect(summary).to_be_focused()
    summary.get_by_role("link", name=sentence).click()
    assert person.page.evaluate("document.activeElement.closest('.field-invalid') !== null")
    assert person.page.title().startswith("Fout:")


def _complete(person: Person, title: str) -> None:
    """Fill in what the sign-up did not ask."""
    person.open("/aanbieder")
    person.follow(title)
    person.reads("Wacht op controle")
    person.follow("Vergoeding")
    person.main.get_by_label("In natura, zoals een lunch").check()
    person.press("Bewaar dit onderdeel")
    person.reads("“Vergoeding” is bewaard.")
    person.follow("Bekijk het voorbeeld")
    person.reads("In natura, zoals een lunch")


def _approve(moderator: Person, title: str) -> None:
    moderator.log_in(_MODERATOR)
    assert moderator.heading == "Wachten op controle"
    moderator.follow(title)
    moderator.press("Keur organisatie en werkplek goed")
    moderator.reads(f"“{title}” staat nu op de site.")


def _find(visitor: Person, word: str, area: str, title: str) -> None:
    """Search as soon as the worker has brought the index up to date."""
    visitor.open("/werkplekken")
    visitor.field("Wat wil je doen?").fill(word)
    visitor.field("Waar?").select_option(area)
    visitor.press("Zoek werkplekken")
    visitor.reloads_until(title)


def test_an_organisation_signs_up_and_its_workplace_is_found_hidden_and_shown(
    somebody: Callable[..., Person], site: RunningSite, width: int, *, javascript: bool
) -> None:
    craft = _CRAFTS.get((width, javascript), "zeilen")
    title, email = f"Helpen met {craft} maken", f"lies.{craft}@voorbeeld.nl"
    provider, moderator, visitor = somebody(), somebody(), somebody()

    _sign_up(provider, craft, email)
    provider.press("Verstuur de aanmelding")
    assert provider.heading == "Bevestig je e-mailadres"
    provider.page.goto(wait_for_link(site, email, "/account/bevestigen/"))
    provider.fill({"Kies een wachtwoord": _PASSWORD})
    provider.press("Bevestig mijn aanmelding")
    provider.log_in(email, _PASSWORD)
    _complete(provider, title)

    _approve(moderator, title)
    wait_for_mail(site, email, title)

    _find(visitor, craft, "gemeente", title)
    neighbour = somebody("zevenaar")
    _find(neighbour, craft, "omgeving", title)
    neighbour.reads("buurgemeente Duiven")
    visitor.follow(title)
    assert visitor.heading == title
    visitor.reads("Je snijdt, plakt en verft.")

    provider.open("/aanbieder")
    provider.press("Verberg")
    provider.reads(f"“{title}” is nu verborgen voor bezoekers.")
    visitor.open(f"/werkplekken?q={craft}")
    visitor.does_not_read(title)
    provider.press("Maak zichtbaar")
    visitor.reloads_until(title)
