"""A resident adds or asks something, and the municipality answers: what is kept, and who hears."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.mails import SITE, secret_in
from tests.support.people import make_account
from tests.support.registration_messages import LATER, SAID, add, answer, mails_of
from tests.support.registrations import CONTACT, DUIVEN, make_registration
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core.errors import InvalidInputError, NotFoundError, WrongStatusError
from webapp.core.restricting import RestrictedError, RestrictionGround
from webapp.registrations import following, message_rules, messages, operations, queries
from webapp.registrations.message_rules import Closed
from webapp.registrations.models import (
    RegistrationLink,
    RegistrationMessage,
    RegistrationStatus,
    Side,
)
from webapp.registrations.vocabulary import ContactChannel, ContactOutcome


@pytest.fixture
def consultant(session):
    return make_account(session, name="Carla Wegwijs", roles=((RoleName.CONSULTANT, DUIVEN),))


@pytest.fixture
def registration(session):
    return make_registration(session)


def actions(session):
    return list(session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)))


def texts(registration):
    return [(each.side, each.text) for each in registration.messages]


def test_what_a_resident_adds_is_kept_and_staff_hears_without_a_word_of_it(
    session, consultant, registration
):
    add(session, registration)
    (message,) = registration.messages
    assert (message.side, message.text) == (Side.RESIDENT, SAID)
    assert (message.author_id, message.author_name, message.read_at) == (None, "", None)
    assert registration.has_news
    assert registration.changed_at == LATER
    (mail,) = mails_of(session, "added_for_staff")
    assert mail.recipient == consultant.email
    for told in (SAID, CONTACT.name, CONTACT.email):
        assert told not in f"{mail.subject}{mail.body_text}{mail.body_html}"
    assert f"/consulent/aanmeldingen/{registration.public_id}" in mail.body_text
    assert actions(session)[-1] == "registration.message_added"
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert event.details == {}


def test_of_several_messages_that_wait_staff_hears_once(session, registration):
    add(session, registration)
    add(session, registration, "En nog iets.")
    assert len(mails_of(session, "added_for_staff")) == 1
    assert mails_of(session, "added_for_staff")[0].recipient == SITE.email
    assert len(registration.messages) == 2


def test_a_message_that_is_sent_twice_is_one(session, consultant, registration):
    for _time in range(2):
        add(session, registration, key="k" * 12)
        answer(session, registration, consultant, key="a" * 12)
    assert [side for side, _text in texts(registration)] == [Side.RESIDENT, Side.MUNICIPALITY]
    assert len(mails_of(session, "message_waits")) == 1


def test_an_answer_deals_with_what_waited_and_brings_a_link_of_its_own(
    session, consultant, registration
):
    first = secret_in(mails_of(session, "received")[0])
    add(session, registration)
    answer(session, registration, consultant)
    assert not registration.has_news
    assert registration.follow_up.assignee is consultant
    said = registration.messages[-1]
    assert (said.author_id, said.author_name) == (consultant.id, "Carla Wegwijs")
    (mail,) = mails_of(session, "message_waits")
    assert mail.recipient == CONTACT.email
    assert mail.subject == "Er staat een bericht voor je klaar"
    for told in ("We bellen je morgen.", SAID, CONTACT.name, "Carla"):
        assert told not in f"{mail.body_text}{mail.body_html}"
    later = secret_in(mail)
    for secret in (first, later):
        assert queries.get_by_link(session, secret, DUIVEN, now=LATER) is registration
    end = LATER + operations.LINK_LASTS
    assert queries.end_of_link(registration, later) == end
    assert queries.end_of_link(registration, first) == registration.link_expires_at
    with pytest.raises(NotFoundError):
        queries.get_by_link(session, later, DUIVEN, now=end)
    assert actions(session)[-1] == "registration.message_answered"


def test_the_mail_is_in_the_language_of_the_registration(session, consultant):
    registration = make_registration(session, language="en")
    answer(session, registration, consultant)
    (mail,) = mails_of(session, "message_waits")
    assert f"{SITE.url}/en/inwoners/aanmelding/" in mail.body_text
    assert "bericht" not in mail.body_text + mail.subject


def test_who_left_no_address_gets_no_mail_and_no_link(session, consultant):
    contact = type(CONTACT)("Bo Zonder", "", "06 00 00 00 00", "6921")
    registration = make_registration(session, contact=contact)
    answer(session, registration, consultant)
    assert mails_of(session, "message_waits") == []
    assert session.scalars(select(RegistrationLink)).all() == []


def test_links_that_are_over_go_when_another_is_made(session, consultant, registration):
    answer(session, registration, consultant)
    answer(session, registration, consultant, at=LATER + operations.LINK_LASTS)
    assert len(session.scalars(select(RegistrationLink)).all()) == 1


def test_two_who_answer_at_once_are_both_kept(session, consultant, registration):
    colleague = make_account(session, name="Bo Collega", roles=((RoleName.CONSULTANT, DUIVEN),))
    add(session, registration)
    seen = registration.version
    answer(session, registration, consultant, "Ik bel.")
    answer(session, registration, colleague, "Ik mail.", at=LATER + timedelta(seconds=1))
    assert registration.version > seen
    assert [text for _side, text in texts(registration)] == [SAID, "Ik bel.", "Ik mail."]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("  \n ", "Schrijf eerst je bericht."),
        ("x" * 1001, "Maak je bericht korter: hooguit 1000 tekens."),
    ],
)
def test_a_message_says_something_and_is_short(session, consultant, registration, text, problem):
    for write in (
        lambda: add(session, registration, text),
        lambda: answer(session, registration, consultant, text),
    ):
        with pytest.raises(InvalidInputError) as refusal:
            write()
        assert refusal.value.problems == {"text": problem}
    add(session, registration, f" {'x' * 1000} ")


def test_a_resident_writes_so_many_a_day_and_in_all(session, registration, consultant):
    for _number in range(message_rules.MOST_IN_A_DAY):
        add(session, registration)
    assert message_rules.why_closed(registration, now=LATER) is Closed.ENOUGH_TODAY
    with pytest.raises(WrongStatusError):
        add(session, registration)
    answer(session, registration, consultant)
    day = 1
    while len(registration.messages) <= message_rules.MOST_IN_ALL:
        if message_rules.why_closed(registration, now=LATER + timedelta(days=day)):
            day += 1
        add(session, registration, at=LATER + timedelta(days=day))
    then = LATER + timedelta(days=day + 9)
    assert message_rules.why_closed(registration, now=then) is Closed.ENOUGH
    with pytest.raises(WrongStatusError):
        add(session, registration, at=then)
    answer(session, registration, consultant, at=then)


@pytest.mark.parametrize("status", list(RegistrationStatus))
def test_only_what_is_under_way_is_written_about(session, consultant, registration, status):
    registration.status = status
    is_over = status in {
        RegistrationStatus.COMPLETED,
        RegistrationStatus.STOPPED,
        RegistrationStatus.WITHDRAWN,
    }
    closed = message_rules.why_closed(registration, now=LATER)
    assert closed is (Closed.FINISHED if is_over else None)
    assert message_rules.can_be_answered(registration) is not is_over
    session.flush()
    if is_over:
        for write in (
            lambda: add(session, registration),
            lambda: answer(session, registration, consultant),
        ):
            with pytest.raises(WrongStatusError):
                write()
        assert session.scalars(select(RegistrationMessage)).all() == []
    else:
        add(session, registration)
        answer(session, registration, consultant)


def test_nobody_writes_about_what_is_restricted(session, consultant, registration):
    add(session, registration)
    registration.restrict(RestrictionGround.OBJECTION, now=LATER)
    session.flush()
    assert message_rules.why_closed(registration, now=LATER) is Closed.RESTRICTED
    with pytest.raises(RestrictedError):
        answer(session, registration, consultant)
    with pytest.raises(RestrictedError):
        messages.deal_with(session, registration, actor=consultant.actor, now=LATER)
    with pytest.raises(WrongStatusError):
        add(session, registration)
    assert len(registration.messages) == 1
    assert registration.has_news


def test_what_needs_no_answer_is_dealt_with_once(session, consultant, registration):
    add(session, registration)
    for _time in range(2):
        messages.deal_with(session, registration, actor=consultant.actor, now=LATER)
    assert not registration.has_news
    assert actions(session).count("registration.messages_dealt_with") == 1


@pytest.mark.parametrize("outcome", ContactOutcome)
def test_a_talk_deals_with_it_and_trying_does_not(session, consultant, registration, outcome):
    add(session, registration)
    following.note_attempt(
        session,
        registration,
        ContactChannel.PHONE,
        outcome,
        "",
        expected_version=registration.version,
        actor=consultant.actor,
        now=LATER,
    )
    assert registration.has_news is (outcome is not ContactOutcome.REACHED)


def test_it_is_known_when_an_answer_was_first_seen(session, consultant, registration):
    add(session, registration)
    answer(session, registration, consultant)
    for days in (1, 2):
        at = LATER + timedelta(days=days)
        messages.see_answers(session, registration, actor=operations.RESIDENT, now=at)
    assert registration.messages[-1].read_at == LATER + timedelta(days=1)
    assert actions(session).count("registration.messages_seen") == 1
    answer(session, registration, consultant)
    registration.restrict(RestrictionGround.CLAIM, now=LATER)
    messages.see_answers(session, registration, actor=operations.RESIDENT, now=LATER)
    assert registration.messages[-1].read_at is None
