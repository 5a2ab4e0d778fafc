"""An organisation signs up, page by page."""

import re
import time
from dataclasses import replace

import pytest

from tests.support import html, sites
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.provider_signup import (
    ACCOUNT,
    NEXT,
    ORGANISATION,
    PASSWORD,
    PLACE,
    SEND,
    WORKPLACE,
    begin,
    reach_account,
    reach_check,
)
from webapp.accounts.models import Account, BrowserSession
from webapp.mail.models import OutgoingMail
from webapp.moderation.queries import queue
from webapp.organisations.models import Organisation
from webapp.workplaces import sectors
from webapp.workplaces.models import VersionStatus, Workplace

NO_NAME = "Vul alleen een naam in, zonder webadres, e-mailadres of nummer."


@pytest.fixture(autouse=True)
def _sectors(database):
    with database.writing() as session:
        sectors.load(session)


def stored(app, kind):
    with database_of(app).reading() as session:
        return session.query(kind).all()


def press_twice(browser, page, **values):
    first = browser.submit(SEND, **values)
    browser.pages.append(page)
    return first, browser.submit(SEND, **values)


def test_somebody_walks_from_the_explanation_to_the_queue_of_the_municipality(visitor, app):
    reach_check(visitor)
    page = visitor.submit(SEND)
    assert page.heading == "Bevestig je e-mailadres"
    assert "sanne@voorbeeld.example" in page.main_text
    (mail,) = stored(app, OutgoingMail)
    link = re.search(r"/account/bevestigen/\S+", mail.body_text).group()
    visitor.get(link)
    visitor.submit("Bevestig mijn aanmelding", password=PASSWORD)
    with database_of(app).reading() as session:
        waiting = queue(session, "GM0226")
    assert [item.title for item in waiting] == ["Stichting Voorbeeld", "Fietsen maken"]


def test_everything_is_kept_tidily(visitor, app):
    reach_check(visitor)
    visitor.submit(SEND)
    (organisation,) = stored(app, Organisation)
    assert (organisation.name, organisation.kvk_number) == ("Stichting Voorbeeld", "00000123")
    with database_of(app).reading() as session:
        version = session.query(Workplace).one().latest_version
    assert version.status is VersionStatus.SUBMITTED
    assert version.content.postcode == "6921 AB"
    assert version.content.contact_email == "info@voorbeeld.example"
    (account,) = stored(app, Account)
    assert (account.email, account.email_confirmed_at) == ("sanne@voorbeeld.example", None)


def test_a_place_that_lies_elsewhere_than_its_postcode_is_told_at_its_field(visitor):
    begin(visitor)
    visitor.submit(NEXT, **ORGANISATION)
    visitor.submit(NEXT, **WORKPLACE)
    page = visitor.submit(NEXT, status=422, **(PLACE | {"place": "Amsterdam"}))
    assert page.errors == [
        "Bij postcode 6921 hoort de plaats Duiven. Verbeter de plaats of de postcode."
    ]
    assert 'value="Amsterdam"' in page.response.text
    visitor.submit(NEXT, place="duiven")


def test_each_page_says_which_step_it_is(visitor):
    page = begin(visitor)
    assert "Stap 1 van 5" in page.main_text
    assert "stap 1 van 5" in page.title
    page = visitor.submit(NEXT, **ORGANISATION)
    assert "Stap 2 van 5" in page.main_text


def test_nothing_is_sent_before_the_last_page_which_shows_all_answers(visitor, app):
    page = reach_check(visitor)
    assert stored(app, Organisation) == []
    for answer in (
        "Stichting Voorbeeld", "00000123", "info@voorbeeld.example", "Fietsen maken",
        "Banden plakken en remmen stellen.", "Trede 2: Sociale contacten", "6921 AB",
        "maandag: ochtend", "Sanne", "sanne@voorbeeld.example",
    ):  # fmt: skip
        assert answer in page.main_text


def test_who_changes_one_answer_comes_back_to_the_check(visitor):
    reach_check(visitor)
    visitor.follow("Wijzig naam van de werkplek")
    page = visitor.submit(NEXT, title="Brommers maken")
    assert page.heading == "Klopt alles?"
    assert "Brommers maken" in page.main_text
    assert "Banden plakken" in page.main_text


def test_a_later_step_leads_to_the_first_that_is_still_open(visitor):
    for path in ("account", "controleren"):
        assert visitor.get(f"/organisatie-aanmelden/{path}").heading == "Je organisatie"
    visitor.get("/organisatie-aanmelden/bestaat-niet", status=404)
    assert visitor.get("/organisatie-aanmelden/verstuurd").heading == "Meld je organisatie aan"


@pytest.mark.parametrize(
    ("reach", "values", "errors"),
    [
        (begin, ORGANISATION | {"name": ""}, ["Vul de naam van de organisatie in."]),
        (
            begin,
            ORGANISATION | {"kvk_number": "123"},
            ["Vul de acht cijfers van het KvK-nummer in, zoals 12345678."],
        ),
        (reach_account, ACCOUNT | {"name": ""}, ["Vul je naam in."]),
        (reach_account, ACCOUNT | {"name": "www.kwaad.example"}, [NO_NAME]),
        (
            reach_account,
            ACCOUNT | {"email": "sanne"},
            ["Vul een e-mailadres in, zoals naam@voorbeeld.nl."],
        ),
    ],
)
def test_a_mistake_is_told_at_the_field_and_the_rest_is_kept(visitor, reach, values, errors):
    reach(visitor)
    page = visitor.submit(NEXT, status=422, **values)
    assert page.errors == errors
    assert page.title.startswith("Fout:")
    form, pressed = html.forms_with_button(page.tree, NEXT)[0]
    sent = html.values_of(form, pressed)
    assert {name: sent[name] for name in values} == values


