"""The pages about the site, on a municipality's host and on the platform's."""

import pytest

from tests.support.page_client import PageClient
from webapp.municipalities.settings import change_settings

PAGES = {
    "/contact": "Contact",
    "/privacy": "Privacy",
    "/cookies": "Cookies",
    "/toegankelijkheid": "Toegankelijkheid",
}


@pytest.fixture
def platform(app):
    return PageClient(app, host="localhost:5000")


@pytest.mark.parametrize(("path", "heading"), PAGES.items())
def test_a_visitor_reads_about_the_site_of_the_municipality(visitor, path, heading):
    page = visitor.get(path)
    assert page.heading == heading
    assert "{" not in page.main_text


@pytest.mark.parametrize(("path", "heading"), PAGES.items())
def test_a_visitor_reads_about_the_platform_itself(platform, path, heading):
    page = platform.get(path)
    assert page.heading == heading
    assert "{" not in page.main_text


def test_the_foot_of_each_page_leads_there(visitor):
    visitor.get("/")
    for label in PAGES.values():
        assert visitor.follow(label).heading == label
    assert visitor.follow("Participatieladder").heading == "Participatieladder"
    assert visitor.follow("Trajecten").heading == "Trajecten"
    assert visitor.follow("Tarieven").heading == "Tarieven"


def test_a_visitor_finds_the_addresses_that_the_municipality_set(app, visitor, session):
    change_settings(
        session,
        "GM0226",
        network_email="netwerk@voorbeeld.nl",
        accessibility_email="lezen@voorbeeld.nl",
        accessibility_status="B",
        accessibility_checked_on="2026-03-01",
    )
    session.commit()
    assert visitor.get("/contact").links["netwerk@voorbeeld.nl"] == "mailto:netwerk@voorbeeld.nl"
    statement = visitor.get("/toegankelijkheid").main_text
    assert "Onze status: B." in statement
    assert "Laatst nagekeken: 1 maart 2026." in statement
    assert "lezen@voorbeeld.nl" in statement
    elsewhere = PageClient(app, host="arnhem.localhost:5000").get("/contact")
    assert "netwerk@voorbeeld.nl" not in elsewhere.text


def test_a_visitor_reads_how_searching_works(visitor):
    page = visitor.get("/werkplekken/uitleg")
    assert page.heading == "Zo werkt het zoeken"
    assert "of in een gemeente ernaast" in page.main_text


def test_arnhem_explains_that_places_count_there(app):
    page = PageClient(app, host="arnhem.localhost:5000").get("/werkplekken/uitleg")
    assert "of in een woonplaats die daaraan grenst" in page.main_text


def test_pages_of_a_municipality_do_not_exist_on_the_platform(platform):
    for path in ("/werkgevers", "/inwoners", "/tarieven", "/veelgestelde-vragen", "/trajecten"):
        platform.get(path, status=404)


def test_the_source_of_municipalities_places_and_postcodes_is_named(visitor, platform):
    explained = visitor.get("/werkplekken/uitleg")
    assert "CBS en Kadaster, 2022" in explained.main_text
    assert "CBS, 2020 en 2021" in explained.main_text
    chosen = platform.get("/")
    assert "CBS / Kadaster, 2020 tot en met 2022" in chosen.main_text
    for page in (explained, chosen):
        assert page.links["CC BY 4.0"].startswith("https://creativecommons.org/licenses/by/4.0/")
