"""The results of a search on a drawn map."""

import re

import pytest
from sqlalchemy import select

from tests.support import html
from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import hide, make_organisation, make_workplace
from webapp.workplaces.models import Workplace

ZEVENAAR = {"postcode": "6901 AB", "place": "Zevenaar"}
SVG = "{http://www.w3.org/2000/svg}"


def on_the_map(page, layer="map-wide"):
    """Return the texts of the markers at one width."""
    (group,) = (each for each in page.tree.iter(f"{SVG}g") if each.get("class") == layer)
    return ["".join(link.itertext()).strip() for link in group.iter(f"{SVG}a")]


def names_on(page):
    texts = (each for each in page.tree.iter(f"{SVG}text"))
    return {each.text for each in texts if "map-label" in (each.get("class") or "")}


def in_the_list(page):
    (found,) = (e for e in html.all_of(page.tree, "ol") if e.get("class") == "map-list")
    titles = [html.text_of(html.all_of(item, "a")[0]) for item in html.all_of(found, "li")]
    return dict(enumerate(titles, int(found.get("start"))))


def test_a_visitor_sees_the_same_search_on_the_map_and_comes_back(visitor, offer):
    offer("Molen in Zevenaar", **ZEVENAAR)
    offer("Molen in Duiven")
    offer("Koken")
    visitor.get("/werkplekken", q="molen", sorteer="naam")
    page = visitor.follow("Bekijk op de kaart")
    assert page.url.endswith("/werkplekken/kaart?q=molen&sorteer=naam")
    assert page.heading == "2 werkplekken met “molen” in Duiven en buurgemeenten"
    assert in_the_list(page) == {1: "Molen in Duiven", 2: "Molen in Zevenaar"}
    assert on_the_map(page) == ["1", "2"]
    assert {"Zevenaar", "Westervoort"} <= names_on(page)
    assert "Grenzen: CBS en Kadaster, 2022" in page.main_text
    assert visitor.follow("Terug naar de lijst met filters").url.endswith("?q=molen&sorteer=naam")


def test_what_lies_at_one_place_shares_a_marker(visitor, offer):
    for title in ("A", "B"):
        offer(title)
    assert on_the_map(visitor.get("/werkplekken/kaart")) == ["1, 2"]


def test_numbers_count_on_from_page_to_page(visitor, database, app):
    with database.writing() as session:
        organisation = make_organisation(session)
        for number in range(22):
            make_workplace(session, organisation=organisation, title=f"Plek {number:02}")
    bring_up_to_date(app, database)
    visitor.get("/werkplekken/kaart", sorteer="naam")
    page = visitor.follow("Volgende pagina")
    assert page.url.endswith("/werkplekken/kaart?sorteer=naam&pagina=2")
    assert in_the_list(page) == {21: "Plek 20", 22: "Plek 21"}
    assert on_the_map(page) == ["21, 22"]


def test_a_filter_holds_and_can_be_taken_away_on_the_map(visitor, offer):
    offer("Zagen", sectors=("hout",))
    offer("Wieden", sectors=("groen-en-tuin",))
    page = visitor.get("/werkplekken/kaart", branche="hout")
    assert in_the_list(page) == {1: "Zagen"}
    page = visitor.follow("Verwijder filter: Hout")
    assert page.url.endswith("/werkplekken/kaart")
    assert len(in_the_list(page)) == 2


def test_a_distance_is_drawn_as_a_circle(visitor, offer):
    offer("Tuin in Duiven")
    page = visitor.get("/werkplekken/kaart", gebied="afstand", postcode="6921", km="5")
    circles = [e.get("class") for e in page.tree.iter(f"{SVG}circle")]
    assert "map-circle" in circles
    assert "De cirkel is de afstand die je koos." in page.main_text


def test_a_workplace_without_coordinates_is_in_the_list_alone(visitor, offer, database):
    public_id = offer("Hout zagen")
    with database.writing() as session:
        found = session.scalar(select(Workplace).where(Workplace.public_id == public_id))
        found.published_version.latitude = found.published_version.longitude = None
    page = visitor.get("/werkplekken/kaart")
    assert in_the_list(page) == {1: "Hout zagen"}
    assert on_the_map(page) == []
    assert "we weten nog niet precies waar het is" in page.main_text


def test_what_a_provider_hid_a_moment_ago_is_gone_from_the_map(visitor, offer, database):
    hidden = offer("Hout zagen", **ZEVENAAR)
    offer("Hout schaven")
    assert len(on_the_map(visitor.get("/werkplekken/kaart"))) == 2
    with database.writing() as session:
        hide(session, session.scalar(select(Workplace).where(Workplace.public_id == hidden)))
    page = visitor.get("/werkplekken/kaart")
    assert in_the_list(page) == {1: "Hout schaven"}
    assert on_the_map(page) == ["1"]


def test_a_place_that_is_not_known_has_no_map(visitor):
    page = visitor.get("/werkplekken/kaart", gebied="afstand", postcode="Nergenshuizen", status=422)
    assert page.heading == "We kennen geen plaats “Nergenshuizen”"
    assert not list(page.tree.iter(f"{SVG}path"))
    assert "Terug naar de lijst met filters" in page.links


@pytest.mark.parametrize("km", ["1", "100"])
def test_a_map_is_light_however_much_is_on_it(visitor, km):
    page = visitor.get("/werkplekken/kaart", gebied="afstand", postcode="3511", km=km)
    assert len(page.response.data) < 90_000
    assert not re.search(r"\bnan\b", page.response.text)
