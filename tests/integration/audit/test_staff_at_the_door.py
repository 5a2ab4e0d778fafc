"""Staff that log in, out, or cannot: in the log of whom they work for, and of nobody else."""

import pytest
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, DUIVEN, make_account
from webapp.accounts import passwords
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock

PASSWORD = "drie blauwe zeepaardjes"


@pytest.fixture
def person(app, database):
    """Make somebody with a password and these roles."""
    del app

    def make(*roles, **values):
        with database.writing() as session:
            account = make_account(session, roles=roles)
            account.password_hash = passwords.hash_password(PASSWORD)
            for name, value in values.items():
                setattr(account, name, value)
        return account

    return make


def log_in(app, account, *, password=PASSWORD, status=200, host="duiven.localhost:5000"):
    client = PageClient(app, host=host)
    client.get("/inloggen")
    client.submit("Inloggen", email=account.email, password=password, status=status)
    return client


def logged(database):
    with database.reading() as session:
        events = session.scalars(select(AuditEvent).order_by(AuditEvent.id))
        return [
            (each.action, each.actor_kind.value, each.subject_id, each.municipality_code)
            for each in events
        ]


def test_a_moderator_who_comes_and_goes_is_in_the_log(app, database, person):
    moderator = person((RoleName.MODERATOR, DUIVEN))
    log_in(app, moderator).submit("Uitloggen")
    assert logged(database) == [
        ("login.done", "person", moderator.public_id, DUIVEN),
        ("login.ended", "person", moderator.public_id, DUIVEN),
    ]


def test_a_wrong_password_is_logged_without_saying_who_typed_it(app, database, person):
    moderator = person((RoleName.MODERATOR, DUIVEN))
    log_in(app, moderator, password="geen idee meer", status=422)
    assert logged(database) == [("login.failed", "unknown", moderator.public_id, DUIVEN)]


def test_a_closed_account_is_logged_as_refused(app, database, person):
    moderator = person((RoleName.MODERATOR, DUIVEN), disabled_at=clock.now())
    log_in(app, moderator, status=422)
    assert logged(database) == [("login.refused", "unknown", moderator.public_id, DUIVEN)]


def test_each_municipality_reads_of_its_own_staff_wherever_they_log_in(app, database, person):
    both = person((RoleName.CONSULTANT, ARNHEM), (RoleName.MODERATOR, DUIVEN))
    log_in(app, both, host="zevenaar.localhost:5000")
    assert [code for *_, code in logged(database)] == [ARNHEM, DUIVEN]


def test_an_administrator_is_in_the_log_of_the_platform(app, database, person):
    log_in(app, person((RoleName.ADMINISTRATOR, None)), host="localhost:5000")
    assert [(action, code) for action, *_, code in logged(database)] == [("login.done", None)]


def test_of_who_is_no_staff_the_log_keeps_nothing(app, database, person):
    provider = person()
    log_in(app, provider).submit("Uitloggen")
    log_in(app, provider, password="geen idee meer", status=422)
    provider.email = "niemand@voorbeeld.nl"
    log_in(app, provider, password="geen idee meer", status=422)
    assert logged(database) == []
