"""Consultants follow up registrations; residents correct them and take them back."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import select

from tests.support.mails import SITE, queued
from tests.support.people import make_account
from tests.support.registrations import CONTACT, DUIVEN, NOW, make_registration
from tests.support.sites import let_take_part
from webapp.audit.models import AuditEvent
from webapp.core.errors import ConflictError, InvalidInputError, NotFoundError, WrongStatusError
from webapp.mail.dispatch import send_due
from webapp.mail.models import OutgoingMail
from webapp.municipalities.settings import change_settings
from webapp.registrations import operations, queries, retention, workflow
from webapp.registrations.models import (
    FollowUp,
    Registration,
    RegistrationChange,
    RegistrationStatus,
)
from webapp.registrations.vocabulary import StopReason

S = RegistrationStatus
ALLOWED = {
    (S.NEW, S.INTAKE), (S.NEW, S.STOPPED),
    (S.INTAKE, S.ORIENTATION), (S.INTAKE, S.TRAJECTORY), (S.INTAKE, S.STOPPED), (S.INTAKE, S.NEW),
    (S.ORIENTATION, S.ADVICE), (S.ORIENTATION, S.STOPPED), (S.ORIENTATION, S.INTAKE),
    (S.ADVICE, S.TRAJECTORY), (S.ADVICE, S.STOPPED), (S.ADVICE, S.ORIENTATION),
    (S.TRAJECTORY, S.COMPLETED), (S.TRAJECTORY, S.STOPPED), (S.TRAJECTORY, S.ADVICE),
    (S.COMPLETED, S.TRAJECTORY),
    (S.STOPPED, S.INTAKE),
}  # fmt: skip
LATER = NOW + timedelta(days=1)


@pytest.fixture
def consultant(session):
    return make_account(session, name="Carla Wegwijs").actor


def follow(session, registration, to_status, actor):
    workflow.follow(
        session,
        registration,
        to_status,
        stop_reason=StopReason.MOVED if to_status is S.STOPPED else None,
        expected_version=registration.version,
        actor=actor,
        now=LATER,
    )


@pytest.mark.parametrize(("start", "goal"), list(product(S, S)))
def test_a_consultant_takes_only_the_steps_of_the_table(session, consultant, start, goal):
    registration = make_registration(session)
    registration.status = start
    session.flush()
    if (start, goal) in ALLOWED:
        follow(session, registration, goal, consultant)
        assert registration.status is goal
    else:
        with pytest.raises(WrongStatusError):
            follow(session, registration, goal, consultant)


def test_each_step_is_kept_with_who_took_it(session, consultant):
    registration = make_registration(session)
    follow(session, registration, S.INTAKE, consultant)
    follow(session, registration, S.ORIENTATION, consultant)
    steps = [(step.from_status, step.to_status, step.actor_name) for step in registration.changes]
    assert steps == [
        (S.NEW, S.INTAKE, "Carla Wegwijs"),
        (S.INTAKE, S.ORIENTATION, "Carla Wegwijs"),
    ]
    assert registration.changed_at == LATER


def test_a_consultant_who_saw_an_older_state_is_told(session, consultant):
    registration = make_registration(session)
    seen = registration.version
    follow(session, registration, S.INTAKE, consultant)
    with pytest.raises(ConflictError):
        workflow.follow(
            session, registration, S.STOPPED, expected_version=seen, actor=consultant, now=LATER
        )


def test_every_look_is_logged_with_who_and_what_for(session, consultant):
    registration = make_registration(session)
    operations.look(session, registration, purpose="contact opnemen", actor=consultant, now=LATER)
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert event.action == "registration.looked_at"
    assert event.actor_public_id == consultant.public_id
    assert event.subject_id == registration.public_id
    assert event.municipality_code == DUIVEN
    assert event.details == {"purpose": "contact opnemen"}


def test_a_look_at_a_list_is_logged_with_whose_registrations_it_showed(session, consultant):
    registration = make_registration(session)
    operations.look_at_list(
        session,
        [registration],
        municipality_code=DUIVEN,
        purpose="opvolgen",
        actor=consultant,
        now=LATER,
    )
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert event.action == "registrations.listed"
    assert event.details == {"purpose": "opvolgen", "registrations": [registration.public_id]}


def withdraw(session, registration):
    operations.withdraw(session, registration, site=SITE, actor=operations.RESIDENT, now=LATER)


def test_withdrawing_wipes_everything_personal_and_keeps_reference_status_and_dates(session):
    registration = make_registration(session)
    registration.language = "en"
    reference = registration.reference
    withdraw(session, registration)
    session.expire_all()
    row = session.scalars(select(Registration)).one()
    kept = {
        column.key: getattr(row, column.key)
        for column in Registration.__table__.columns
        if getattr(row, column.key) not in ("", [], None)
    }
    assert set(kept) == {
        "id", "public_id", "reference", "municipality_code", "filled_in_by", "status",
        "created_at", "changed_at", "version", "language",
    }  # fmt: skip
    assert kept["reference"] == reference
    assert kept["status"] is S.WITHDRAWN
    assert kept["language"] == "nl"


def test_who_withdraws_gets_one_last_mail(session):
    registration = make_registration(session)
    withdraw(session, registration)
    mail = session.scalars(
        select(OutgoingMail).where(OutgoingMail.kind == "registrations/withdrawn")
    ).one()
    assert mail.recipient == "ria@voorbeeld.nl"
    assert "Ria" not in mail.body_text
    with pytest.raises(WrongStatusError):
        withdraw(session, registration)


def test_who_withdraws_leaves_no_address_in_the_mail_once_the_last_has_left(database):
    with database.writing() as session:
        registration = make_registration(session)
        make_registration(session, contact=replace(CONTACT, email="bo@voorbeeld.nl"))
        withdraw(session, registration)
    assert waiting_addresses(database).count("ria@voorbeeld.nl") == 1
    send_due(database, Delivering(), now=lambda: LATER)
    with database.reading() as session:
        assert "ria@voorbeeld.nl" not in set(session.scalars(select(OutgoingMail.recipient)))


def waiting_addresses(database):
    with database.reading() as session:
        return [mail.recipient for mail in queued(session)]


class Delivering:
    """A transport that delivers everything."""

    def send(self, mail):
        pass


def test_a_resident_without_an_email_address_withdraws_without_a_mail(session):
    registration = make_registration(session, contact=replace(CONTACT, email=""))
    withdraw(session, registration)
    kinds = set(session.scalars(select(OutgoingMail.kind)))
    assert kinds == {"registrations/new_for_staff"}


def correct(session, registration, contact):
    operations.correct_contact(
        session,
        registration,
        contact,
        expected_version=registration.version,
        actor=operations.RESIDENT,
        now=LATER,
    )


def test_a_resident_corrects_how_to_be_reached(session):
    registration = make_registration(session)
    correct(session, registration, replace(CONTACT, phone="026 123 45 67", residence="Arnhem"))
    assert (registration.phone, registration.place_name) == ("026 123 45 67", "Arnhem")
    assert registration.postcode4 == ""


def test_a_correction_that_cannot_be_is_refused(session):
    registration = make_registration(session)
    with pytest.raises(InvalidInputError):
        correct(session, registration, replace(CONTACT, name=""))
    withdraw(session, registration)
    with pytest.raises(WrongStatusError):
        correct(session, registration, CONTACT)


def test_no_other_municipality_finds_a_registration(session):
    registration = make_registration(session)
    secret = secret_in_mail(session)
    assert queries.list_of(session, "GM0202") == []
    assert sum(queries.counts_by_status(session, "GM0202").values()) == 0
    with pytest.raises(NotFoundError):
        queries.get_registration(session, registration.public_id, "GM0202")
    with pytest.raises(NotFoundError):
        queries.get_by_link(session, secret, "GM0202", now=NOW)
    assert queries.get_by_link(session, secret, DUIVEN, now=NOW) is registration


def test_a_link_works_ninety_days_and_not_after_withdrawing(session):
    registration = make_registration(session)
    secret = secret_in_mail(session)
    last = NOW + timedelta(days=89)
    assert queries.get_by_link(session, secret, DUIVEN, now=last) is registration
    with pytest.raises(NotFoundError):
        queries.get_by_link(session, secret, DUIVEN, now=NOW + timedelta(days=90))
    withdraw(session, registration)
    with pytest.raises(NotFoundError):
        queries.get_by_link(session, secret, DUIVEN, now=NOW)


def secret_in_mail(session):
    mail = session.scalars(
        select(OutgoingMail).where(OutgoingMail.kind == "registrations/received")
    ).one()
    return mail.body_text.split("/inwoners/aanmelding/")[1].split()[0]


def test_the_newest_registrations_come_first(session):
    days = [NOW + timedelta(days=day) for day in (1, 3, 2)]
    for day in days:
        make_registration(session, now=day)
    listed = queries.list_of(session, DUIVEN)
    assert [each.created_at for each in listed] == sorted(days, reverse=True)
    assert queries.list_of(session, DUIVEN, offset=1, limit=1) == [listed[1]]


def test_a_list_can_be_of_one_status(session, consultant):
    make_registration(session)
    followed = make_registration(session)
    follow(session, followed, S.INTAKE, consultant)
    assert queries.list_of(session, DUIVEN, queries.Wanted(status=S.INTAKE)) == [followed]
    assert queries.counts_by_status(session, DUIVEN)[S.NEW] == 1


def about(session):
    return filter(None, session.scalars(select(OutgoingMail.about)))


def test_a_registration_is_forgotten_after_the_time_that_its_municipality_sets(database):
    let_take_part(database)
    with database.writing() as session:
        change_settings(session, "GM0202", registration_retention_months=24)
        old = make_registration(session, now=NOW)
        follow(session, old, S.INTAKE, operations.RESIDENT)
        make_registration(session, now=NOW, municipality_code="GM0202")
        recent = make_registration(session, now=NOW + timedelta(days=300)).public_id
        elsewhere = queries.list_of(session, "GM0202")[0].public_id
    with database.writing() as session:
        assert set(about(session)) == {old.public_id, recent, elsewhere}
        retention.purge(session, now=NOW + timedelta(days=400))
        assert set(about(session)) == {recent, elsewhere}
        assert set(session.scalars(select(Registration.public_id))) == {recent, elsewhere}
        assert session.scalars(select(RegistrationChange)).all() == []
        assert len(session.scalars(select(FollowUp)).all()) == 2
        (event,) = session.scalars(
            select(AuditEvent).where(AuditEvent.action == "registrations.erased")
        )
        assert (event.municipality_code, event.details) == (DUIVEN, {"erased": 1})
