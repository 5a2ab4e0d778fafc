"""What a provider does on an ordinary day: hide, copy, change, think better of it, count."""

from collections.abc import Callable

from tests.support.person import ON_A_PHONE, Person

_MANAGER, _EMPLOYEE = "yvonne@kringloopdedraaideur.example", "erdem@kringloopdedraaideur.example"
_TITLE = "Meubels opknappen in de werkplaats"
_ORGANISATION = "Kringloop De Draaideur"


@ON_A_PHONE
def test_a_provider_hides_shows_and_copies_a_workplace(somebody: Callable[..., Person]) -> None:
    provider = somebody("apeldoorn")
    provider.log_in(_MANAGER)
    provider.press(f"Verberg {_TITLE}")
    provider.press(f"Maak zichtbaar {_TITLE}")
    provider.main.get_by_role("button", name=f"Verberg {_TITLE}").wait_for()
    provider.follow(_TITLE)
    provider.press("Maak een kopie")
    title = provider.field("Naam van de werkplek").input_value()
    assert title != _TITLE
    provider.press("Bewaar dit onderdeel")
    provider.follow("Bekijk het voorbeeld")
    provider.reads(title)
    provider.open("/aanbieder")
    provider.follow(title)
    provider.follow("Werkplek verwijderen")
    provider.press("Gooi de werkplek weg")
    provider.open("/aanbieder")
    provider.does_not_read(title)


@ON_A_PHONE
def test_of_two_colleagues_the_second_sees_both_texts_and_chooses(
    somebody: Callable[..., Person],
) -> None:
    first, second = somebody("apeldoorn"), somebody("apeldoorn")
    texts = ["We schuren en lakken.", "We schuren, lijmen en lakken."]
    for person, email in ((first, _MANAGER), (second, _EMPLOYEE)):
        person.log_in(email)
        person.follow(_TITLE)
        person.follow("Het werk")
    first.fill({"In het kort": texts[0]})
    first.press("Bewaar dit onderdeel")
    first.reads("Bezoekers zien nog de vorige, goedgekeurde versie.")
    second.fill({"In het kort": texts[1]})
    second.press("Bewaar dit onderdeel", status=409)
    second.reads("Iemand anders was je voor")
    second.reads(texts[0])
    assert second.field("In het kort").input_value() == texts[1]
    second.press("Bewaar dit onderdeel")
    second.follow("Bekijk wat er anders is")
    second.reads(texts[1])
    second.follow("Terug naar de werkplek")
    second.press("Neem de wijziging terug")
    second.page.get_by_text("Je wijziging is weg.").wait_for()
    second.does_not_read("Je wijziging staat nog niet op de site")


@ON_A_PHONE
def test_a_provider_reads_the_figures_and_takes_the_workplaces_along(
    somebody: Callable[..., Person],
) -> None:
    provider = somebody("apeldoorn")
    provider.log_in(_MANAGER)
    provider.follow(f"Bekijk de cijfers {_TITLE}")
    provider.reads("Alle cijfers in een tabel")
    with provider.page.expect_download() as figures:
        provider.follow("Download de cijfers als CSV")
    assert figures.value.path().read_text("utf-8-sig").startswith('"Maand"')
    provider.open("/aanbieder")
    with provider.page.expect_download() as workplaces:
        provider.follow("Download deze werkplekken (CSV)")
    assert _TITLE in workplaces.value.path().read_text("utf-8-sig")


@ON_A_PHONE
def test_a_provider_chooses_what_visitors_read_of_the_contact(
    somebody: Callable[..., Person],
) -> None:
    provider, visitor = somebody("apeldoorn"), somebody("apeldoorn")
    provider.log_in(_MANAGER)
    visitor.open("/werkplekken?q=meubels")
    visitor.follow(_TITLE)
    visitor.follow(_ORGANISATION)
    address = visitor.page.url
    phone = _phone_made_public(provider, is_public=True)
    visitor.page.goto(address)
    visitor.reads(phone)
    _phone_made_public(provider, is_public=False)
    visitor.page.goto(address)
    visitor.does_not_read(phone)


def _phone_made_public(provider: Person, *, is_public: bool) -> str:
    """Let visitors read the number, or no longer; return it."""
    provider.open("/aanbieder")
    provider.follow(f"Gegevens van {_ORGANISATION} wijzigen")
    box = provider.main.get_by_role("checkbox", name="Telefoonnummer")
    box.set_checked(is_public)
    phone = provider.main.locator("input[name=contact_phone]").input_value()
    provider.press("Bewaar de gegevens")
    return phone
