"""Messages about a registration: where they wait, and what becomes of them with it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.mails import SITE, secret_in
from tests.support.people import make_account
from tests.support.registration_messages import LATER, add, answer, mails_of
from tests.support.registrations import DUIVEN, NOW, make_registration
from tests.support.sites import let_take_part
from webapp.accounts.models import RoleName
from webapp.core.clock import MONTH
from webapp.core.errors import NotFoundError
from webapp.mail.site import MailSite
from webapp.municipalities.settings import MunicipalitySettings
from webapp.registrations import operations, queries, retention
from webapp.registrations.handing_over import hand_over
from webapp.registrations.models import (
    RegistrationLink,
    RegistrationMessage,
    RegistrationStatus,
)
from webapp.registrations.patience import Patience
from webapp.registrations.queries import Wanted

ARNHEM = "GM0202"


@pytest.fixture
def consultant(session):
    return make_account(session, name="Carla Wegwijs", roles=((RoleName.CONSULTANT, DUIVEN),))


@pytest.fixture
def registration(session):
    return make_registration(session)


@pytest.fixture
def taking_part(database):
    """A session in which municipalities take part, with a consultant and a registration."""
    let_take_part(database)
    with database.writing() as session:
        account = make_account(session, name="Carla", roles=((RoleName.CONSULTANT, DUIVEN),))
        yield session, account, make_registration(session)


def test_what_is_new_stands_in_the_inbox_and_may_wait_too_long(session, consultant, registration):
    def found(at, **wanted):
        limits = Patience.of(MunicipalitySettings(), at)
        wanted = wanted or {"impatient": limits}
        listed = queries.list_of(session, DUIVEN, Wanted(**wanted))
        assert queries.count_of(session, DUIVEN, Wanted(**wanted)) == len(listed)
        assert limits.is_over(registration) is bool(queries.list_of(
            session, DUIVEN, Wanted(impatient=limits)
        ))  # fmt: skip
        return list(listed)

    answer(session, registration, consultant)
    long_after = NOW + timedelta(days=20)
    assert found(long_after) == []  # it was new, and somebody wrote
    assert found(long_after, has_news=True) == []
    add(session, registration)
    assert found(LATER + timedelta(hours=1)) == []
    assert found(LATER, has_news=True) == [registration]
    assert found(long_after) == [registration]
    registration.status = RegistrationStatus.TRAJECTORY
    session.flush()
    assert found(long_after) == [registration]
    answer(session, registration, consultant, at=long_after)
    assert found(long_after) == []
    assert found(long_after, has_news=True) == []


def test_withdrawing_wipes_messages_and_links(session, consultant, registration):
    add(session, registration)
    answer(session, registration, consultant)
    operations.withdraw(session, registration, site=SITE, actor=operations.RESIDENT, now=LATER)
    assert session.scalars(select(RegistrationMessage)).all() == []
    assert session.scalars(select(RegistrationLink)).all() == []
    assert mails_of(session, "message_waits") == []


def test_what_is_old_goes_with_its_messages_which_make_it_younger(taking_part):
    session, consultant, registration = taking_part
    add(session, registration, at=NOW + 2 * MONTH)
    answer(session, registration, consultant, at=NOW + 2 * MONTH)
    assert retention.purge(session, now=NOW + 13 * MONTH) == 0
    assert retention.purge(session, now=NOW + 15 * MONTH) == 1
    assert session.scalars(select(RegistrationMessage)).all() == []
    assert session.scalars(select(RegistrationLink)).all() == []


def test_messages_go_along_to_another_municipality_and_old_links_end(taking_part):
    session, consultant, registration = taking_part
    add(session, registration)
    answer(session, registration, consultant)
    add(session, registration, "En wanneer?")
    secret = secret_in(mails_of(session, "message_waits")[0])
    elsewhere = MailSite("Arnhem", "http://arnhem.localhost", "arnhem@voorbeeld.nl")
    hand_over(
        session,
        registration,
        ARNHEM,
        is_agreed=True,
        expected_version=registration.version,
        site_of=lambda _municipality: elsewhere,
        actor=consultant.actor,
        now=LATER,
    )
    assert len(registration.messages) == 3
    assert list(queries.list_of(session, ARNHEM, Wanted(has_news=True))) == [registration]
    assert session.scalars(select(RegistrationLink)).all() == []
    for code in (DUIVEN, ARNHEM):
        with pytest.raises(NotFoundError):
            queries.get_by_link(session, secret, code, now=LATER)


def test_a_name_stays_when_the_account_goes(session, consultant, registration):
    answer(session, registration, consultant)
    registration.follow_up.assignee = None
    session.flush()
    for role in list(consultant.roles):
        session.delete(role)
    session.delete(consultant)
    session.flush()
    session.expire_all()
    (message,) = registration.messages
    assert (message.author_id, message.author_name) == (None, "Carla Wegwijs")
