"""A workplace goes and comes back: its provider asks, the moderator confirms."""

from collections.abc import Callable

from tests.support.person import ON_A_PHONE, Person


@ON_A_PHONE
def test_a_provider_asks_a_moderator_removes_and_the_provider_restores(
    somebody: Callable[..., Person],
) -> None:
    provider, moderator = somebody("duiven"), somebody("duiven")
    provider.log_in("marga@deploegschaar.example")
    provider.open("/aanbieder")
    link = provider.main.locator("h3 a").first
    title = link.inner_text()
    link.click()
    provider.follow("Werkplek verwijderen")
    provider.press("Vraag om te verwijderen", status=422)
    provider.reads("Kies waarom de werkplek weg kan.")
    provider.fill({"De werkplek is er niet meer": True})
    provider.press("Vraag om te verwijderen")
    provider.reads("Verwijdering gevraagd")
    moderator.log_in("moderator.duiven@voorbeeldgemeente.example")
    moderator.open("/moderatie?soort=verwijdering")
    moderator.follow(title)
    moderator.press("Verwijder de werkplek")
    moderator.reads(f"“{title}”")
    provider.page.reload()
    provider.reads("Deze werkplek is verwijderd")
    provider.press("Zet de werkplek terug")
    provider.reads("Hij is nog verborgen")
    provider.open("/aanbieder")
    provider.press("Maak zichtbaar")
    provider.does_not_read("Verwijderd")
