"""A consultant signs a resident up, and follows one up: calls, plans a talk, and hands over."""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import expect

from tests.support.browser_signup import sign_up
from tests.support.mailbox import wait_for_link, wait_for_mail
from tests.support.person import ON_A_PHONE, Person
from tests.support.resident_signup import NEXT, SEND, WITHDRAW
from tests.support.running_site import RunningSite
from tests.support.tour import fill, look
from webapp.core import clock

_BY_CONSULTANT = "Ik ben consulent of wijkcoach en vul het in voor iemand anders"
_WITH_WHOM = "Met wie heb je de aanmelding afgesproken?"


@ON_A_PHONE
def test_a_consultant_takes_calls_plans_and_hands_over(
    somebody: Callable[..., Person], site: RunningSite, *, javascript: bool
) -> None:
    email = f"tess.{'met' if javascript else 'zonder'}@inwoner.example"
    resident, consultant = somebody("zevenaar"), somebody("zevenaar")
    sign_up(resident, "Tess Testema", email, "6901 AB")
    link = wait_for_link(site, email, "/inwoners/aanmelding/")
    consultant.log_in("consulent.zevenaar@voorbeeldgemeente.example")
    consultant.open("/consulent/aanmeldingen?status=nieuw")
    consultant.main.locator("h2 a").first.click()
    consultant.reads(email)
    consultant.press("Ik volg deze aanmelding")
    consultant.follow("Noteer dat je contact zocht")
    consultant.fill({"Gebeld": True, "We spraken elkaar": True})
    _look(consultant)
    consultant.press("Bewaar")
    consultant.reads("Gebeld: we spraken elkaar")
    _plan_a_talk(consultant)
    resident.page.goto(link)
    resident.reads("Waar: Gemeentehuis.")

    consultant.follow("Draag over aan een andere gemeente")
    _look(consultant)
    consultant.main.get_by_label("In welke gemeente woont de inwoner?").select_option("Duiven")
    consultant.fill({"Ik heb dit met de inwoner besproken": True})
    consultant.press("Draag de aanmelding over")
    consultant.page.get_by_text("De gemeente Duiven gaat verder").wait_for()
    consultant.does_not_read("Tess Testema")
    wait_for_mail(site, email, "Je oude link werkt niet meer.")
    resident.page.goto(wait_for_link(site, email, "duiven.localhost"))
    resident.reads("Je aanmelding")
    resident.follow("Stop mijn aanmelding")
    resident.press(WITHDRAW)


@ON_A_PHONE
def test_a_consultant_signs_a_resident_up_and_says_with_whom_it_was_agreed(
    somebody: Callable[..., Person], site: RunningSite, *, javascript: bool
) -> None:
    email = f"teun.{'met' if javascript else 'zonder'}@inwoner.example"
    resident, consultant = somebody("zevenaar"), somebody("zevenaar")
    consultant.log_in("consulent.zevenaar@voorbeeldgemeente.example")
    consultant.open("/consulent/aanmeldingen")
    _look(consultant)
    consultant.follow("Iemand aanmelden")
    consultant.follow("Begin met je aanmelding")
    expect(consultant.field(_BY_CONSULTANT)).to_be_checked()
    consultant.press(NEXT)
    _say_with_whom(consultant)
    fill(consultant, {"meets_age_condition": "yes"})
    for _step in ("condition", "work", "time", "needs"):
        consultant.press(NEXT)
    fill(consultant, {"name": "Teun Testema", "email": email, "residence": "6901 AB"})
    consultant.press(NEXT)
    _change_with_whom(consultant)
    consultant.press(SEND)
    assert consultant.heading == "Je aanmelding is verstuurd"

    consultant.open("/consulent/aanmeldingen?status=nieuw")
    consultant.follow("Teun Testema")
    for way in ("", "Inzage: alles wat we bewaren"):
        if way:
            consultant.follow(way)
        consultant.reads("Afgesproken met")
        consultant.reads("Teun en zijn moeder")
        _look(consultant)
    resident.page.goto(wait_for_link(site, email, "/inwoners/aanmelding/"))
    resident.reads("Teun en zijn moeder")
    resident.follow("Stop mijn aanmelding")
    resident.press(WITHDRAW)


def _say_with_whom(consultant: Person) -> None:
    """Forget it first; say it, go on and back, and find it again."""
    assert consultant.heading == "Met wie is dit afgesproken?"
    _look(consultant)
    consultant.press(NEXT, status=422)
    consultant.reads("Vul in met wie je dit hebt afgesproken: een naam of een rol.")
    _look(consultant)
    consultant.fill({_WITH_WHOM: "Teun zelf"})
    consultant.press(NEXT)
    assert consultant.heading == "Kun je meedoen?"
    consultant.follow("Terug naar de vorige stap")
    expect(consultant.field(_WITH_WHOM)).to_have_value("Teun zelf")
    consultant.press(NEXT)


def _change_with_whom(consultant: Person) -> None:
    """Change it at the check; then it is of no use for a while, and asked anew."""
    assert consultant.heading == "Klopt alles?"
    consultant.reads("Teun zelf")
    consultant.main.locator("a[href$='/aanmelden/invuller']").first.click()
    consultant.fill({"Ik vul het in voor iemand die ik ken of help": True})
    consultant.press(NEXT)
    consultant.does_not_read("Teun zelf")
    consultant.main.locator("a[href$='/aanmelden/invuller']").first.click()
    consultant.fill({_BY_CONSULTANT: True})
    consultant.press(NEXT)
    expect(consultant.field(_WITH_WHOM)).to_have_value("")
    consultant.fill({_WITH_WHOM: "Teun en zijn moeder"})
    consultant.press(NEXT)
    assert consultant.heading == "Klopt alles?"
    _look(consultant)


def _plan_a_talk(consultant: Person) -> None:
    day = clock.today() + timedelta(days=9)
    consultant.follow("Plan een intake")
    _look(consultant)
    consultant.fill({"Op welke dag?": day.isoformat(), "Hoe laat?": "14:30"})
    consultant.fill({"Waar?": "Gemeentehuis"})
    consultant.press("Bewaar de intake")
    consultant.page.get_by_text("De inwoner krijgt een mail.").wait_for()


def _look(person: Person) -> None:
    if person.has_javascript:
        look(person)
