"""A member changes how to reach the organisation."""

import pytest

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.workplaces import make_organisation, make_workplace
from webapp.organisations.models import Organisation

SAVE = "Bewaar de gegevens"


@pytest.fixture
def member(app, session):
    organisation = make_organisation(
        session, contact_name="Sanne", contact_email="sanne@moestuin.example"
    )
    account = make_account(session, organisations=(organisation,))
    session.commit()
    browser = sign_in(PageClient(app), account)
    browser.get(f"/aanbieder/organisaties/{organisation.public_id}")
    return browser


def organisation_of(app):
    with database_of(app).reading() as session:
        return session.query(Organisation).one()


def test_a_member_changes_the_contact(app, member):
    page = member.submit(SAVE, contact_name="Bo", website="moestuin.example")
    assert "zijn bewaard" in page.main_text
    organisation = organisation_of(app)
    assert (organisation.contact_name, organisation.website) == ("Bo", "https://moestuin.example")


def test_what_the_municipality_checked_is_not_in_the_form(member):
    form, _ = html.forms_with_button(member.page.tree, SAVE)[0]
    assert not {"name", "kvk_number"} & html.field_names(form)


def test_a_mistake_is_told_at_the_field(member):
    page = member.submit(SAVE, status=422, contact_name="", contact_phone="bel maar")
    assert page.errors == [
        "Vul de naam van de contactpersoon in.",
        "Vul een telefoonnummer in, zoals 06 00 00 00 00.",
    ]


def test_the_second_of_two_who_change_it_sees_both(app, member):
    before = member.page
    member.submit(SAVE, contact_name="Van de eerste")
    member.pages.append(before)
    page = member.submit(SAVE, status=409, contact_name="Van de tweede")
    assert "Van de eerste" in page.main_text
    member.submit(SAVE)
    assert organisation_of(app).contact_name == "Van de tweede"


def test_the_organisation_of_others_is_not_there(member, session):
    theirs = make_organisation(session)
    session.commit()
    member.get(f"/aanbieder/organisaties/{theirs.public_id}", status=404)


def test_visitors_read_of_the_contact_what_a_member_allows(member, session, visitor):
    organisation = session.query(Organisation).one()
    make_workplace(session, organisation=organisation)
    session.commit()
    path = f"/organisaties/x-{organisation.public_id}"
    session.rollback()
    assert "sanne@moestuin.example" not in visitor.get(path).text
    page = member.submit(SAVE, public_contact=["contact_email"], contact_phone="0316-000001")
    assert "zijn bewaard" in page.main_text
    page = visitor.get(path)
    assert page.links["sanne@moestuin.example"] == "mailto:sanne@moestuin.example"
    assert "0316-000001" not in page.text
    assert "Sanne" not in page.main_text
