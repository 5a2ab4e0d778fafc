"""The street map, where a municipality has switched it on."""

import pytest

from tests.support import html
from webapp.municipalities.settings import change_settings

LINK = "Open de stratenkaart"
STREETS = "/werkplekken/straatkaart"
PDOK = "service.pdok.nl"


@pytest.fixture
def switched_on(app, database):
    """Switch the street map on in Duiven."""
    del app  # Duiven takes part first
    with database.writing() as session:
        change_settings(session, "GM0226", street_map=True)


def test_it_is_off_until_a_municipality_switches_it_on(visitor, offer):
    offer("Hout zagen")
    page = visitor.get("/werkplekken/kaart")
    assert LINK not in page.links
    assert "PDOK" not in page.main_text
    visitor.get(STREETS, status=404)
    assert "PDOK" not in visitor.get("/cookies").main_text


@pytest.mark.usefixtures("switched_on")
def test_a_visitor_reads_who_sees_what_and_comes_back_to_the_drawn_map(visitor, offer):
    offer("Hout zagen")
    visitor.get("/werkplekken/kaart", q="hout")
    page = visitor.follow(LINK)
    assert page.url.endswith(f"{STREETS}?q=hout")
    assert "Dan ziet PDOK je internetadres" in page.main_text
    assert "Hout zagen" in page.links
    (item,) = (e for e in html.all_of(page.tree, "li") if e.get("id") == "werkplek-1")
    assert float(item.get("data-latitude")) == pytest.approx(51.9, abs=0.2)
    assert visitor.follow("Terug naar de getekende kaart").url.endswith("/kaart?q=hout")


@pytest.mark.usefixtures("switched_on")
def test_only_the_page_of_the_street_map_lets_its_images_in(visitor):
    policies = {
        path: visitor.get(path).response.headers["Content-Security-Policy"]
        for path in ("/werkplekken", "/werkplekken/kaart", STREETS, "/")
    }
    assert [path for path, policy in policies.items() if PDOK in policy] == [STREETS]
    assert f"img-src 'self' data: https://{PDOK};" in policies[STREETS]


@pytest.mark.usefixtures("switched_on")
def test_a_page_about_cookies_tells_of_it(visitor):
    assert "De stratenkaart komt van PDOK" in visitor.get("/cookies").main_text


def test_of_leaflet_two_files_are_served_and_no_others(app):
    client = app.test_client()
    host = {"base_url": "http://duiven.localhost:5000"}
    for name, kind in (("leaflet.js", "text/javascript"), ("leaflet.css", "text/css")):
        with client.get(f"/bestanden/leaflet/{name}", **host) as answer:
            assert (answer.status_code, answer.mimetype) == (200, kind)
            assert "max-age=86400" in answer.headers["Cache-Control"]
            assert "Set-Cookie" not in answer.headers
    for name in ("leaflet-src.js", "..%2F__init__.py", "%2Fetc%2Fpasswd"):
        assert client.get(f"/bestanden/leaflet/{name}", **host).status_code == 404
