"""A provider who leaves half-way loses nothing."""

from collections.abc import Callable

from tests.support.person import ON_A_PHONE, WITH_JAVASCRIPT, Person


@ON_A_PHONE
@WITH_JAVASCRIPT
def test_what_was_typed_is_there_when_the_provider_comes_back(
    somebody: Callable[..., Person],
) -> None:
    provider = somebody()
    provider.log_in("marga@deploegschaar.example")
    provider.open("/aanbieder/werkplekken/nieuw")
    provider.fill({"Naam van de werkplek": "Helpen met bewaren"})
    provider.press("Begin met deze werkplek")
    provider.fill({"In het kort": "Half af"})
    provider.reads("Vanzelf bewaard om")
    address = provider.page.url
    provider.open("/aanbieder")
    provider.page.goto(address)
    assert provider.field("In het kort").input_value() == "Half af"
    provider.fill({"In het kort": "Helemaal af", "Wat je doet": "Je bewaart.", "Dieren": True})
    provider.press("Bewaar dit onderdeel")
    provider.reads("“Het werk” is bewaard.")
