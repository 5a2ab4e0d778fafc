"""Comparing workplaces out of a list."""

import pytest
from sqlalchemy import select

from tests.support import html
from tests.support.workplaces import hide
from webapp.workplaces.models import Workplace
from webapp.workplaces.vocabulary import Access

COMPARE = "Vergelijk wat je aanvinkte"
PATH = "/werkplekken/vergelijk"


@pytest.fixture
def three(offer):
    return [
        offer("Aardappels rooien", wheelchair=Access.YES, try_out=True),
        offer("Brood bakken", rungs=(4,)),
        offer("Cement storten", postcode="6901 AB", place="Zevenaar"),
    ]


def columns(page):
    (head,) = html.all_of(page.tree, "thead")
    return [html.text_of(th).split(" Haal weg")[0] for th in html.all_of(head, "th")][1:]


def row(page, label):
    """Return the values of a row, without the name that stands before each on a phone."""
    for tr in html.all_of(page.tree, "tr"):
        th, *cells = (each for each in tr if each.tag in {"th", "td"})
        if th.tag == "th" and html.text_of(th) == label:
            names = [html.text_of(html.all_of(td, "span")[0]) for td in cells]
            return [
                html.text_of(td).removeprefix(name).strip()
                for td, name in zip(cells, names, strict=True)
            ]
    return None


def test_a_visitor_ticks_workplaces_compares_them_and_returns_to_the_same_list(visitor, three):
    visitor.get("/werkplekken", sorteer="naam", trede=["2", "3", "4"])
    page = visitor.submit(COMPARE, id=three)
    assert columns(page) == ["Aardappels rooien", "Brood bakken", "Cement storten"]
    assert row(page, "Bereikbaar met een rolstoel") == ["Ja", "Niet ingevuld", "Niet ingevuld"]
    assert row(page, "Eerst meedraaien op een proefplek") == ["Ja", "Nee", "Nee"]
    assert row(page, "Trede op de ladder")[1] == "Trede 4: Onbetaald werk"
    assert row(page, "Vergoeding voor onkosten") is None
    page = visitor.follow("Terug naar de lijst")
    assert page.url.endswith("/werkplekken?trede=2&trede=3&trede=4&sorteer=naam")


def test_with_a_place_the_distances_are_compared_too(visitor, three):
    visitor.get("/werkplekken", postcode="6921")
    page = visitor.submit(COMPARE, id=[three[0], three[2]])
    assert row(page, "Afstand, rechte lijn") == ["minder dan 1 km", "ongeveer 5 km"]


def test_one_is_taken_away_and_the_title_leads_to_its_page_and_back(visitor, three):
    visitor.get("/werkplekken", q="rooien bakken", sorteer="naam")
    visitor.get(PATH, id=three, sorteer="naam")
    page = visitor.follow("Haal weg: Brood bakken")
    assert columns(page) == ["Aardappels rooien", "Cement storten"]
    compared = page.url
    visitor.follow("Cement storten")
    assert visitor.follow("Terug naar de werkplekken").url == compared
    assert visitor.follow("Terug naar de lijst").url.endswith("/werkplekken?sorteer=naam")


def test_of_more_than_three_a_visitor_chooses_which_and_nothing_is_lost(visitor, offer, three):
    fourth = offer("Dozen vouwen")
    visitor.get("/werkplekken", sorteer="naam")
    page = visitor.submit(COMPARE, status=422, id=[*three, fourth])
    assert "Je koos er 4. Er passen er drie naast elkaar." in page.main_text
    page = visitor.submit(COMPARE, id=[three[0], fourth])
    assert columns(page) == ["Aardappels rooien", "Dozen vouwen"]
    assert visitor.follow("Terug naar de lijst").url.endswith("?sorteer=naam")


def test_what_left_public_view_is_said_and_left_out(visitor, three, database):
    with database.writing() as session:
        hide(session, session.scalar(select(Workplace).where(Workplace.public_id == three[1])))
    page = visitor.get(PATH, id=three)
    assert columns(page) == ["Aardappels rooien", "Cement storten"]
    assert "Eén werkplek die je koos, is er niet meer." in page.main_text
    assert "Brood" not in page.text


def test_who_ticked_none_or_one_reads_what_to_do(visitor, three):
    hint = "Vink in de lijst twee of drie werkplekken aan."
    visitor.get("/werkplekken")
    assert hint in visitor.submit(COMPARE, status=422).main_text
    page = visitor.get(PATH, id=[three[0], three[0]])
    assert hint in page.main_text
    assert columns(page) == ["Aardappels rooien"]


def test_a_list_of_one_has_nothing_to_compare(visitor, offer):
    offer("Alleen")
    assert "Vergelijk" not in visitor.get("/werkplekken").main_text


def test_a_comparison_is_not_for_search_engines(visitor, three):
    assert "noindex" in visitor.get(PATH, id=three).response.text


@pytest.mark.parametrize(
    "query", ["id=%FF", "id=' OR 1=1", "&".join(f"id=x{n}" for n in range(500)), "id=&trede=9"]
)
def test_a_hostile_address_is_harmless(visitor, three, query):
    del three
    assert visitor.get(f"{PATH}?{query}", status=422).heading == "Werkplekken vergelijken"
