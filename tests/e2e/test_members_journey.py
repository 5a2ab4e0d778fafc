"""Who acts for an organisation: asked by mail, made a manager, handed over to, and gone again."""

from collections.abc import Callable

from tests.support.mailbox import wait_for_link
from tests.support.person import AT_A_DESK, Person
from tests.support.running_site import RunningSite

_MANAGER = "reinier@debeukenlaan.example"
_ORGANISATION = "Landgoedploeg De Beukenlaan"
_PASSWORD = "regen op een zinken dak"


@AT_A_DESK
def test_a_member_is_asked_takes_over_and_leaves(
    somebody: Callable[..., Person], site: RunningSite, *, javascript: bool
) -> None:
    name = "Mees Metsma" if javascript else "Zoë Zondersma"
    email = f"{name.split(maxsplit=1)[0].lower().replace('ë', 'e')}@debeukenlaan.example"
    manager, newcomer = somebody("rheden"), somebody("rheden")
    manager.log_in(_MANAGER)
    _see_members(manager)
    manager.follow("Nodig iemand uit")
    manager.fill({"Naam": name})
    manager.press("Stuur de uitnodiging", status=422)
    manager.fill({"E-mailadres": email, "Medewerker": True})
    manager.press("Stuur de uitnodiging")
    manager.reads(f"De uitnodiging gaat naar {email}.")

    newcomer.page.goto(wait_for_link(site, email, "/account/organisatie/"))
    _say_yes(newcomer, email)

    _see_members(manager)
    manager.follow(f"Draag beheer over {name}")
    manager.reads("Jij wordt medewerker.")
    manager.press("Draag het beheer over")
    manager.reads(f"{name} is nu beheerder. Jij bent medewerker.")
    assert manager.main.get_by_role("link", name="Nodig iemand uit").count() == 0

    _see_members(newcomer)
    newcomer.press("Maak beheerder Reinier")
    newcomer.follow("Verlaat deze organisatie")
    newcomer.press("Verlaat deze organisatie")
    newcomer.page.get_by_text(f"Je hoort niet meer bij {_ORGANISATION}.").wait_for()
    _see_members(manager)
    manager.does_not_read(name)
    manager.main.get_by_role("link", name="Nodig iemand uit").wait_for()


def _see_members(person: Person) -> None:
    person.open("/aanbieder")
    person.follow(f"Wie hoort bij {_ORGANISATION}")


def _say_yes(newcomer: Person, email: str) -> None:
    newcomer.reads(_ORGANISATION)
    newcomer.fill({"Kies een wachtwoord": _PASSWORD})
    newcomer.press("Neem de uitnodiging aan")
    newcomer.log_in(email, _PASSWORD)
    newcomer.open("/aanbieder")
    newcomer.reads("Parkploeg: bladeren, borders en grindpaden")
