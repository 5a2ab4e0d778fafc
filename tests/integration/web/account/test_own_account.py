"""What people see and change of their own account."""

import pytest

from tests.support.accounts import PASSWORD, add_account
from tests.support.mails import link_in, queued
from tests.support.page_client import PageClient
from tests.support.people import sign_in
from webapp.accounts.credentials import authenticate
from webapp.accounts.models import Role, RoleName

NEW = "drie oude eiken"


@pytest.fixture
def jan(database):
    with database.writing() as session:
        return add_account(session)


@pytest.fixture
def browser(visitor, jan):
    return sign_in(visitor, jan)


@pytest.mark.parametrize(
    "path", ["/account", "/account/naam", "/account/e-mail", "/account/wachtwoord"]
)
def test_an_account_is_for_who_is_signed_in(visitor, path):
    assert visitor.get(path).heading == "Inloggen"


def test_a_person_changes_their_name(browser):
    browser.get("/account")
    browser.follow("Wijzig naam")
    page = browser.submit("Bewaar mijn naam", name="  ", status=422)
    assert page.errors == ["Vul je naam in."]
    page = browser.submit("Bewaar mijn naam", name="jan@kwaad.example", status=422)
    assert page.errors == ["Vul alleen een naam in, zonder webadres, e-mailadres of nummer."]
    page = browser.submit("Bewaar mijn naam", name="Jan  Jansen")
    assert "Je naam is veranderd." in page.main_text
    assert "Jan Jansen" in page.main_text


def test_a_person_changes_their_password_and_stays_signed_in_here_only(app, browser, jan):
    elsewhere = sign_in(PageClient(app), jan)
    browser.get("/account")
    browser.follow("Wijzig wachtwoord")
    page = browser.submit(
        "Bewaar mijn wachtwoord", current_password="mis", password=NEW, status=422
    )
    assert page.errors == ["Dit is niet je wachtwoord. Probeer het nog eens."]
    page = browser.submit("Bewaar mijn wachtwoord", current_password=PASSWORD, password=NEW)
    assert page.heading == "Mijn account"
    assert browser.get("/account").heading == "Mijn account"
    assert elsewhere.get("/account").heading == "Inloggen"


def test_a_person_changes_their_address_by_a_link_in_the_new_mailbox(app, browser, database, jan):
    elsewhere = sign_in(PageClient(app), jan)
    browser.get("/account")
    browser.follow("Wijzig e-mailadres")
    page = browser.submit(
        "Stuur de mail om te bevestigen", email="nieuw@voorbeeld.nl", current_password=PASSWORD
    )
    assert "nieuw@voorbeeld.nl" in page.main_text
    with database.reading() as session:
        (mail,) = queued(session)
    browser.get(link_in(mail))
    page = browser.submit("Bevestig mijn e-mailadres")
    assert "Je logt vanaf nu in met nieuw@voorbeeld.nl." in page.main_text
    assert browser.get("/account").heading == "Mijn account"
    assert elsewhere.get("/account").heading == "Inloggen"
    with database.writing() as session:
        assert authenticate(session, "nieuw@voorbeeld.nl", PASSWORD) is not None


def test_an_address_of_somebody_else_gets_the_same_answer_and_no_mail(browser, database):
    with database.writing() as session:
        add_account(session, "Piet")
    browser.get("/account/e-mail")
    page = browser.submit(
        "Stuur de mail om te bevestigen", email="piet@voorbeeld.nl", current_password=PASSWORD
    )
    assert "We hebben een mail gestuurd naar piet@voorbeeld.nl." in page.main_text
    with database.reading() as session:
        assert queued(session) == []


def test_a_person_signs_out_everywhere_at_once(app, browser, jan):
    elsewhere = sign_in(PageClient(app, host="arnhem.localhost:5000"), jan)
    browser.get("/account")
    browser.follow("Bekijk waar je bent ingelogd")
    page = browser.submit("Log overal uit")
    assert "Je bent nu op alle apparaten uitgelogd." in page.main_text
    assert elsewhere.get("/account").heading == "Inloggen"


def test_a_person_sees_the_sites_on_which_they_work(browser, database, jan):
    with database.writing() as session:
        for name, code in ((RoleName.CONSULTANT, "GM0202"), (RoleName.ADMINISTRATOR, None)):
            session.add(Role(account_id=jan.id, name=name, municipality_code=code))
    links = browser.get("/account").links
    assert links["Consulent, Arnhem"] == "http://arnhem.localhost:5000/"
    assert links["Beheerder, Werkplekwijzer"] == "http://localhost:5000/"
