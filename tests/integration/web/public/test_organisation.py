"""The page of an organisation, for visitors."""

import json

import pytest

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, database_of
from tests.support.statements import counted_statements
from tests.support.workplaces import hide, make_organisation, make_workplace
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces.models import VersionStatus, Workplace


@pytest.fixture
def path(app):
    """Where the page of an organisation with a workplace in Duiven and one in Arnhem is."""
    with database_of(app).writing() as session:
        organisation = make_organisation(
            session,
            name="Moestuinderij De Ploeg",
            description="Wij kweken groente.",
            website="https://ploeg.example",
            contact_email="geheim@ploeg.example",
            contact_phone="06-00000101",
        )
        make_workplace(session, organisation=organisation, title="Wieden")
        make_workplace(
            session, organisation=organisation, municipality_code=ARNHEM, title="Oogsten"
        )
        for status in (VersionStatus.DRAFT, VersionStatus.SUBMITTED):
            make_workplace(session, organisation=organisation, title="Niet af", status=status)
        return f"/organisaties/moestuinderij-de-ploeg-{organisation.public_id}"


def test_a_visitor_reads_who_they_are_and_what_they_offer_here_and_elsewhere(visitor, path):
    page = visitor.get(path)
    assert page.heading == "Moestuinderij De Ploeg"
    here, elsewhere = page.main_text.split("Werkplekken op de site van Arnhem")
    assert "Wij kweken groente." in here
    assert "Wieden" in here
    assert "Oogsten" in elsewhere
    assert "Niet af" not in page.main_text
    assert page.links["Oogsten"].startswith("http://arnhem.localhost:5000/werkplekken/")


def test_how_to_reach_them_is_not_told(visitor, path):
    page = visitor.get(path)
    assert "geheim@ploeg.example" not in page.response.get_data(as_text=True)
    assert "06-00000101" not in page.response.get_data(as_text=True)


def test_programs_read_it_too(visitor, path):
    page = visitor.get(path)
    scripts = html.all_of(page.tree, "script")
    data = next(each for each in scripts if each.get("type") == "application/ld+json")
    about = json.loads(data.text)
    assert (about["@type"], about["name"]) == ("Organization", "Moestuinderij De Ploeg")
    assert path in visitor.raw("/sitemap.xml").get_data(as_text=True)


def test_the_page_of_a_workplace_leads_to_it(visitor, path):
    visitor.get(path)
    visitor.follow("Wieden")
    assert visitor.follow("Moestuinderij De Ploeg").url.endswith(path)


def test_an_old_name_leads_on(visitor, path):
    public_id = path.rpartition("-")[2]
    assert visitor.get(f"/organisaties/oude-naam-{public_id}").url.endswith(path)


def test_without_a_workplace_in_view_there_is_no_page(app, visitor, path):
    visitor.get(path)
    with database_of(app).writing() as session:
        for workplace in session.query(Workplace):
            hide(session, workplace)
    visitor.get(path, status=404)


def test_an_organisation_that_is_not_approved_has_no_page(app, visitor, path):
    with database_of(app).writing() as session:
        session.query(Organisation).one().status = OrganisationStatus.SUBMITTED
    visitor.get(path, status=404)


def test_many_workplaces_cost_no_more_statements(app, path):
    def statements(host):
        with counted_statements(database_of(app)) as asked:
            PageClient(app, host=host).get(path)
        return len(asked)

    few = statements("duiven.localhost:5000")
    with database_of(app).writing() as session:
        organisation = session.query(Organisation).one()
        for _number in range(30):
            make_workplace(session, organisation=organisation)
    assert statements("duiven.localhost:5000") <= few
