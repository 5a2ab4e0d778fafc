"""The first part of an address says the language; only pages of residents have one."""

import pytest
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import database_of
from tests.support.resident_signup import private_link, sign_up
from tests.support.workplaces import make_workplace
from webapp.languages import catalogues
from webapp.mail.models import OutgoingMail
from webapp.registrations.models import Registration
from webapp.workplaces import sectors

ENGLISH, ARABIC = catalogues.find("en"), catalogues.find("ar")


def test_links_keep_the_language_and_lead_to_dutch_where_there_is_no_other(app):
    page = PageClient(app, language=ENGLISH).get("/inwoners")
    assert page.links["Sign up"] == "/en/inwoners/aanmelden"
    assert page.links["Türkçe"] == "/tr/inwoners"
    assert page.links["Nederlands"] == "/inwoners"
    accessibility = next(text for text in page.links if "(Nederlands)" in text)
    assert not page.links[accessibility].startswith("/en/")


@pytest.mark.parametrize(
    "path", ["/werkgevers", "/tarieven?jaar=2026", "/consulent", "/static/css/base.css"]
)
def test_a_page_that_is_in_dutch_only_is_sent_on_to(app, path):
    answer = PageClient(app).raw(f"/en{path}")
    assert answer.status_code == 302
    assert answer.headers["Location"] == path


def test_nothing_is_sent_on_to_another_site(app):
    for path in ("/en//elders.example/", "/en//elders.example/werkgevers", "/en/\\elders.example"):
        answer = PageClient(app).raw(path)
        assert "elders.example" not in answer.headers.get("Location", "").split("/en/")[0]
        assert answer.headers.get("Location", "/en/").startswith(
            ("/en/", "http://duiven.localhost")
        )


def test_a_form_for_a_page_in_dutch_only_is_not_there(app):
    assert PageClient(app).raw("/en/inloggen", "POST").status_code == 404


@pytest.mark.parametrize("code", ["xx", "nl", "EN"])
def test_a_language_that_is_not_offered_has_no_pages(app, code):
    assert PageClient(app).raw(f"/{code}/inwoners").status_code == 404


def test_an_error_is_told_in_the_language(app):
    page = PageClient(app, language=ARABIC).get("/bestaat-niet", status=404)
    assert page.tree.get("dir") == "rtl"
    assert catalogues.translations("ar").gettext("Deze pagina bestaat niet") in page.heading


def test_the_list_of_a_visitor_goes_along_to_each_language(app, database):
    with database.writing() as session:
        address = f"/bewaarde-werkplekken/bewaar/{make_workplace(session).public_id}"
    visitor = PageClient(app, language=ENGLISH)
    visitor.get(address)
    visitor.submit("Ja, bewaar op dit apparaat")
    visitor.language = catalogues.DUTCH
    assert "Meewerken in de moestuin" in visitor.get("/bewaarde-werkplekken").main_text
    visitor.submit("Vergeet mijn hele lijst")
    visitor.language = ENGLISH
    assert "Meewerken in de moestuin" not in visitor.get("/bewaarde-werkplekken").main_text


def test_the_mails_go_on_in_the_language_and_those_to_staff_in_dutch(app, database):
    with database.writing() as session:
        sectors.load(session)
    visitor = PageClient(app, language=ENGLISH)
    sign_up(visitor)
    with database_of(app).reading() as session:
        mails = {mail.kind: mail for mail in session.scalars(select(OutgoingMail))}
        assert session.scalars(select(Registration.language)).all() == ["en"]
    resident, staff = mails["registrations/received"], mails["registrations/new_for_staff"]
    assert 'lang="en"' in resident.body_html
    assert f"/en{private_link(visitor)}" in resident.body_text
    assert "Hello," in resident.body_text
    assert "Hallo," in staff.body_text
    assert "/en/" not in staff.body_text
