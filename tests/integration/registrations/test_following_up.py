"""Who follows a registration up: taking it, trying to reach somebody, an intake, another town."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from tests.support.mails import SITE, queued
from tests.support.people import make_account
from tests.support.registrations import CONTACT, DUIVEN, NOW, make_registration
from tests.support.sites import let_take_part
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.mail.site import MailSite
from webapp.municipalities.settings import MunicipalitySettings
from webapp.registrations import following, operations, queries
from webapp.registrations.handing_over import hand_over
from webapp.registrations.intake import plan_intake
from webapp.registrations.models import ContactAttempt, RegistrationStatus
from webapp.registrations.patience import Patience
from webapp.registrations.vocabulary import ContactChannel, ContactOutcome, StopReason
from webapp.registrations.workflow import follow

ARNHEM = "GM0202"
LATER = NOW + timedelta(days=1)
TALK = NOW + timedelta(days=7)
ELSEWHERE = MailSite("Activerend Werk Arnhem", "http://arnhem.localhost", "arnhem@voorbeeld.nl")


@pytest.fixture
def consultant(session):
    return make_account(session, name="Carla Wegwijs", roles=((RoleName.CONSULTANT, DUIVEN),))


def when(registration, account):
    return {
        "expected_version": registration.version,
        "actor": account.actor,
        "now": LATER,
    }


def attempt(
    session, registration, account, text="", outcome=ContactOutcome.NOT_REACHED, *, seen=None
):
    following.note_attempt(
        session,
        registration,
        ContactChannel.PHONE,
        outcome,
        text,
        **when(seen or registration, account),
    )


def plan(session, registration, account, at=TALK, place="Gemeentehuis", *, seen=None):
    plan_intake(session, registration, at, place, site=SITE, **when(seen or registration, account))


def give(session, registration, account, code=ARNHEM, *, is_agreed=True, seen=None):
    hand_over(
        session,
        registration,
        code,
        is_agreed=is_agreed,
        site_of=lambda _municipality: ELSEWHERE,
        **when(seen or registration, account),
    )


def stop(session, registration, account):
    follow(
        session,
        registration,
        RegistrationStatus.STOPPED,
        stop_reason=StopReason.MOVED,
        **when(registration, account),
    )


def test_only_who_works_for_the_municipality_can_take_a_registration(session, consultant):
    registration = make_registration(session)
    stranger = make_account(session, roles=((RoleName.CONSULTANT, ARNHEM),))
    assert list(following.who_can_take(session, DUIVEN)) == [consultant.public_id]
    following.assign(session, registration, consultant.public_id, **when(registration, consultant))
    assert registration.follow_up.assignee is consultant
    with pytest.raises(InvalidInputError):
        following.assign(
            session, registration, stranger.public_id, **when(registration, consultant)
        )
    following.assign(session, registration, "", **when(registration, consultant))
    assert registration.follow_up.assignee is None


def test_who_tries_to_reach_somebody_takes_what_nobody_took(session, consultant):
    registration, colleague = make_registration(session), make_account(session)
    attempt(session, registration, consultant, "Belt dinsdag terug.")
    attempt(session, registration, colleague, outcome=ContactOutcome.REACHED)
    assert registration.follow_up.assignee_id == consultant.id
    assert [(each.actor_name, each.outcome.value) for each in registration.attempts] == [
        ("Carla Wegwijs", "not_reached"),
        ("Sanne Voorbeeld", "reached"),
    ]


def test_what_was_noted_is_in_no_log_and_is_wiped_with_the_rest(session, consultant):
    registration = make_registration(session)
    attempt(session, registration, consultant, "Belt dinsdag terug.")
    plan(session, registration, consultant, place="Bij de inwoner thuis")
    events = session.scalars(select(AuditEvent)).all()
    assert not any("dinsdag" in str(event.details) for event in events)
    operations.withdraw(session, registration, site=SITE, actor=operations.RESIDENT, now=LATER)
    assert session.scalars(select(ContactAttempt)).all() == []
    follow_up = registration.follow_up
    assert (follow_up.intake_at, follow_up.intake_place, follow_up.assignee_id) == (None, "", None)


def test_a_text_that_is_too_long_is_refused(session, consultant):
    registration = make_registration(session)
    with pytest.raises(InvalidInputError) as refusal:
        attempt(session, registration, consultant, "x" * 501)
    assert set(refusal.value.problems) == {"note"}


def test_an_intake_is_mailed_with_when_and_where_and_without_a_name(session, consultant):
    registration = make_registration(session)
    plan(session, registration, consultant)
    assert registration.status is RegistrationStatus.INTAKE
    mail = queued(session)[-1]
    assert mail.recipient == "ria@voorbeeld.nl"
    assert "19 mei 2026 om 11.00 uur" in mail.body_text
    assert "Gemeentehuis" in mail.body_text
    assert "Ria" not in mail.body_text
    plan(session, registration, consultant, at=TALK + timedelta(days=1))
    assert "20 mei 2026" in queued(session)[-1].body_text


def test_who_has_no_address_is_not_mailed_about_an_intake(session, consultant):
    registration = make_registration(session, contact=replace(CONTACT, email=""))
    before = len(queued(session))
    plan(session, registration, consultant)
    assert len(queued(session)) == before


@pytest.mark.parametrize(
    ("at", "place", "field"),
    [(LATER, "Gemeentehuis", "day"), (TALK, "", "place"), (TALK, "x" * 201, "place")],
)
def test_an_intake_that_cannot_be_is_refused(session, consultant, at, place, field):
    registration = make_registration(session)
    with pytest.raises(InvalidInputError) as refusal:
        plan(session, registration, consultant, at, place)
    assert set(refusal.value.problems) == {field}


def test_stopping_takes_a_reason_that_goes_when_it_opens_again(session, consultant):
    registration = make_registration(session)
    with pytest.raises(InvalidInputError):
        follow(
            session,
            registration,
            RegistrationStatus.STOPPED,
            **when(registration, consultant),
        )
    stop(session, registration, consultant)
    assert registration.follow_up.stop_reason is StopReason.MOVED
    follow(session, registration, RegistrationStatus.INTAKE, **when(registration, consultant))
    assert registration.follow_up.stop_reason is None


@pytest.mark.parametrize("act", [attempt, plan, give])
def test_of_what_stopped_nothing_is_followed_up(session, consultant, act):
    registration = make_registration(session)
    stop(session, registration, consultant)
    with pytest.raises(WrongStatusError):
        act(session, registration, consultant)


@pytest.mark.parametrize("act", [attempt, plan, give])
def test_who_saw_an_older_state_is_told(session, consultant, act):
    registration = make_registration(session)
    seen = SimpleNamespace(version=registration.version)
    attempt(session, registration, consultant)
    with pytest.raises(ConflictError):
        act(session, registration, consultant, seen=seen)


def test_another_municipality_goes_on_with_a_new_link_and_the_first_sees_nothing(database):
    let_take_part(database)
    with database.writing() as session:
        consultant = make_account(session, name="Carla", roles=((RoleName.CONSULTANT, DUIVEN),))
        other = make_account(session, "arnhem@gemeente.nl", roles=((RoleName.CONSULTANT, ARNHEM),))
        registration = make_registration(session)
        (old,) = [each for each in queued(session) if each.kind == "registrations/received"]
        attempt(session, registration, consultant, "Woont in Arnhem.")
        plan(session, registration, consultant)
        give(session, registration, consultant)
        assert queries.list_of(session, DUIVEN) == []
        assert queries.list_of(session, ARNHEM) == [registration]
        assert registration.follow_up.assignee_id is None
        assert registration.follow_up.intake_at is None
        assert [each.note for each in registration.attempts] == ["Woont in Arnhem."]
        mails = queued(session)
        assert old not in mails
        to_resident = next(each for each in mails if each.kind == "registrations/handed_over")
        secret = to_resident.body_text.split("arnhem.localhost/inwoners/aanmelding/")[1].split()[0]
        assert queries.get_by_link(session, secret, ARNHEM, now=LATER) is registration
        assert [each.recipient for each in mails if each.kind.endswith("for_staff")][-1] == (
            other.email
        )
        logged = session.execute(
            select(AuditEvent.action, AuditEvent.municipality_code).order_by(AuditEvent.id.desc())
        ).all()
        assert ("registration.handed_over", DUIVEN) in logged
        assert ("registration.taken_over", ARNHEM) in logged


@pytest.mark.parametrize(
    ("code", "is_agreed", "field"),
    [("GM9999", True, "municipality"), (DUIVEN, True, "municipality"), (ARNHEM, False, "agreed")],
)
def test_a_registration_goes_only_where_it_can_and_when_the_resident_knows(
    database, code, is_agreed, field
):
    let_take_part(database)
    with database.writing() as session:
        consultant = make_account(session, roles=((RoleName.CONSULTANT, DUIVEN),))
        registration = make_registration(session)
        with pytest.raises(InvalidInputError) as refusal:
            give(session, registration, consultant, code, is_agreed=is_agreed)
        assert set(refusal.value.problems) == {field}
        assert registration.municipality_code == DUIVEN


# NOW is a Tuesday, Thursday of that week is Ascension Day, and Monday 25 May is Whit Monday.
@pytest.mark.parametrize(("days", "waits"), [(7, False), (8, True)])
def test_what_is_new_waits_too_long_after_the_working_days_that_are_set(
    session, consultant, days, waits
):
    registration = make_registration(session)
    patience = Patience.of(MunicipalitySettings(), NOW + timedelta(days=days))
    wanted = queries.Wanted(impatient=patience)
    assert patience.is_over(registration) is waits
    assert queries.count_of(session, DUIVEN, wanted) == int(waits)
    attempt(session, registration, consultant)
    assert not patience.is_over(registration)
    assert queries.list_of(session, DUIVEN, wanted) == []


@pytest.mark.parametrize(
    ("status", "weeks", "waits"),
    [
        (RegistrationStatus.INTAKE, 6, False),
        (RegistrationStatus.INTAKE, 7, True),
        (RegistrationStatus.TRAJECTORY, 60, False),
        (RegistrationStatus.STOPPED, 60, False),
    ],
)
def test_what_is_under_way_waits_too_long_when_nothing_happens(session, status, weeks, waits):
    registration = make_registration(session)
    registration.status = status
    session.flush()
    patience = Patience.of(MunicipalitySettings(), NOW + timedelta(weeks=weeks))
    assert patience.is_over(registration) is waits
    assert queries.count_of(session, DUIVEN, queries.Wanted(impatient=patience)) == int(waits)


def test_a_consultant_sees_what_is_theirs(session, consultant):
    registration = make_registration(session)
    make_registration(session)
    attempt(session, registration, consultant)
    wanted = queries.Wanted(assignee_id=consultant.id)
    assert queries.list_of(session, DUIVEN, wanted) == [registration]
    stop(session, registration, consultant)
    assert queries.list_of(session, DUIVEN, wanted) == []
