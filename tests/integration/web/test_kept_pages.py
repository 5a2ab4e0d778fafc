"""Pages that are kept: nobody sees an old one, and nobody the page of another."""

from contextlib import ExitStack
from datetime import timedelta

import pytest

from tests.support import sites
from tests.support.page_client import PageClient
from tests.support.people import database_of, staff_member
from tests.support.providers import provider_with
from tests.support.search_index import bring_up_to_date
from tests.support.statements import counted_statements
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.municipalities.settings import change_settings
from webapp.search import indexing
from webapp.web.ports import Ports
from webapp.workplaces.models import VersionStatus

TITLE = "Meewerken in de moestuin"
LIST = "/werkplekken"
PAGES = ("/", LIST, "/werkplekken/kaart", "/veelgestelde-vragen", "/tarieven", "/contact")


pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def provider(app):
    """A provider of a workplace that is in the index."""
    browser, _ = provider_with(app, VersionStatus.APPROVED, title=TITLE)
    bring_up_to_date(app, database_of(app))
    browser.get("/aanbieder")
    return browser


@pytest.fixture
def other_process(settings):
    """Another process of the same site."""
    with ExitStack() as opened:
        yield opened.enter_context(sites.application(settings))


def _statements(app, address, visitor=None):
    with counted_statements(database_of(app)) as statements:
        (visitor or PageClient(app)).get(address)
    return len(statements)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_was_asked_before_takes_one_statement(app, address):
    PageClient(app).get(address)
    assert _statements(app, address) == 1


def test_a_page_is_another_at_another_address_host_or_way_in(app):
    visitor = PageClient(app)
    assert visitor.get(LIST, q="moestuin").heading != visitor.get(LIST).heading
    elsewhere = PageClient(app, host="arnhem.localhost:5000")
    assert "Duiven" not in elsewhere.get(LIST).title
    visitor.get(LIST, q="moestuin")
    visitor.follow(TITLE)
    back = "Terug naar de werkplekken"
    assert visitor.page.links[back].endswith("?q=moestuin")
    address = visitor.get(LIST).links[TITLE]
    assert PageClient(app).get(address).links[back] == LIST


def test_what_another_process_changes_shows_in_the_very_next_request(
    provider, other_process, session
):
    visitor = PageClient(other_process)
    assert TITLE in visitor.get(LIST).main_text
    provider.submit(f"Verberg {TITLE}")
    assert TITLE not in visitor.get(LIST).main_text
    provider.submit(f"Maak zichtbaar {TITLE}")
    assert TITLE in visitor.get(LIST).main_text
    change_settings(session, "GM0226", help_phone="0316 000 000")
    session.commit()
    assert "0316 000 000" in visitor.get(LIST).text


def test_a_hidden_workplace_has_no_page_any_more(app, provider):
    visitor = PageClient(app)
    visitor.get(LIST)
    address = visitor.page.links[TITLE]
    visitor.follow(TITLE)
    provider.submit(f"Verberg {TITLE}")
    visitor.get(address, status=404)


def test_an_index_made_anew_makes_new_pages(app):
    PageClient(app).get(LIST)
    ports: Ports = app.extensions["webapp"]
    indexing.rebuild(ports.database, ports.search_engine)
    assert _statements(app, LIST) > 1


def test_tomorrow_the_page_is_made_anew(app, monkeypatch):
    PageClient(app).get(LIST)
    tomorrow = clock.now() + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    assert _statements(app, LIST) > 1


def test_who_is_signed_in_gets_a_page_of_their_own(app):
    PageClient(app).get(LIST)
    moderator = staff_member(app, RoleName.MODERATOR)
    assert "Uitloggen" in moderator.get(LIST).text
    assert "Uitloggen" not in PageClient(app).get(LIST).text
    response = moderator.raw(LIST)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_a_browser_that_has_the_page_is_told_that_it_is_still_good(app, provider):
    visitor = app.test_client()
    site = {"base_url": "http://duiven.localhost:5000"}
    first = visitor.get(LIST, **site)
    has = {"If-None-Match": first.headers["ETag"]}
    assert first.headers["Cache-Control"] == "no-cache"
    again = visitor.get(LIST, headers=has, **site)
    assert (again.status_code, again.get_data()) == (304, b"")
    provider.submit(f"Verberg {TITLE}")
    assert visitor.get(LIST, headers=has, **site).status_code == 200


def test_a_page_that_says_what_is_wrong_is_not_kept(app):
    address = f"{LIST}?km=ver"
    assert PageClient(app).get(address, status=422).heading
    with counted_statements(database_of(app)) as statements:
        PageClient(app).get(address, status=422)
    assert len(statements) > 1


def test_an_address_as_long_as_a_book_is_answered_and_not_kept(app):
    address = f"{LIST}?{'nr=1&' * 1000}"
    PageClient(app).get(address)
    assert _statements(app, address) > 1
