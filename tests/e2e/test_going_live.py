"""A moderator trusts an organisation: its change is live at once, and looked at afterwards."""

from collections.abc import Callable

from tests.support.person import AT_A_DESK, Person
from tests.support.tour import look

_NEW = {True: "Elke dag iets anders, met hulp dichtbij.", False: "Buiten zijn, en veel leren."}


@AT_A_DESK
def test_a_trusted_organisation_changes_and_the_moderator_looks_afterwards(
    somebody: Callable[..., Person],
) -> None:
    title = "Dieren verzorgen op de kinderboerderij"
    moderator, provider, visitor = somebody(), somebody(), somebody()
    new = _NEW[visitor.has_javascript]
    moderator.log_in("moderator.duiven@voorbeeldgemeente.example")
    moderator.open("/moderatie/werkplekken")
    moderator.follow(title)
    moderator.follow("Speelboerderij De Bonte Bok")
    moderator.press("Zet wijzigingen meteen op de site")
    _change(provider, title, new)
    provider.reads("Je wijziging staat nu op de site.")
    visitor.open("/werkplekken?q=kinderboerderij")
    visitor.follow(title)
    visitor.reads(new)
    moderator.open("/moderatie?soort=achteraf")
    moderator.follow(title)
    moderator.reads("Wat er anders is")
    moderator.press("Gezien, het klopt")
    moderator.open("/moderatie?soort=achteraf")
    moderator.does_not_read(title)
    _put_back(provider, moderator, visitor, title)
    moderator.open("/moderatie/werkplekken")
    moderator.follow(title)
    moderator.follow("Speelboerderij De Bonte Bok")
    moderator.press("Controleer weer vooraf")


def _put_back(provider: Person, moderator: Person, visitor: Person, title: str) -> None:
    """Let a change go live that is not right, and the moderator put back what was there."""
    provider.open("/aanbieder")
    provider.follow(title)
    provider.follow("Het werk")
    provider.fill({"In het kort": "Hier klopt niets van."})
    provider.press("Bewaar dit onderdeel")
    provider.follow("Controleer en dien in")
    provider.press("Dien de werkplek in")
    moderator.open("/moderatie?soort=achteraf")
    moderator.follow(title)
    moderator.main.get_by_text("Vorige versie terugzetten").click()
    moderator.page.locator("details[open] textarea").fill("Schrijf wat er echt is.")
    moderator.press("Zet de vorige versie terug")
    moderator.page.get_by_text("staat weer op de site.").wait_for()
    visitor.page.reload()
    visitor.does_not_read("Hier klopt niets van.")
    provider.open("/aanbieder")
    provider.follow(title)
    provider.reads("Schrijf wat er echt is.")
    provider.press("Neem de wijziging terug")


def _change(provider: Person, title: str, new: str) -> None:
    """Change the summary of a workplace, look at what is other, and hand it in."""
    provider.log_in("riet@debontebok.example")
    provider.follow(title)
    provider.follow("Het werk")
    provider.fill({"In het kort": new})
    provider.press("Bewaar dit onderdeel")
    provider.follow("Bekijk wat er anders is")
    provider.reads(new)
    if provider.has_javascript:
        look(provider)
    provider.follow("Terug naar de werkplek")
    provider.follow("Controleer en dien in")
    provider.press("Dien de werkplek in")
