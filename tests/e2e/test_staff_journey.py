"""Somebody comes to work at a municipality, gets another role, and leaves."""

from collections.abc import Callable

from tests.support.mailbox import wait_for_link
from tests.support.person import ON_A_PHONE, Person
from tests.support.running_site import RunningSite

_PASSWORD = "regen op een zinken dak"


@ON_A_PHONE
def test_a_colleague_comes_changes_roles_and_goes(
    somebody: Callable[..., Person], site: RunningSite, *, javascript: bool
) -> None:
    name = "Mats Metwerk" if javascript else "Zita Zonderwerk"
    email = f"{name.split(maxsplit=1)[0].lower()}@voorbeeldgemeente.example"
    moderator, colleague = somebody("zevenaar"), somebody("zevenaar")
    moderator.log_in("hugo.tweepet@voorbeeldgemeente.example")
    moderator.open("/moderatie/medewerkers/uitnodigen")
    moderator.fill({"Naam": name, "E-mailadres": email, "Consulent": True})
    moderator.press("Stuur de uitnodiging")
    colleague.page.goto(wait_for_link(site, email, "/account/uitnodiging/"))
    _say_yes(colleague, email)

    moderator.open("/moderatie/medewerkers")
    moderator.follow(f"Wijzig wat {name} mag")
    moderator.fill({"Moderator": True})
    moderator.press("Bewaar de rollen")
    moderator.page.get_by_text(f"De rollen van {name} zijn gewijzigd.").wait_for()
    colleague.open("/moderatie")
    assert colleague.heading == "Wachten op controle"
    colleague.open("/account/sessies")
    colleague.reads("Hier ben je nu")

    moderator.open("/moderatie/medewerkers")
    with moderator.page.expect_download() as rights:
        moderator.main.locator("a[href$='rechten.csv']").click()
    assert name in rights.value.path().read_text("utf-8-sig")
    moderator.follow(f"Wijzig wat {name} mag")
    moderator.press(f"Stop de toegang van {name}")
    moderator.page.get_by_text("werkt hier niet meer en is overal uitgelogd.").wait_for()
    colleague.open("/moderatie")
    assert colleague.heading == "Inloggen"


def _say_yes(colleague: Person, email: str) -> None:
    colleague.fill({"Kies een wachtwoord": _PASSWORD})
    colleague.press("Neem de uitnodiging aan")
    colleague.log_in(email, _PASSWORD)
    colleague.open("/consulent")
    colleague.reads("Zoek")
