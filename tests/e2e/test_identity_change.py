"""An organisation gets another name: its manager asks, the moderator decides."""

from collections.abc import Callable

from tests.support.person import ON_A_PHONE, Person

_LINK = "Vraag een andere naam of een ander KvK-nummer"
_ASK = "Vraag het de gemeente"


@ON_A_PHONE
def test_a_manager_asks_for_another_name_and_visitors_read_it_after_a_yes(
    somebody: Callable[..., Person], *, javascript: bool
) -> None:
    new_name = "Wijkpost De Vrolijke Duif" if javascript else "Wijkpost De Snelle Duif"
    provider, moderator, visitor = somebody("arnhem"), somebody("arnhem"), somebody("arnhem")
    provider.log_in("chantal@devluggeduif.example")
    provider.open("/aanbieder")
    provider.follow("Gegevens van ")
    old_name = provider.heading
    _ask(provider, new_name)
    provider.press("Toch niet wijzigen")
    provider.reads("Alles blijft zoals het was")
    _ask(provider, new_name)
    moderator.log_in("moderator.arnhem@voorbeeldgemeente.example")
    _decide(moderator, old_name)
    moderator.press("Laat de gegevens zoals ze zijn", status=422)
    moderator.fill({"Waarom blijft het zoals het was?": "In het register staat het anders."})
    moderator.press("Laat de gegevens zoals ze zijn")
    provider.page.reload()
    provider.reads("In het register staat het anders.")
    _ask(provider, new_name)
    _decide(moderator, old_name)
    moderator.reads("Een nieuwe naam.")
    moderator.press("Pas de gegevens aan")
    moderator.reads(f"De gegevens van “{new_name}” zijn aangepast.")
    provider.page.reload()
    assert provider.heading == new_name
    visitor.open("/werkplekken?q=Duif")
    visitor.reads(new_name)


def _ask(provider: Person, name: str) -> None:
    provider.follow(_LINK)
    provider.fill({"Naam van de organisatie": name})
    provider.press(_ASK, status=422)
    provider.fill({"Waarom verandert dit?": "Een nieuwe naam."})
    provider.press(_ASK)
    provider.reads("De gemeente beslist")


def _decide(moderator: Person, old_name: str) -> None:
    moderator.open("/moderatie?soort=naam-of-kvk")
    moderator.follow(old_name)
    moderator.page.get_by_text("Niet aanpassen", exact=True).click()
