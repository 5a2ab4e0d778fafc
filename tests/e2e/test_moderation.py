"""Between provider and moderator: what comes back, what waits, and two who decide at once."""

from collections.abc import Callable

from tests.support.mailbox import wait_for_mail
from tests.support.person import AT_A_DESK, ON_A_PHONE, Person
from tests.support.running_site import RunningSite

_MODERATOR = "moderator.duiven@voorbeeldgemeente.example"


def _begin(provider: Person, title: str) -> None:
    provider.follow("Voeg een werkplek toe")
    provider.fill({"Naam van de werkplek": title})
    provider.press("Begin met deze werkplek")


def _fill_in_all_tasks(provider: Person) -> None:
    """Fill in what must be filled in, section by section, as the task list leads."""
    provider.fill({"In het kort": "Rustig werk.", "Wat je doet": "Je telt.", "Dieren": True})
    provider.press("Bewaar dit onderdeel")
    provider.reads("Van de 6 verplichte onderdelen zijn er 1 klaar.")
    provider.follow("Voor wie")
    provider.main.get_by_label("Trede 2").check()
    provider.press("Bewaar dit onderdeel")
    provider.follow("Begeleiding")
    provider.fill({"Dichtbij: de begeleider is erbij": True})
    provider.press("Bewaar dit onderdeel")
    provider.follow("Waar het is")
    provider.fill({"Straat": "Dorpstraat", "Huisnummer": "1", "Postcode": "6921 AB"})
    provider.fill({"Plaats": "Duiven"})
    provider.press("Bewaar dit onderdeel")
    provider.follow("Dagen en uren")
    provider.fill({"dinsdagochtend": True, "Minste aantal uren per week": "2"})
    provider.fill({"Meeste aantal uren per week": "8"})
    provider.press("Bewaar dit onderdeel")


def _hand_in(provider: Person) -> None:
    provider.follow("Controleer en dien in")
    provider.press("Dien de werkplek in")
    provider.reads("Je werkplek is ingediend.")


def _mend_what_is_missing(provider: Person, email: str) -> None:
    """Try to hand in too early, and go by the link to what is missing."""
    provider.follow("Controleer en dien in")
    provider.press("Dien de werkplek in", status=422)
    provider.follow("Vul de naam in van de contactpersoon.")
    provider.fill({"Contactpersoon": "Marga Tesselaar", "E-mailadres": email})
    provider.press("Bewaar dit onderdeel")
    provider.reads("Van de 6 verplichte onderdelen zijn er 6 klaar.")


def _send_back(moderator: Person, title: str, reason: str) -> None:
    """Try without a reason first."""
    moderator.log_in(_MODERATOR)
    moderator.follow(title)
    moderator.main.get_by_text("Terugsturen om aan te passen").click()
    moderator.press("Stuur terug met uitleg", status=422)
    moderator.page.locator("details[open] textarea").fill(reason)
    moderator.press("Stuur terug met uitleg")
    moderator.reads(f"“{title}” is terug naar de aanbieder.")


@ON_A_PHONE
def test_a_provider_reads_why_a_workplace_came_back_mends_it_and_hands_it_in_again(
    somebody: Callable[..., Person], site: RunningSite, *, javascript: bool
) -> None:
    word, email = "konijnen" if javascript else "cavia", "marga@deploegschaar.example"
    title = f"{word.capitalize()} tellen"
    reason = "Vertel erbij hoeveel konijnen het zijn."
    provider, moderator, visitor = somebody(), somebody(), somebody()
    provider.log_in(email)
    _begin(provider, title)
    _fill_in_all_tasks(provider)
    _mend_what_is_missing(provider, email)
    _hand_in(provider)
    _send_back(moderator, title, reason)
    wait_for_mail(site, email, title)

    provider.open("/aanbieder")
    provider.reads(reason)
    provider.follow(title)
    provider.reads("Terug voor aanpassing")
    provider.reads(reason)
    provider.follow("Het werk")
    provider.fill({"Wat je doet": "Je telt twaalf konijnen."})
    provider.press("Bewaar dit onderdeel")
    _hand_in(provider)

    moderator.open("/moderatie")
    moderator.follow(title)
    moderator.reads("Je telt twaalf konijnen.")
    moderator.press("Keur de werkplek goed")
    visitor.open(f"/werkplekken?q={word}")
    visitor.reloads_until(title)


@AT_A_DESK
def test_a_change_waits_while_visitors_see_what_was_approved(
    somebody: Callable[..., Person], *, javascript: bool
) -> None:
    title = "Inpakken aan een rustige tafel"
    new = "Dit is de nieuwe tekst." if javascript else "Dit is nog een tekst."
    provider, moderator, visitor = somebody(), somebody(), somebody()
    visitor.open("/werkplekken?q=inpakken")
    visitor.follow(title)
    address = visitor.page.url
    provider.log_in("bram@pakhuiszuiderlicht.example")
    provider.follow(title)
    provider.follow("Het werk")
    provider.fill({"In het kort": new})
    provider.press("Bewaar dit onderdeel")
    provider.reads("Bezoekers zien nog de vorige, goedgekeurde versie.")
    _hand_in(provider)
    visitor.page.goto(address)
    visitor.does_not_read(new)

    moderator.log_in(_MODERATOR)
    moderator.open("/moderatie?soort=wijziging")
    moderator.follow(title)
    moderator.reads("Wat er anders is")
    moderator.reads(new)
    moderator.press("Keur de werkplek goed")
    visitor.page.goto(address)
    visitor.reads(new)


@AT_A_DESK
def test_of_two_moderators_the_second_is_told_that_it_was_decided(
    somebody: Callable[..., Person], *, javascript: bool
) -> None:
    title = "Oude laptops wissen, repareren en weer klaarmaken"
    new = f"Je maakt laptops klaar voor {'scholen' if javascript else 'verenigingen'}."
    provider, visitor = somebody("arnhem"), somebody("arnhem")
    first, second = somebody("arnhem"), somebody("arnhem")
    provider.log_in("priya@bitvoorbit.example")
    provider.follow(title)
    provider.follow("Het werk")
    provider.fill({"In het kort": new})
    provider.press("Bewaar dit onderdeel")
    _hand_in(provider)
    for moderator in (first, second):
        moderator.log_in("moderator.arnhem@voorbeeldgemeente.example")
        moderator.follow(title)
    first.press("Keur de werkplek goed")
    first.reads(f"“{title}” staat nu op de site.")
    second.main.get_by_text("Afwijzen", exact=True).click()
    second.page.locator("details[open] textarea").fill("Dit past hier niet.")
    second.press("Wijs af met uitleg", status=409)
    second.reads("Er is al besloten")
    second.reads("Wat je net koos, is niet uitgevoerd.")
    visitor.open("/werkplekken?q=laptops")
    visitor.follow(title)
    visitor.reads(new)
