"""What happens to questions that wait, and to those of long ago."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.enquiries import ASKER_EMAIL, MONDAY, QUESTION, make_enquiry
from tests.support.mails import SITE, queued
from tests.support.moderation import organisation_with_member
from tests.support.people import ARNHEM, DUIVEN
from tests.support.workplaces import make_workplace
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError, NotFoundError
from webapp.enquiries import operations, queries, reminders, retention
from webapp.enquiries.draft import TurnDraft
from webapp.enquiries.models import Enquiry, EnquiryLink, EnquiryTurn
from webapp.municipalities import operations as municipalities
from webapp.municipalities.queries import get_municipality
from webapp.municipalities.settings import change_settings

MEMBER = Actor(account_id=None, name="Sanne")


@pytest.fixture
def workplace(session):
    for code in (DUIVEN, ARNHEM):
        municipalities.join(session, get_municipality(session, code), now=MONDAY)
    return make_workplace(session, organisation=organisation_with_member(session))


def remind(session, days):
    reminders.remind(session, site_of=lambda *_: SITE, now=MONDAY + timedelta(days=days))
    return [mail.kind for mail in queued(session)].count("enquiries/reminder")


def test_a_provider_is_reminded_twice_and_then_the_municipality_sees_that_it_waits(
    session, workplace
):
    make_enquiry(session, workplace)
    assert remind(session, 6) == 0
    assert remind(session, 7) == 1
    assert remind(session, 8) == 1
    assert queries.unanswered(session, DUIVEN) == []
    assert remind(session, 14) == 2
    assert remind(session, 60) == 2
    (item,) = queries.unanswered(session, DUIVEN)
    assert (item.workplace, item.count) == (workplace, 1)
    assert queries.unanswered(session, ARNHEM) == []


def test_who_answered_is_not_reminded(session, workplace):
    enquiry = make_enquiry(session, workplace)
    operations.answer(session, enquiry, TurnDraft("Ja hoor."), site=SITE, actor=MEMBER, now=MONDAY)
    assert remind(session, 30) == 0


def test_a_municipality_chooses_after_how_many_days(session, workplace):
    change_settings(session, DUIVEN, enquiry_reminder_days=1)
    make_enquiry(session, workplace)
    assert remind(session, 1) == 1


def test_what_is_old_is_forgotten_with_its_turns_links_and_mails(session, workplace):
    make_enquiry(session, workplace)
    retention.purge(session, now=MONDAY + timedelta(days=360))
    assert session.scalars(select(Enquiry)).one()
    retention.purge(session, now=MONDAY + timedelta(days=370))
    for model in (Enquiry, EnquiryTurn, EnquiryLink):
        assert session.scalars(select(model)).all() == []
    assert [mail.kind for mail in queued(session) if mail.about] == []


def test_from_one_address_three_questions_may_wait_in_a_day(session, workplace):
    for _ in range(3):
        make_enquiry(session, workplace)
    with pytest.raises(InvalidInputError) as refusal:
        make_enquiry(session, workplace, email=ASKER_EMAIL.upper())
    assert set(refusal.value.problems) == {"email"}
    make_enquiry(session, workplace, now=MONDAY + timedelta(days=1, minutes=1))


def test_nobody_else_finds_an_enquiry(session, workplace):
    enquiry = make_enquiry(session, workplace)
    other = organisation_with_member(session)
    with pytest.raises(NotFoundError):
        queries.get_of_organisations(session, enquiry.public_id, [other.id])
    with pytest.raises(NotFoundError):
        queries.get_reported(session, enquiry.public_id, DUIVEN)
    operations.report(session, enquiry, actor=MEMBER, now=MONDAY)
    assert queries.get_reported(session, enquiry.public_id, DUIVEN).turns[0].text == QUESTION
    with pytest.raises(NotFoundError):
        queries.get_reported(session, enquiry.public_id, ARNHEM)
