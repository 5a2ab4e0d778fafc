"""Logging in and out, as a person does it."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.support import sites
from tests.support.accounts import PASSWORD, add_account
from tests.support.page_client import PageClient
from webapp.accounts.models import BrowserSession

REFUSAL = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk ze na."


@pytest.fixture
def jan(database):
    with database.writing() as session:
        return add_account(session)


def log_in(browser, email="jan@voorbeeld.nl", password=PASSWORD, **options):
    browser.get("/inloggen")
    return browser.submit("Inloggen", email=email, password=password, **options)


@pytest.mark.usefixtures("jan")
def test_a_person_logs_in_and_out(visitor):
    page = log_in(visitor, " Jan@Voorbeeld.NL ")
    assert page.heading == "Mijn account"
    assert "jan@voorbeeld.nl" in page.main_text
    page = visitor.submit("Uitloggen")
    assert "Je bent uitgelogd." in page.main_text
    assert "Inloggen" in page.links


@pytest.mark.usefixtures("jan")
def test_an_unknown_address_and_a_wrong_password_get_the_same_page(app):
    pages = []
    for email, password in (
        ("jan@voorbeeld.nl", "een verkeerd woord"),
        ("piet@voorbeeld.nl", PASSWORD),
        ("geen adres", PASSWORD),
    ):
        page = log_in(PageClient(app), email, password, status=422)
        assert page.title.startswith("Fout: Inloggen")
        assert REFUSAL in page.main_text
        assert f'value="{email}"' in page.response.text
        assert password not in page.response.text
        pages.append(page.main_text)
    assert len(set(pages)) == 1


def test_a_person_hears_what_is_missing(visitor):
    page = log_in(visitor, "", "", status=422)
    assert page.errors == ["Vul je e-mailadres in.", "Vul je wachtwoord in."]


@pytest.mark.usefixtures("jan")
def test_a_person_goes_on_to_where_they_were_going(visitor):
    assert visitor.get("/account/naam").heading == "Inloggen"
    page = visitor.submit("Inloggen", email="jan@voorbeeld.nl", password=PASSWORD)
    assert page.heading == "Je naam veranderen"


@pytest.mark.usefixtures("jan")
@pytest.mark.parametrize(
    "target", ["https://kwaad.example/", "//kwaad.example", "/\\kwaad.example"]
)
def test_nobody_is_led_to_another_site(visitor, target):
    visitor.get("/inloggen", next=target)
    page = visitor.submit("Inloggen", email="jan@voorbeeld.nl", password=PASSWORD)
    assert page.url == "http://duiven.localhost:5000/account"


def test_who_is_signed_in_needs_no_login_page(visitor, jan):
    log_in(visitor, jan.email)
    assert visitor.get("/inloggen").heading == "Mijn account"


def test_a_session_gets_another_secret_when_somebody_signs_in(visitor, jan):
    visitor.get("/inloggen")
    before = visitor.client.get_cookie("sessie", "duiven.localhost")
    log_in(visitor, jan.email)
    after = visitor.client.get_cookie("sessie", "duiven.localhost")
    assert after is not None
    assert before is None or before.value != after.value


def test_a_session_is_of_one_site(app, database, jan):
    duiven, arnhem = PageClient(app), PageClient(app, host="arnhem.localhost:5000")
    log_in(duiven, jan.email)
    assert "Uitloggen" not in arnhem.get("/").text
    with database.reading() as session:
        hosts = session.scalars(
            select(BrowserSession.host).where(BrowserSession.account_id == jan.id)
        ).all()
    assert hosts == ["duiven.localhost:5000"]


@pytest.fixture
def limited(database, settings):
    """A site that counts."""
    sites.let_take_part(database)
    with sites.application(replace(settings, rate_limits=True)) as site:
        yield site


def test_a_program_that_guesses_is_held_up_and_others_are_not(limited, jan):
    guesser, elsewhere = PageClient(limited), PageClient(limited)
    elsewhere.client.environ_base["REMOTE_ADDR"] = "203.0.113.7"
    for _ in range(10):
        log_in(guesser, jan.email, "een verkeerd woord", status=422)
    page = log_in(guesser, jan.email, status=429)
    assert page.heading == "Even wachten, alsjeblieft"
    assert log_in(guesser, "piet@voorbeeld.nl", status=422)
    assert log_in(elsewhere, jan.email).heading == "Mijn account"


def test_many_programs_that_guess_together_do_not_lock_anybody_out(limited, jan):
    for number in range(11):
        guesser = PageClient(limited)
        guesser.client.environ_base["REMOTE_ADDR"] = f"198.51.100.{number}"
        for _ in range(10):
            log_in(guesser, jan.email, "een verkeerd woord", status=422)
    assert log_in(PageClient(limited), jan.email).heading == "Mijn account"


def test_who_logs_in_often_is_not_held_up(limited, jan):
    for _ in range(12):
        assert log_in(PageClient(limited), jan.email).heading == "Mijn account"