def test_the_questions_about_the_workplace_must_be_answered(visitor):
    begin(visitor)
    visitor.submit(NEXT, **ORGANISATION)
    page = visitor.submit(NEXT, status=422)
    assert len(page.errors) == 6
    visitor.submit(NEXT, **WORKPLACE)
    page = visitor.submit(NEXT, status=422, hours_min="acht")
    assert "Vul een heel getal in, zoals 8." in page.errors


def test_who_presses_twice_signs_up_once(visitor, app):
    first, second = press_twice(visitor, reach_check(visitor))
    assert first.main_text == second.main_text
    assert len(stored(app, Organisation)) == len(stored(app, OutgoingMail)) == 1


def test_a_request_that_was_sent_twice_at_once_signs_up_once(visitor, app):
    """The second request still carries the answers: only the key tells that they are the same."""
    reach_check(visitor)
    (kept,) = stored(app, BrowserSession)
    check = visitor.page
    visitor.submit(SEND)
    with database_of(app).writing() as session:
        session.merge(kept)
    visitor.pages.append(check)
    visitor.submit(SEND)
    assert len(stored(app, Organisation)) == len(stored(app, Workplace)) == 1
    assert len(stored(app, OutgoingMail)) == 1


def test_who_has_an_account_reads_the_same_pages_in_the_same_time(app, session):
    make_account(session, "sanne@voorbeeld.example")
    session.commit()
    answers, times = [], []
    for name in ("sanne", "bo"):
        browser = PageClient(app)
        reach_account(browser)
        browser.submit(NEXT, **ACCOUNT | {"email": f"{name}@voorbeeld.example"})
        start = time.monotonic()
        answers.append(browser.submit(SEND).main_text.replace(name, "iemand"))
        times.append(time.monotonic() - start)
    assert answers[0] == answers[1]
    assert min(times) > 0.25


def test_the_time_that_an_answer_takes_does_not_tell_who_has_an_account(visitor):
    reach_check(visitor)
    start = time.monotonic()
    visitor.submit(SEND)
    assert time.monotonic() - start > 0.25


def test_who_is_signed_in_is_not_asked_for_an_account(app, session):
    account = make_account(session, "bo@voorbeeld.nl", name="Bo")
    session.commit()
    browser = sign_in(PageClient(app), account)
    begin(browser)
    assert "Stap 1 van 4" in browser.page.main_text
    browser.submit(NEXT, **ORGANISATION)
    browser.submit(NEXT, **WORKPLACE)
    page = browser.submit(NEXT, **PLACE)
    assert page.heading == "Klopt alles?"
    page = browser.submit(SEND)
    assert "bo@voorbeeld.nl" in page.main_text
    assert [mail.recipient for mail in stored(app, OutgoingMail)] == ["bo@voorbeeld.nl"]


def test_strangers_who_fill_in_nothing_keep_nobody_from_signing_up(settings, database):
    sites.let_take_part(database)
    with database.writing() as session:
        account = make_account(session)
    with sites.application(replace(settings, rate_limits=True)) as limited:
        stranger = PageClient(limited)
        stranger.client.environ_base["REMOTE_ADDR"] = "203.0.113.7"
        (form, button), *_ = html.forms_with_button(begin(stranger).tree, NEXT)
        token = {"csrf_token": html.values_of(form, button)["csrf_token"]}
        for status in [303] * 5 + [429]:
            stranger.post_raw("/organisatie-aanmelden/controleren", token, status=status)
        browser = sign_in(PageClient(limited), account)
        begin(browser)
        for answers in (ORGANISATION, WORKPLACE, PLACE):
            browser.submit(NEXT, **answers)
        assert account.email in browser.submit(SEND).main_text


def test_a_robot_that_fills_in_everything_is_stopped(visitor, app):
    reach_check(visitor)
    visitor.submit(SEND, fax="http://robot.example", status=422)
    assert stored(app, Organisation) == []


def test_who_had_begun_goes_on_or_begins_again(visitor):
    begin(visitor)
    visitor.submit(NEXT, **ORGANISATION)
    visitor.get("/organisatie-aanmelden")
    assert visitor.follow("Ga verder met aanmelden").heading == "Je eerste werkplek"
    visitor.get("/organisatie-aanmelden")
    page = visitor.submit("Wis mijn antwoorden en begin opnieuw")
    assert "Begin met aanmelden" in page.links


def test_who_only_reads_the_explanation_gets_no_cookie(visitor):
    assert "Set-Cookie" not in visitor.get("/organisatie-aanmelden").response.headers


def test_nobody_signs_up_on_the_platform_itself(app):
    PageClient(app, host="localhost:5000").get("/organisatie-aanmelden", status=404)


def test_nobody_is_flooded_with_mail_by_signing_up_with_their_address(settings, database):
    sites.let_take_part(database)
    with sites.application(replace(settings, rate_limits=True)) as limited:
        for _attempt in range(5):
            browser = PageClient(limited)
            reach_check(browser)
            browser.submit(SEND)
        browser = PageClient(limited)
        reach_check(browser)
        browser.submit(SEND, status=429)
        assert len(stored(limited, OutgoingMail)) == 5
