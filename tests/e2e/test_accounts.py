"""Getting in, staying in, and letting a colleague in."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.mailbox import wait_for_link, wait_for_mail
from tests.support.person import (
    AT_A_DESK,
    ON_A_PHONE,
    WITH_JAVASCRIPT,
    WITHOUT_JAVASCRIPT,
    Person,
)
from tests.support.running_site import RunningSite

_NEW = "regen op een zinken dak"


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_who_forgot_a_password_chooses_another_by_the_link_in_the_mail(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    email = "wout@deploegschaar.example"
    person = somebody()
    person.open("/aanbieder")
    assert person.heading == "Inloggen"
    person.fill({"E-mailadres": email, "Wachtwoord": "ik denk dat het dit was"})
    person.press("Inloggen", status=422)
    person.reads("Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk ze na.")
    expect(person.field("E-mailadres")).to_have_value(email)
    expect(person.field("Wachtwoord")).to_have_value("")

    person.follow("Wachtwoord vergeten?")
    person.fill({"E-mailadres": email})
    person.press("Stuur mij een link")
    assert person.heading == "Kijk in je mail"
    link = wait_for_link(site, email, "/account/wachtwoord-herstellen/")
    person.page.goto(link)
    person.fill({"Nieuw wachtwoord": "te kort"})
    person.press("Bewaar mijn wachtwoord", status=422)
    person.fill({"Nieuw wachtwoord": _NEW})
    person.press("Bewaar mijn wachtwoord")
    person.log_in(email, _NEW)
    person.page.goto(link)
    assert person.heading == "Deze link werkt niet meer"


@AT_A_DESK
@WITHOUT_JAVASCRIPT
def test_who_changes_a_password_is_logged_out_elsewhere(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    email = "fatma@fietspuntdeketting.example"
    at_work, at_home = somebody(), somebody()
    for person in (at_work, at_home):
        person.log_in(email)
    at_work.open("/account/wachtwoord")
    at_work.fill({"Je wachtwoord van nu": "samen-aan-de-slag", "Nieuw wachtwoord": _NEW})
    at_work.press("Bewaar mijn wachtwoord")
    at_work.reads("Op andere apparaten ben je nu uitgelogd.")
    at_home.open("/aanbieder")
    assert at_home.heading == "Inloggen"
    at_work.open("/aanbieder")
    assert at_work.heading == "Mijn werkplekken"
    wait_for_mail(site, email, "/wachtwoord-vergeten")


@ON_A_PHONE
@WITHOUT_JAVASCRIPT
def test_a_new_address_counts_once_it_is_confirmed(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    old, new = "samira@dehoutenlepel.example", "samira.haddouchi@voorbeeld.nl"
    person = somebody()
    person.log_in(old)
    person.open("/account/e-mail")
    person.fill({"Nieuw e-mailadres": new, "Je wachtwoord": "samen-aan-de-slag"})
    person.press("Stuur de mail om te bevestigen")
    person.reads(f"We hebben een mail gestuurd naar {new}.")
    person.page.goto(wait_for_link(site, new, "/account/e-mail-bevestigen/"))
    person.press("Bevestig mijn e-mailadres")
    wait_for_mail(site, old, "Op dit adres krijg je geen mail meer van ons.")
    again = somebody()
    again.log_in(new)


@AT_A_DESK
@WITH_JAVASCRIPT
def test_a_colleague_is_invited_by_mail_and_starts_to_moderate(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    email = "nieuw.collega@voorbeeldgemeente.example"
    moderator, colleague = somebody(), somebody()
    moderator.log_in("moderator.duiven@voorbeeldgemeente.example")
    moderator.open("/moderatie/medewerkers/uitnodigen")
    moderator.fill({"Naam": "Noor Nieuw", "E-mailadres": email, "Moderator": True})
    moderator.press("Stuur de uitnodiging")
    moderator.reads("Noor Nieuw")
    colleague.page.goto(wait_for_link(site, email, "/account/uitnodiging/"))
    assert colleague.heading == "Je bent uitgenodigd"
    colleague.reads("Noor Nieuw")
    colleague.fill({"Kies een wachtwoord": _NEW})
    colleague.press("Neem de uitnodiging aan")
    colleague.log_in(email, _NEW)
    assert colleague.heading == "Wachten op controle"


@ON_A_PHONE
def test_who_forgot_to_log_out_elsewhere_does_so_from_here(somebody: Callable[..., Person]) -> None:
    here, elsewhere = somebody("apeldoorn"), somebody("apeldoorn")
    for person in (here, elsewhere):
        person.log_in("niels@detrageboon.example")
    here.open("/account/sessies")
    here.reads("Hier ben je nu")
    here.main.get_by_role("button", name="Log daar uit").first.click()
    here.reads("Je bent daar nu uitgelogd.")
    elsewhere.open("/aanbieder")
    assert elsewhere.heading == "Inloggen"
    here.open("/aanbieder")
    assert here.heading == "Mijn werkplekken"
