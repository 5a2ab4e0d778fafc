"""A consultant sees on a map what was found near a client."""

import pytest
from structlog.testing import capture_logs

from tests.support.people import staff_member
from webapp.accounts.models import RoleName

pytestmark = pytest.mark.usefixtures("offers")


@pytest.fixture
def near_client(consultant):
    """The list of what is within 50 km of a client."""
    consultant.get("/consulent")
    consultant.submit("Zoek werkplekken", postcode="6922 ZX", gebied="afstand", km="50")
    return consultant


def test_the_map_tells_of_where_a_client_lives_in_no_address_title_or_log(near_client, caplog):
    caplog.set_level("DEBUG")
    with capture_logs() as events:
        page = near_client.follow("Bekijk op de kaart")
    assert page.heading == "2 werkplekken binnen 50 km van de inwoner"
    assert "Tuin in Duiven" in page.links
    assert page.response.headers["Cache-Control"] == "no-store"
    assert "6922" not in page.url + page.title + str(events) + caplog.text
    assert not [link for link in page.links.values() if "6922" in link]
    assert near_client.follow("Terug naar de lijst met filters").heading == page.heading


def test_a_map_is_of_one_consultant(near_client, app):
    address = near_client.follow("Bekijk op de kaart").url
    page = staff_member(app, RoleName.CONSULTANT).get(address, status=404)
    assert page.heading == "Deze zoekopdracht is er niet meer"
