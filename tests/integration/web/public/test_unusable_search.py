"""Searches that cannot be done as they are asked: what is wrong is said, the rest is done."""

import pytest

from tests.support import html
from webapp.search.parameters import FIELD_NAMES

CHOOSE = "Kies uit de lijst."


def error_at(page, field):
    """Return the error that a field on the page refers to."""
    (control,) = (
        each
        for tag in ("input", "select")
        for each in html.all_of(page.tree, tag)
        if each.get("id") == field
    )
    assert control.get("aria-invalid") == "true"
    assert f"{field}-error" in control.get("aria-describedby", "").split()
    (error,) = (each for each in page.tree.iter() if each.get("id") == f"{field}-error")
    return html.text_of(error).removeprefix("Fout: ")


@pytest.mark.parametrize(
    ("field", "query", "error"),
    [
        ("gebied", {"gebied": "heelal"}, "Kies uit: gemeente, omgeving, afstand."),
        ("km", {"postcode": "6921", "km": "ver"}, "Vul een heel getal in van 1 tot en met 100."),
        ("km", {"postcode": "6921", "km": "0"}, "Vul een heel getal in van 1 tot en met 100."),
        ("sorteer", {"sorteer": "kleur"}, "Kies uit: relevantie, afstand, nieuw, naam."),
        (
            "postcode",
            {"gebied": "afstand"},
            "Vul een postcode of plaats in om op afstand te zoeken.",
        ),
        (
            "postcode",
            {"postcode": "0000"},
            "Deze plaats kennen we niet. Vul een postcode in, zoals 1234, of een plaatsnaam.",
        ),
        (
            "postcode",
            {"postcode": "Elst"},
            "Er zijn meer plaatsen met deze naam. Kies welke je bedoelt.",
        ),
    ],
)
def test_what_a_field_cannot_take_is_said_there_and_the_rest_is_done(
    visitor, offer, field, query, error
):
    offer("Hout zagen")
    page = visitor.get("/werkplekken", status=422, q="hout", **query)
    assert error_at(page, field) == error
    assert page.errors == ([error] if field in FIELD_NAMES else [])
    assert page.heading.startswith("1 werkplek met “hout”")
    assert 'value="hout"' in page.response.text
    assert page.title.startswith("Fout:")


@pytest.mark.parametrize("name", ["branche", "trede", "traject", "dagdeel"])
def test_a_choice_that_does_not_exist_is_named_and_those_that_do_still_count(visitor, offer, name):
    offer("Hout zagen", rungs=(3,))
    page = visitor.get("/werkplekken", status=422, **{"toegankelijkheid": [], name: "bestaat-niet"})
    assert f": {CHOOSE}" in page.main_text
    assert page.heading.startswith("1 werkplek ")


def test_several_problems_are_all_said(visitor, offer):
    offer("Hout zagen")
    page = visitor.get(
        "/werkplekken", status=422, trede=["9", "3"], sorteer="kleur", q="hout", kleur="rood"
    )
    assert page.heading.startswith("1 werkplek ")
    assert f"Trede op de ladder: {CHOOSE}" in page.main_text
    assert "Volgorde: Kies uit:" in page.main_text


def test_a_name_that_means_nothing_here_is_no_mistake_of_the_visitor(visitor):
    visitor.get("/werkplekken", utm_source="nieuwsbrief")


def test_a_page_that_is_not_there_any_more_is_no_mistake_either(visitor):
    visitor.get("/werkplekken", pagina="99")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("q=%FF%FE", 200),
        ("q=" + "%F0%9F%9A%B2" * 500, 422),
        ("q=%22%27%3C%3E%26%5C%2A%3F" * 20, 200),
        ("q=" + "a" * 10_000, 422),
        ("q=<script>alert(1)</script>", 200),
        ("postcode=%27%3B+DROP+TABLE+workplace&gebied=afstand", 422),
        ("pagina=" + "9" * 400, 422),
        ("branche=%FF&trede=%FF", 422),
        ("&".join(f"branche=x{number}" for number in range(300)), 422),
    ],
)
def test_a_hostile_address_is_harmless(visitor, offer, query, status):
    offer("Hout")
    page = visitor.get(f"/werkplekken?{query}", status=status)
    assert "<script>alert" not in page.response.text
