"""In which browsers somebody is logged in."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests.support import html
from tests.support.accounts import PASSWORD, add_account
from tests.support.page_client import PageClient
from webapp.accounts.models import BrowserSession
from webapp.audit.models import AuditEvent
from webapp.core import clock

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) Version/17.1 Safari/604.1"


@pytest.fixture
def jan(database):
    with database.writing() as session:
        return add_account(session)


def logged_in(app, user_agent, host="duiven.localhost:5000", name="jan"):
    browser = PageClient(app, host=host)
    browser.client.environ_base["HTTP_USER_AGENT"] = user_agent
    browser.client.environ_base["REMOTE_ADDR"] = "203.0.113.77"
    browser.get("/inloggen")
    browser.submit("Inloggen", email=f"{name}@voorbeeld.nl", password=PASSWORD)
    return browser


def cards(page):
    return [html.text_of(each) for each in html.all_of(page.tree, "article")]


@pytest.mark.usefixtures("jan")
def test_a_person_sees_each_browser_in_words_their_own_first(app):
    browser = logged_in(app, FIREFOX)
    logged_in(app, IPHONE, host="arnhem.localhost:5000")
    logged_in(app, "iets onbekends/1.0")
    page = browser.get("/account/sessies")
    own, *others = cards(page)
    assert own.startswith("Firefox op Linux duiven.localhost Hier ben je nu")
    assert "Log daar uit" not in own
    assert {each.partition(" Ingelogd")[0] for each in others} == {
        "Safari op iPhone arnhem.localhost",
        "Onbekende browser duiven.localhost",
    }
    today = clock.day_in_words(clock.today())
    assert f"Ingelogd op {today}. Laatst gebruikt op {today}." in own


@pytest.mark.usefixtures("jan")
def test_no_address_of_a_network_is_kept(app, database):
    page = logged_in(app, FIREFOX).get("/account/sessies")
    assert "203.0.113.77" not in page.response.text
    with database.reading() as session:
        rows = session.execute(select(BrowserSession.__table__)).all()
    assert "203.0.113.77" not in str(rows)
    assert "Gecko" not in str(rows)


@pytest.mark.usefixtures("jan")
def test_a_person_logs_out_in_one_other_browser(app, database):
    browser, phone = logged_in(app, FIREFOX), logged_in(app, IPHONE)
    other = logged_in(app, "iets onbekends/1.0")
    browser.get("/account/sessies")
    (index,) = (
        number
        for number, card in enumerate(
            each for each in cards(browser.page) if "Log daar uit" in each
        )
        if card.startswith("Safari")
    )
    page = browser.submit("Log daar uit", form=index)
    assert "Je bent daar nu uitgelogd." in page.main_text
    assert len(cards(page)) == 2
    assert phone.get("/account").heading == "Inloggen"
    assert other.get("/account").heading == "Mijn account"
    with database.reading() as session:
        assert list(session.scalars(select(AuditEvent.action))) == ["account.session_ended"]


@pytest.mark.usefixtures("jan")
def test_nobody_logs_somebody_else_out(app, database):
    with database.writing() as session:
        add_account(session, "Piet")
    jan, piet = logged_in(app, FIREFOX), logged_in(app, IPHONE, name="piet")
    second = logged_in(app, IPHONE, name="piet")
    piet.get("/account/sessies")
    ((form, button),) = html.forms_with_button(piet.page.tree, "Log daar uit")
    handle = html.values_of(form, button)["sessie"]
    token = html.csrf_token(jan.get("/account").tree)
    for name in (handle, "", "x" * 5000):
        data = {"csrf_token": token, "sessie": name}
        jan.post_raw("/account/sessies/uitloggen", data, status=303)
    assert second.get("/account").heading == "Mijn account"
    assert "Daar was je al uitgelogd." in jan.get("/account/sessies").main_text


@pytest.mark.usefixtures("jan")
def test_what_has_ended_by_itself_is_not_shown(app):
    logged_in(app, IPHONE)
    with time_machine.travel(clock.now() + timedelta(hours=9)):
        assert len(cards(logged_in(app, FIREFOX).get("/account/sessies"))) == 1
