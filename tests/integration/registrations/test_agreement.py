"""A consultant who signs a resident up says with whom it was agreed."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import func, select

from tests.support.mails import SITE
from tests.support.people import make_account
from tests.support.registrations import DUIVEN, NOW, make_registration
from tests.support.sites import let_take_part
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import migrations
from webapp.core.errors import InvalidInputError
from webapp.core.restricting import RestrictionGround
from webapp.mail.models import OutgoingMail
from webapp.registrations import operations, retention
from webapp.registrations.disclosure import disclosure_of
from webapp.registrations.handing_over import hand_over
from webapp.registrations.models import Agreement, FilledInBy, Registration

ARNHEM = "GM0202"
LATER = NOW + timedelta(days=1)
AGREED = "Ria zelf, en haar mentor"
BY_CONSULTANT = {"filled_in_by": FilledInBy.CONSULTANT, "helper_name": "Carla Wegwijs"}
OTHERS = [channel for channel in FilledInBy if channel is not FilledInBy.CONSULTANT]


def make(session, agreed_with=AGREED, **values):
    return make_registration(session, **BY_CONSULTANT, agreed_with=agreed_with, **values)


def how_many(session):
    return session.scalar(select(func.count()).select_from(Agreement))


def problems(session, agreed_with):
    with pytest.raises(InvalidInputError) as refusal:
        make(session, agreed_with)
    return refusal.value.problems


def test_it_is_kept_with_the_registration_and_is_in_no_log_and_no_mail(session):
    registration = make(session)
    session.expire_all()
    assert registration.agreed_with == AGREED
    events = [str(event.details) for event in session.scalars(select(AuditEvent))]
    mails = [f"{mail.subject}{mail.body_text}" for mail in session.scalars(select(OutgoingMail))]
    assert events
    assert mails
    assert not any("mentor" in text for text in (*events, *mails))


def test_who_has_the_database_without_the_key_does_not_read_it(session):
    make(session)
    raw = session.scalar(sa.text("SELECT agreed_with FROM registration_agreement"))
    assert raw.startswith("sealed:")
    assert "mentor" not in raw


def test_a_consultant_cannot_leave_it_out(session):
    assert problems(session, "") == {
        "agreed_with": "Vul in met wie je dit hebt afgesproken: een naam of een rol."
    }
    assert session.scalar(select(func.count()).select_from(Registration)) == 0


def test_a_short_answer_is_enough_and_a_long_one_too_much(session):
    make(session, "x" * 200)
    assert problems(session, "x" * 201) == {
        "agreed_with": "Maak dit antwoord korter: hooguit 200 tekens."
    }


@pytest.mark.parametrize("channel", OTHERS)
def test_nobody_else_is_asked_and_nothing_is_kept(session, channel):
    registration = make_registration(
        session, filled_in_by=channel, helper_name="Ans van Demo", agreed_with=AGREED
    )
    session.expire_all()
    assert registration.agreed_with == ""
    assert how_many(session) == 0


def test_it_is_wiped_with_the_rest(session):
    registration = make(session)
    operations.withdraw(session, registration, site=SITE, actor=operations.RESIDENT, now=LATER)
    session.expire_all()
    assert registration.agreed_with == ""
    assert how_many(session) == 0


def test_it_goes_along_to_another_municipality(database, session):
    let_take_part(database)
    consultant = make_account(session, roles=((RoleName.CONSULTANT, DUIVEN),))
    registration = make(session)
    hand_over(
        session,
        registration,
        ARNHEM,
        is_agreed=True,
        expected_version=registration.version,
        site_of=lambda _municipality: SITE,
        actor=consultant.actor,
        now=LATER,
    )
    session.expire_all()
    assert registration.municipality_code == ARNHEM
    assert registration.agreed_with == AGREED


def test_it_ends_with_the_registration_and_rests_with_it(database, session):
    let_take_part(database)
    make(session)
    resting = make(session)
    resting.restrict(RestrictionGround.CLAIM, now=NOW)
    session.flush()
    assert retention.purge(session, now=NOW + timedelta(days=1000)) == 1
    session.expire_all()
    assert session.scalars(select(Agreement.agreed_with)).all() == [AGREED]
    assert resting.agreed_with == AGREED


def test_the_resident_gets_it_among_all_that_is_kept(session):
    consultant = make_account(session)
    kept = disclosure_of(make(session), actor=consultant.actor, now=LATER)
    assert kept["agreed_with"] == AGREED
    other = disclosure_of(make_registration(session), actor=consultant.actor, now=LATER)
    assert other["agreed_with"] == ""


def test_a_registration_from_before_it_was_asked_has_none_and_can_be_wiped(database):
    with database.writing() as session:
        number = make(session).id
    migrations.downgrade(database.engine, "0029")
    migrations.upgrade(database.engine)
    with database.writing() as session:
        registration = session.get_one(Registration, number)
        assert registration.filled_in_by is FilledInBy.CONSULTANT
        assert registration.helper_name == "Carla Wegwijs"
        assert registration.agreed_with == ""
        operations.withdraw(session, registration, site=SITE, actor=operations.RESIDENT, now=LATER)
    with database.reading() as session:
        assert session.get_one(Registration, number).helper_name == ""
