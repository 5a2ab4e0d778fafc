"""Links in mails, opened in a browser."""

import time
from dataclasses import replace

import pytest

from tests.support import sites
from tests.support.accounts import PASSWORD, add_account
from tests.support.mails import link_in, queued
from tests.support.page_client import PageClient
from webapp.accounts import sign_up
from webapp.core import clock
from webapp.mail.site import MailSite
from webapp.workplaces.signing_up import ORGANISATION

NEW = "drie oude eiken"
DUIVEN = MailSite("Duiven", "http://duiven.localhost:5000", "hulp@duiven.example")


@pytest.fixture
def jan(database):
    with database.writing() as session:
        return add_account(session)


def newest_link(database):
    with database.reading() as session:
        return link_in(queued(session)[-1])


def ask_for_link(browser, email="jan@voorbeeld.nl"):
    browser.get("/inloggen")
    browser.follow("Wachtwoord vergeten?")
    return browser.submit("Stuur mij een link", email=email)


@pytest.mark.usefixtures("jan")
def test_who_forgot_a_password_chooses_another_and_logs_in(visitor, database):
    assert ask_for_link(visitor).heading == "Kijk in je mail"
    visitor.get(newest_link(database))
    page = visitor.submit("Bewaar mijn wachtwoord", password="kort", status=422)
    assert page.errors == ["Kies een wachtwoord van minstens 12 tekens."]
    page = visitor.submit("Bewaar mijn wachtwoord", password=NEW)
    assert "Je nieuwe wachtwoord is bewaard." in page.main_text
    page = visitor.submit("Inloggen", email="jan@voorbeeld.nl", password=NEW)
    assert page.heading == "Mijn account"


@pytest.mark.usefixtures("jan")
def test_a_known_and_an_unknown_address_get_the_same_page_in_the_same_time(visitor, database):
    answers, times = [], []
    for email in ("jan@voorbeeld.nl", "piet@voorbeeld.nl"):
        visitor.get("/wachtwoord-vergeten")
        start = time.monotonic()
        answers.append(visitor.submit("Stuur mij een link", email=email).main_text)
        times.append(time.monotonic() - start)
    assert answers[0] == answers[1]
    assert min(times) > 0.25
    with database.reading() as session:
        assert len(queued(session)) == 1


def test_an_address_that_is_none_is_asked_again(visitor):
    visitor.get("/wachtwoord-vergeten")
    page = visitor.submit("Stuur mij een link", email="jan@", status=422)
    assert page.errors == ["Vul een e-mailadres in, zoals naam@voorbeeld.nl."]


@pytest.mark.usefixtures("jan")
def test_a_link_that_was_used_says_what_to_do_next(visitor, database):
    ask_for_link(visitor)
    link = newest_link(database)
    visitor.get(link)
    visitor.submit("Bewaar mijn wachtwoord", password=NEW)
    page = visitor.get(link, status=410)
    assert page.heading == "Deze link werkt niet meer"
    assert "Vraag een nieuw wachtwoord aan" in page.links


@pytest.mark.parametrize(
    "path", ["bevestigen", "wachtwoord-herstellen", "e-mail-bevestigen", "uitnodiging"]
)
def test_a_made_up_link_says_the_same(visitor, path):
    assert visitor.get(f"/account/{path}/verzonnen", status=410).heading


def sign_up_as_jan(database):
    now = clock.now()
    with database.writing() as session:
        account = sign_up.account_for(session, email="jan@voorbeeld.nl", name="Jan", now=now)
        details = {ORGANISATION: ""}
        sign_up.request_confirmation(
            session,
            account,
            name="Jan",
            organisation_name="De Proeftuin",
            details=details,
            site=DUIVEN,
            now=now,
        )
    return newest_link(database)


def test_who_signed_up_chooses_a_password_and_can_log_in(visitor, database):
    link = sign_up_as_jan(database)
    visitor.get(link)
    page = visitor.get(link)  # a mail program that looked first has changed nothing
    assert "jan@voorbeeld.nl" in page.main_text
    page = visitor.submit("Bevestig mijn aanmelding", password="kort", status=422)
    assert page.errors == ["Kies een wachtwoord van minstens 12 tekens."]
    page = visitor.submit("Bevestig mijn aanmelding", password=PASSWORD)
    assert "Je e-mailadres is bevestigd." in page.main_text
    page = visitor.submit("Inloggen", email="jan@voorbeeld.nl", password=PASSWORD)
    assert page.heading == "Mijn account"


@pytest.mark.usefixtures("jan")
def test_who_has_an_account_confirms_a_sign_up_with_one_button(visitor, database):
    page = visitor.get(sign_up_as_jan(database))
    assert "Je wachtwoord blijft hetzelfde." in page.main_text
    visitor.submit("Bevestig mijn aanmelding")
    page = visitor.submit("Inloggen", email="jan@voorbeeld.nl", password=PASSWORD)
    assert page.heading == "Mijn account"


@pytest.mark.usefixtures("jan")
def test_nobody_can_keep_a_person_from_a_new_password(settings, database):
    """However often others ask for it: no refusal, not more mail than is bearable."""
    sites.let_take_part(database)
    with sites.application(replace(settings, rate_limits=True)) as site:
        for number in range(22):
            stranger = PageClient(site)
            stranger.client.environ_base["REMOTE_ADDR"] = f"198.51.100.{number}"
            assert ask_for_link(stranger).heading == "Kijk in je mail"
        jan = PageClient(site)
        assert ask_for_link(jan).heading == "Kijk in je mail"
        with database.reading() as session:
            first, *others = queued(session)
        assert len(others) == 19
        jan.get(link_in(first))
        jan.submit("Bewaar mijn wachtwoord", password=NEW)
        jan.get(link_in(others[-1]), status=410)
