"""What programs find."""

from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

from tests.support.page_client import PageClient
from tests.support.workplaces import hide, make_workplace
from webapp.core import clock
from webapp.workplaces.models import VersionStatus

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def _addresses(client):
    tree = ET.fromstring(client.raw("/sitemap.xml").data)  # noqa: S314 (our own)
    return [each.text for each in tree.findall("s:url/s:loc", NAMESPACE)]


def test_somebody_who_finds_a_leak_knows_where_to_report_it(visitor):
    response = visitor.raw("/.well-known/security.txt")
    assert response.mimetype == "text/plain"
    fields = dict(line.split(": ", 1) for line in response.text.splitlines())
    assert fields["Contact"] == "mailto:website@werkplekwijzer.example"
    assert fields["Canonical"] == "http://duiven.localhost:5000/.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=30) < expires - clock.now() < timedelta(days=365)


def test_a_search_engine_is_told_where_the_sitemap_is(visitor):
    response = visitor.raw("/robots.txt")
    assert response.mimetype == "text/plain"
    assert "Sitemap: http://duiven.localhost:5000/sitemap.xml" in response.text


def test_the_sitemap_lists_pages_that_all_exist(visitor):
    addresses = _addresses(visitor)
    assert "http://duiven.localhost:5000/tarieven" in addresses
    for address in addresses:
        visitor.get(address)


def test_the_sitemap_of_the_platform_lists_its_own_pages(app):
    addresses = _addresses(PageClient(app, host="localhost:5000"))
    assert "http://localhost:5000/contact" in addresses
    assert not [address for address in addresses if "tarieven" in address]


def test_the_sitemap_lists_workplaces_in_public_view_and_never_a_draft(visitor, session):
    without = len(_addresses(visitor))
    make_workplace(session)
    make_workplace(session, status=VersionStatus.DRAFT)
    make_workplace(session, status=VersionStatus.SUBMITTED)
    make_workplace(session, municipality_code="GM0202")
    hide(session, make_workplace(session))
    session.commit()
    added = _addresses(visitor)[without:]
    assert sorted(each.split("/")[3] for each in added) == ["organisaties", "werkplekken"]
