"""Logging in with an app beside the password, as a person does it."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests.support import html, sites
from tests.support.accounts import PASSWORD, add_account
from tests.support.mails import SITE, queued
from tests.support.page_client import PageClient
from tests.support.people import DUIVEN, database_of
from tests.support.second_factors import forget_last_code, give_app
from webapp.accounts import credentials, second_factor
from webapp.accounts.models import Account, BrowserSession, Role, RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock

WRONG = "Deze code klopt niet. Vul de code in die nu in je app staat."
ASKS = "Vul je code in"
NEW = "regen op een zinken dak"


@pytest.fixture
def jan(database):
    with database.writing() as session:
        account = add_account(session)
        account.roles.append(Role(name=RoleName.MODERATOR, municipality_code=DUIVEN))
        return account


@pytest.fixture
def phone(database, jan):
    with database.writing() as session:
        return give_app(session, jan)


@pytest.fixture
def limited(database, settings):
    """A site that counts."""
    sites.let_take_part(database)
    with sites.application(replace(settings, rate_limits=True)) as site:
        yield site


def type_password(browser, path="/inloggen", **query):
    browser.get(path, **query)
    return browser.submit("Inloggen", email="jan@voorbeeld.nl", password=PASSWORD)


def actions(database):
    with database.reading() as session:
        return list(session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)))


def test_the_code_comes_after_the_password(visitor, phone, database):
    page = type_password(visitor)
    assert page.heading == ASKS
    assert "Uitloggen" not in page.text
    assert visitor.get("/moderatie").heading == "Inloggen"
    visitor.get("/inloggen/code")
    page = visitor.submit("Ga verder", code=phone.code())
    assert page.heading == "Wachten op controle"
    assert actions(database) == ["login.done"]


@pytest.mark.usefixtures("jan")
def test_who_has_no_app_needs_no_code(visitor):
    assert type_password(visitor).heading == "Wachten op controle"


def test_a_wrong_password_never_comes_to_the_code(visitor, phone):
    visitor.get("/inloggen")
    visitor.submit("Inloggen", email="jan@voorbeeld.nl", password="iets anders", status=422)
    page = visitor.get("/inloggen/code", status=410)
    assert page.heading == "Log opnieuw in"
    assert phone.code() not in page.text


def test_a_wrong_code_is_refused_logged_and_can_be_mended(visitor, phone, database):
    type_password(visitor)
    page = visitor.submit("Ga verder", code=phone.wrong_code(), status=422)
    assert page.title.startswith("Fout: Vul je code in")
    assert page.errors == [WRONG]
    assert actions(database) == ["login.code_failed"]
    page = visitor.submit("Ga verder", code="", status=422)
    assert page.errors == ["Vul de code in die nu in je app staat."]
    code = phone.code()
    page = visitor.submit("Ga verder", code=f" {code[:3]} {code[3:]} ")
    assert page.heading == "Wachten op controle"


def test_a_code_lets_in_one_browser(app, phone):
    code = phone.code()
    first, second = PageClient(app), PageClient(app)
    for browser in (first, second):
        type_password(browser)
    first.submit("Ga verder", code=code)
    assert second.submit("Ga verder", code=code, status=422).errors == [WRONG]


@pytest.mark.usefixtures("phone")
def test_both_forms_of_the_page_are_named_for_a_machine_and_a_reader(visitor):
    page = type_password(visitor)
    fields = {each.get("name"): each for each in html.all_of(page.tree, "input")}
    assert fields["code"].get("autocomplete") == "one-time-code"
    assert fields["code"].get("inputmode") == "numeric"
    assert fields["recovery_code"].get("autocomplete") == "off"


def test_paper_stands_in_for_the_phone(app, phone, database):
    first, second = PageClient(app), PageClient(app)
    type_password(first)
    page = first.submit("Gebruik herstelcode", recovery_code=phone.recovery_codes[0])
    assert page.heading == "Wachten op controle"
    assert "Je hebt nog 9 herstelcodes." in page.main_text
    type_password(second)
    page = second.submit("Gebruik herstelcode", recovery_code=phone.recovery_codes[0], status=422)
    assert page.errors == [
        "Deze herstelcode werkt niet. Elke code werkt één keer: neem een andere."
    ]
    (details,) = html.all_of(page.tree, "details")
    assert details.get("open") is not None
    assert actions(database) == [
        "second_factor.recovery_code_used",
        "login.done",
        "login.code_failed",
    ]
    with database.reading() as session:
        assert [mail.subject for mail in queued(session)] == ["Er is een herstelcode gebruikt"]


def test_a_person_goes_on_to_where_they_were_going(visitor, phone):
    assert visitor.get("/account/naam").heading == "Inloggen"
    visitor.submit("Inloggen", email="jan@voorbeeld.nl", password=PASSWORD)
    visitor.submit("Ga verder", code=phone.wrong_code(), status=422)
    assert visitor.submit("Ga verder", code=phone.code()).heading == "Je naam veranderen"


@pytest.mark.parametrize("target", ["https://kwaad.example/", "//kwaad.example", "/\\kwaad"])
def test_nobody_is_led_to_another_site(visitor, phone, target):
    type_password(visitor)
    visitor.get("/inloggen/code", next=target)
    page = visitor.submit("Ga verder", code=phone.code())
    assert page.url == "http://duiven.localhost:5000/moderatie"


def test_the_second_step_must_come_soon(visitor, phone):
    type_password(visitor)
    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        page = visitor.submit("Ga verder", code=phone.code(), status=410)
        assert page.heading == "Log opnieuw in"
        assert visitor.follow("Naar inloggen").heading == "Inloggen"


def test_a_new_password_ends_what_the_old_one_began(visitor, phone, database, jan):
    type_password(visitor)
    with database.writing() as session:
        account = session.get(Account, jan.id)
        account.password_hash = "another"
    visitor.submit("Ga verder", code=phone.code(), status=410)


@pytest.mark.parametrize("change", ["disabled_at", "second_factor"])
def test_what_is_closed_or_taken_away_meanwhile_opens_nothing(
    visitor, phone, database, jan, change
):
    type_password(visitor)
    with database.writing() as session:
        if change == "disabled_at":
            session.get(Account, jan.id).disabled_at = clock.now()
        else:
            session.delete(second_factor.find(session, jan.id))
    visitor.submit("Ga verder", code=phone.code(), status=410)


def test_the_session_gets_another_secret_at_each_step(visitor, phone, database):
    def secret():
        return visitor.client.get_cookie("sessie", "duiven.localhost").value

    type_password(visitor)
    half_way = secret()
    visitor.submit("Ga verder", code=phone.code())
    assert secret() != half_way
    with database.reading() as session:
        assert len(session.scalars(select(BrowserSession)).all()) == 1


@pytest.mark.usefixtures("phone")
@pytest.mark.parametrize(
    "typed", ["' OR 1=1 --", "9" * 4000, "<b>", "\uff11\uff12\uff13", "\u202e123456", "-"]
)
@pytest.mark.parametrize("field", ["code", "recovery_code"])
def test_whatever_is_typed_is_answered_in_words(visitor, typed, field):
    type_password(visitor)
    button = "Ga verder" if field == "code" else "Gebruik herstelcode"
    page = visitor.submit(button, status=422, **{field: typed})
    assert page.errors


@pytest.mark.usefixtures("phone")
def test_other_fields_than_were_asked_open_nothing(visitor):
    page = type_password(visitor)
    token = html.csrf_token(page.tree)
    for data in ({}, {"email": "jan@voorbeeld.nl"}, {"code": "", "recovery_code": ""}):
        visitor.post_raw("/inloggen/code", {"csrf_token": token, **data}, status=422)
    visitor.post_raw("/inloggen/code", {"code": "123456"}, status=400)


def test_who_guesses_codes_is_held_up_and_can_be_let_in_by_paper(limited, phone):
    guesser = PageClient(limited)
    type_password(guesser)
    for _ in range(20):
        guesser.submit("Ga verder", code=phone.wrong_code(), status=422)
    page = guesser.submit("Ga verder", code=phone.code(), status=429)
    assert "Gebruik een herstelcode. Die werkt nu ook." in page.main_text
    page = guesser.submit("Gebruik herstelcode", recovery_code=phone.recovery_codes[0])
    assert page.heading == "Wachten op controle"


def test_many_who_guess_together_are_held_up_the_owner_hears_and_gets_in(
    limited, phone, database, jan
):
    """A code is short: three in a million are right. So all tries of an account are counted."""
    wrong, held_up = phone.wrong_code(), 0
    for number in range(4):
        guesser = PageClient(limited)
        guesser.client.environ_base["REMOTE_ADDR"] = f"198.51.100.{number}"
        type_password(guesser)
        for _ in range(17):
            page = guesser.submit("Ga verder", code=wrong, status=(422, 429))
            held_up += page.status == 429
            if page.status == 429:
                guesser.get("/inloggen/code")
    assert held_up == 8
    with database.reading() as session:
        assert [mail.subject for mail in queued(session)] == ["Iemand kent je wachtwoord"]
    owner = PageClient(limited)
    owner.client.environ_base["REMOTE_ADDR"] = "203.0.113.7"
    type_password(owner)
    owner.submit("Ga verder", code=phone.code(), status=429)
    page = owner.submit("Gebruik herstelcode", recovery_code=phone.recovery_codes[0])
    assert page.heading == "Wachten op controle"
    with database.writing() as session:
        account = session.get(Account, jan.id)
        credentials.set_password(session, account, NEW, site=SITE, now=clock.now())
    again = PageClient(limited)
    again.get("/inloggen")
    again.submit("Inloggen", email="jan@voorbeeld.nl", password=NEW)
    assert again.submit("Ga verder", code=phone.code()).heading == "Wachten op controle"


def test_who_logs_in_often_is_not_held_up(limited, phone, jan):
    for _ in range(12):
        browser = PageClient(limited)
        type_password(browser)
        assert browser.submit("Ga verder", code=phone.code()).heading == "Wachten op controle"
        forget_last_code(limited, jan)


def test_of_who_is_no_staff_the_log_keeps_no_failed_code(app, database):
    with database_of(app).writing() as session:
        phone = give_app(session, add_account(session))
    browser = PageClient(app)
    type_password(browser)
    browser.submit("Ga verder", code=phone.wrong_code(), status=422)
    assert actions(database) == []
