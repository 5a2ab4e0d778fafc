"""Setting up an app beside the password, renewing the paper, and ending it."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.support import html, sites
from tests.support.accounts import PASSWORD, add_account
from tests.support.mails import queued
from tests.support.page_client import PageClient
from tests.support.people import sign_in
from tests.support.second_factors import forget_last_code, give_app, key_on, set_up
from webapp.accounts import second_factor
from webapp.accounts.models import BrowserSession
from webapp.audit.models import AuditEvent

SETUP = "/account/twee-stappen/instellen"


@pytest.fixture
def jan(database):
    with database.writing() as session:
        return add_account(session)


@pytest.fixture
def browser(visitor, jan):
    return sign_in(visitor, jan)


@pytest.fixture
def phone(database, jan):
    with database.writing() as session:
        return give_app(session, jan)


def log_in(app, phone, jan):
    browser = PageClient(app)
    browser.get("/inloggen")
    browser.submit("Inloggen", email=jan.email, password=PASSWORD)
    return browser.submit("Ga verder", code=phone.code())


def test_a_provider_is_offered_it_and_sets_it_up(app, browser, jan, database):
    page = browser.get("/account")
    assert "Uit: alleen met je wachtwoord." in page.main_text
    browser.get("/account/twee-stappen")
    browser.follow("Stel het in")
    page, phone = set_up(browser)
    assert page.heading == "Bewaar je herstelcodes"
    assert len(phone.recovery_codes) == 10
    page = browser.submit("Ik heb ze bewaard")
    assert page.heading == "Mijn account"
    assert "Aan: met een code uit je app." in page.main_text
    forget_last_code(app, jan)
    assert log_in(app, phone, jan).heading == "Mijn account"
    with database.reading() as session:
        assert [mail.subject for mail in queued(session)] == [
            "Je logt vanaf nu in met twee stappen"
        ]
        assert session.scalars(select(AuditEvent.action)).first() == "second_factor.set_up"


def test_the_key_can_be_scanned_typed_and_opened_and_stays_the_same(browser):
    page = browser.get(SETUP)
    drawings = [each for each in page.tree.iter() if str(each.get("class")) == "qr-code"]
    assert len(drawings) == 1
    key = key_on(page)
    assert len(key) == 32
    link = page.links["Of open de app op dit apparaat"]
    assert link.startswith("otpauth://totp/")
    assert f"secret={key}" in link
    assert key_on(browser.get(SETUP)) == key
    assert key_on(browser.submit("Zet het aan", code="000", status=422)) == key


def test_neither_key_nor_paper_lies_open_in_the_database(browser, database):
    browser.get(SETUP)
    key = key_on(browser.page)
    _page, phone = set_up(browser)
    with database.reading() as session:
        kept = str(session.scalars(select(BrowserSession.data)).all())
    assert key not in kept
    assert not [code for code in phone.recovery_codes if code in kept]


def test_a_wrong_code_is_said_and_nothing_is_set_up(browser, jan, database):
    browser.get(SETUP)
    page = browser.submit("Zet het aan", code="12 34", status=422)
    assert page.errors == ["Deze code klopt niet. Vul de code in die nu in je app staat."]
    with database.reading() as session:
        assert not second_factor.has_one(session, jan.id)


def test_new_codes_stay_in_view_until_they_are_kept_and_are_then_gone(browser):
    browser.get(SETUP)
    _page, phone = set_up(browser)
    page = browser.get("/account/twee-stappen/herstelcodes")
    assert all(code in page.main_text for code in phone.recovery_codes)
    assert page.response.headers["Cache-Control"] == "no-store"
    browser.submit("Ik heb ze bewaard")
    page = browser.get("/account/twee-stappen/herstelcodes")
    assert "Je hebt nog 10 herstelcodes." in page.main_text
    assert not [code for code in phone.recovery_codes if code in page.response.text]


def test_new_codes_are_made_with_the_password(browser, phone):
    browser.get("/account/twee-stappen")
    browser.follow("Maak nieuwe herstelcodes")
    page = browser.submit("Maak nieuwe codes", current_password="iets anders", status=422)
    assert page.errors == ["Dit is niet je wachtwoord. Probeer het nog eens."]
    page = browser.submit("Maak nieuwe codes", current_password=PASSWORD)
    assert page.heading == "Bewaar je herstelcodes"
    assert phone.recovery_codes[0] not in page.main_text


def test_with_another_phone_it_is_ended_and_begun_anew(app, browser, phone, jan):
    browser.get("/account/twee-stappen")
    browser.follow("Neem een andere telefoon, of zet het uit")
    page = browser.submit("Zet het uit", current_password=PASSWORD, code="nee", status=422)
    assert page.errors == ["Deze code klopt niet. Kijk in je app, of neem een andere herstelcode."]
    page = browser.submit("Zet het uit", current_password="fout", code=phone.code(), status=422)
    assert page.errors == ["Dit is niet je wachtwoord. Probeer het nog eens."]
    page = browser.submit("Zet het uit", current_password=PASSWORD, code=phone.code())
    assert page.heading == "Stel inloggen in twee stappen in"
    page, other = set_up(browser)
    assert page.heading == "Bewaar je herstelcodes"
    assert other.key != phone.key
    forget_last_code(app, jan)
    assert log_in(app, other, jan).heading == "Mijn account"


def test_setting_up_ends_the_other_sessions(app, browser, jan):
    elsewhere = sign_in(PageClient(app, host="arnhem.localhost:5000"), jan)
    browser.get(SETUP)
    set_up(browser)
    assert elsewhere.get("/account").heading == "Inloggen"
    assert browser.get("/account").heading == "Mijn account"


@pytest.mark.usefixtures("phone")
def test_what_is_there_is_not_set_up_again(browser):
    assert browser.get(SETUP).heading == "Inloggen in twee stappen"


def test_what_is_not_there_is_not_ended_or_renewed(browser):
    for path in ("uitzetten", "herstelcodes"):
        page = browser.get(f"/account/twee-stappen/{path}")
        assert page.heading == "Inloggen in twee stappen"


def test_keys_differ_between_people_in_one_browser(browser, database):
    first = key_on(browser.get(SETUP))
    with database.writing() as session:
        piet = add_account(session, "Piet")
    assert key_on(sign_in(browser, piet).get(SETUP)) != first


def test_who_took_over_a_session_cannot_go_on_guessing(settings, database, phone, jan):
    sites.let_take_part(database)
    with sites.application(replace(settings, rate_limits=True)) as site:
        for number in range(11):
            thief = sign_in(PageClient(site), jan)
            thief.client.environ_base["REMOTE_ADDR"] = f"198.51.100.{number}"
            thief.get("/account/twee-stappen/uitzetten")
            page = thief.submit(
                "Zet het uit", current_password="geraden", code=phone.code(), status=(422, 429)
            )
        assert page.status == 429


def test_a_form_without_its_token_ends_nothing(browser, phone, jan, database):
    assert html.forms_with_button(
        browser.get("/account/twee-stappen/uitzetten").tree, "Zet het uit"
    )
    data = {"current_password": PASSWORD, "code": phone.code()}
    browser.post_raw("/account/twee-stappen/uitzetten", data, status=400)
    with database.reading() as session:
        assert second_factor.has_one(session, jan.id)
