"""What was found, on the drawn map and on the street map."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Route, expect

from tests.support.accessibility import problems_of
from tests.support.person import Person
from tests.support.running_site import RunningSite

_TILE = (
    b"<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'>"
    b"<rect width='256' height='256' fill='#eee'/></svg>"
)


@pytest.fixture
def street_map(site: RunningSite) -> Iterator[None]:
    """Switch the street map on in Duiven, and off again."""
    command = [sys.executable, "-m", "webapp", "municipalities", "set", "GM0226"]
    subprocess.run([*command, "street_map=ja"], env=site.environment, check=True)
    yield
    subprocess.run([*command, "street_map=nee"], env=site.environment, check=True)


@pytest.mark.parametrize("width", ["phone", "desk"], indirect=True)
@pytest.mark.parametrize("javascript", [False], indirect=True)
def test_a_number_on_the_drawn_map_leads_to_the_same_in_the_list(
    somebody: Callable[..., Person],
) -> None:
    visitor = somebody()
    visitor.open("/werkplekken/kaart?gebied=afstand&postcode=6921&km=10")
    marker = visitor.main.locator(".map-marker:visible").first
    target = marker.get_attribute("href")
    assert target
    marker.focus()
    visitor.page.keyboard.press("Enter")
    assert visitor.page.url.endswith(target)
    expect(visitor.main.locator(target)).to_be_in_viewport()


@pytest.mark.parametrize("width", ["phone", "desk"], indirect=True)
@pytest.mark.parametrize("javascript", [True], indirect=True)
@pytest.mark.usefixtures("street_map")
def test_a_visitor_opens_the_street_map_and_nothing_is_asked_of_others_before(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    visitor, asked, faults = somebody(), [], []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(body=_TILE, content_type="image/svg+xml")

    page = visitor.page
    page.route(lambda url: f":{site.port}" not in url, answer)
    page.on("console", lambda message: faults.append(message.text))
    visitor.open("/werkplekken/kaart?postcode=6921")
    visitor.follow("Open de stratenkaart")
    expect(page.get_by_role("button", name="Toon de stratenkaart")).to_be_visible()
    assert problems_of(page) == []
    assert asked == []
    visitor.press("Toon de stratenkaart")
    marker = page.locator(".street-marker").first
    expect(marker).to_be_visible()
    assert "undefined" not in page.locator("[data-street-map]").inner_text()
    expect(page.locator(".leaflet-tile-loaded").first).to_be_attached()
    assert all(request.url.startswith("https://service.pdok.nl/brt/") for request in asked)
    assert all("referer" not in request.headers for request in asked)
    assert problems_of(page) == []
    marker.focus()
    page.keyboard.press("Enter")
    title = page.locator(".leaflet-popup-content a").first
    expect(title).to_be_visible()
    assert faults == []


@pytest.mark.parametrize("width", ["desk"], indirect=True)
@pytest.mark.parametrize("javascript", [False], indirect=True)
@pytest.mark.usefixtures("street_map")
def test_without_javascript_there_is_the_list_and_the_way_back(
    somebody: Callable[..., Person],
) -> None:
    visitor = somebody()
    visitor.open("/werkplekken/straatkaart?q=tuin")
    assert visitor.main.get_by_text("werkt alleen met JavaScript").is_visible()
    assert not visitor.main.get_by_role("button", name="Toon de stratenkaart").is_visible()
    visitor.follow("Terug naar de getekende kaart")
    assert visitor.page.url.endswith("/werkplekken/kaart?q=tuin")
