"""A consultant follows a registration up: takes it, calls, plans a talk, and hands it over."""

from collections.abc import Callable
from datetime import timedelta

from tests.support.browser_signup import sign_up
from tests.support.mailbox import wait_for_link, wait_for_mail
from tests.support.person import ON_A_PHONE, Person
from tests.support.resident_signup import WITHDRAW
from tests.support.running_site import RunningSite
from tests.support.tour import look
from webapp.core import clock


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
