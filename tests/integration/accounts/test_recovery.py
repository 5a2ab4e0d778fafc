from datetime import timedelta

import pytest

from tests.support.accounts import NOW, PASSWORD, add_account
from tests.support.mails import SITE, link_in, queued, secret_in
from webapp.accounts import credentials, recovery, sessions
from webapp.accounts.tokens import LinkExpiredError
from webapp.core.errors import InvalidInputError

NEW = "drie oude eiken"


@pytest.fixture
def jan(session):
    return add_account(session)


def ask(session, email="jan@voorbeeld.nl"):
    recovery.request_password_reset(session, email, site=SITE, now=NOW)
    session.flush()


def reset(session, secret, password=NEW, after=timedelta(0)):
    return recovery.reset_password(session, secret, password, site=SITE, now=NOW + after)


def test_who_forgot_a_password_chooses_a_new_one_and_is_signed_out_everywhere(session, jan):
    cookie = sessions.open_session(session, host="a", data={}, account_id=jan.id, now=NOW)
    ask(session, "JAN@voorbeeld.nl")
    (mail,) = queued(session)
    assert link_in(mail).startswith(f"{SITE.url}/account/wachtwoord-herstellen/")
    assert "1 uur" in mail.body_text
    assert reset(session, secret_in(mail), after=timedelta(minutes=59)) is jan
    assert credentials.authenticate(session, jan.email, NEW) is jan
    assert credentials.authenticate(session, jan.email, PASSWORD) is None
    assert sessions.find_session(session, cookie, host="a", now=NOW) is None
    session.flush()
    assert queued(session)[1].kind == "accounts/password_changed"


def test_nobody_learns_whether_an_address_is_known(session, jan):
    ask(session, "piet@voorbeeld.nl")
    ask(session, "geen adres")
    jan.disabled_at = NOW
    ask(session)
    jan.disabled_at = jan.email_confirmed_at = None
    ask(session)
    assert queued(session) == []


@pytest.mark.usefixtures("jan")
def test_an_earlier_link_stays_open_until_one_is_used(session):
    for _ in range(3):
        ask(session)
    first, second, third = queued(session)
    reset(session, secret_in(second))
    for mail in (first, second, third):
        with pytest.raises(LinkExpiredError):
            reset(session, secret_in(mail), "nog een ander woord")


@pytest.mark.usefixtures("jan")
def test_a_link_works_for_an_hour(session):
    ask(session)
    with pytest.raises(LinkExpiredError):
        reset(session, secret_in(queued(session)[0]), after=timedelta(hours=1))


def test_a_link_of_another_kind_does_not_open_this_door(session, jan):
    credentials.request_email_change(
        session, jan, new_email="nieuw@voorbeeld.nl", password=PASSWORD, site=SITE, now=NOW
    )
    session.flush()
    with pytest.raises(LinkExpiredError):
        reset(session, secret_in(queued(session)[0]))


def test_who_picks_an_easy_password_may_try_the_link_again(database):
    with database.writing() as session:
        add_account(session)
        ask(session)
        secret = secret_in(queued(session)[0])
    with pytest.raises(InvalidInputError), database.writing() as session:
        reset(session, secret, "Welkom202620")
    with database.writing() as session:
        reset(session, secret)


def test_a_link_sent_to_an_account_that_was_disabled_since_is_dead(session, jan):
    ask(session)
    jan.disabled_at = NOW
    with pytest.raises(LinkExpiredError):
        reset(session, secret_in(queued(session)[0]))
