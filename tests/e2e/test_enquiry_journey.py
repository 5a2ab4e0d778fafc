"""A visitor asks on a phone, the provider answers, and the visitor closes."""

from collections.abc import Callable

from tests.support.mailbox import wait_for_link, wait_for_mail
from tests.support.person import ON_A_PHONE, Person
from tests.support.running_site import RunningSite

_PROVIDER = "marga@deploegschaar.example"
_QUESTION = "Is er ook plek op donderdag?"
_ANSWER = "Ja, op donderdag is er plek."


@ON_A_PHONE
def test_a_visitor_asks_a_provider_answers_and_the_visitor_closes(
    somebody: Callable[..., Person], site: RunningSite, *, javascript: bool
) -> None:
    email = f"vera.{'met' if javascript else 'zonder'}@bezoeker.example"
    name = f"Vera {'Metsma' if javascript else 'Zondersma'}"
    visitor = somebody()
    visitor.open("/werkplekken?q=moestuin")
    visitor.main.locator(".card-title a").first.click()
    visitor.follow("Stel een vraag over deze werkplek")
    visitor.fill({"Je vraag": _QUESTION, "Je naam": name})
    visitor.press("Stuur je vraag", status=422)
    visitor.fill({"Je e-mailadres": email})
    visitor.press("Stuur je vraag")
    visitor.reads("Je kenmerk is")
    link = wait_for_link(site, email, "/vragen/")

    provider = somebody()
    provider.log_in(_PROVIDER)
    provider.open("/aanbieder/vragen")
    provider.follow(f"Vraag van {name}")
    provider.reads(_QUESTION)
    provider.fill({"Je bericht": _ANSWER})
    provider.press("Stuur het antwoord")
    provider.reads("Je antwoord gaat per mail")

    assert _PROVIDER not in wait_for_mail(site, email, _ANSWER)
    visitor.page.goto(link)
    visitor.reads(_ANSWER)
    visitor.press("Sluit je vraag af")
    visitor.reads("Je vraag is afgesloten.")
