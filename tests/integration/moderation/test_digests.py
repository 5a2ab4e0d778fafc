"""A mail of what waits, as often as each moderator wants."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.mails import queued
from tests.support.moderation import organisation_with_member, submitted_workplace
from tests.support.people import DUIVEN, make_account
from webapp.accounts.models import RoleName
from webapp.mail.site import MailSite
from webapp.moderation import digests
from webapp.moderation.models import Rhythm
from webapp.municipalities.queries import get_municipality

# A Thursday.
CHOSEN = datetime(2026, 3, 5, 9, tzinfo=UTC)


def site_of(municipality, _settings):
    return MailSite(municipality.name, "http://duiven.localhost:5000", "help@duiven.example")


@pytest.fixture
def moderator(session):
    get_municipality(session, DUIVEN).joined_at = CHOSEN
    return make_account(session, "mia@duiven.example", roles=((RoleName.MODERATOR, DUIVEN),))


@pytest.fixture
def _waiting(session):
    organisation = organisation_with_member(session)
    submitted_workplace(session, organisation, at=CHOSEN - timedelta(days=3))


def mailed(session, *days, hour=9):
    """Return on which of the days after the choice a mail went out."""
    found = []
    for day in days:
        before = len(queued(session))
        now = CHOSEN.replace(hour=hour) + timedelta(days=day)
        digests.send_due(session, site_of=site_of, now=now)
        digests.send_due(session, site_of=site_of, now=now)
        session.flush()
        found += [day] * (len(queued(session)) - before)
    return found


def choose(session, moderator, rhythm):
    digests.choose(session, rhythm, DUIVEN, actor=moderator.actor, now=CHOSEN)


@pytest.mark.usefixtures("_waiting")
@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        (Rhythm.NEVER, []),
        (Rhythm.DAILY, [1, 4, 5, 6, 7, 8]),
        (Rhythm.WEEKLY, [4]),
    ],
)
def test_it_comes_as_often_as_was_chosen_and_never_in_a_weekend(session, moderator, rhythm, days):
    choose(session, moderator, rhythm)
    assert mailed(session, *range(9)) == days


@pytest.mark.usefixtures("_waiting")
def test_a_weekly_mail_that_was_missed_comes_later_in_the_week(session, moderator):
    choose(session, moderator, Rhythm.WEEKLY)
    assert mailed(session, 6, 7) == [6]


@pytest.mark.usefixtures("_waiting")
def test_it_does_not_come_at_night(session, moderator):
    choose(session, moderator, Rhythm.DAILY)
    assert mailed(session, 1, hour=4) == []


@pytest.mark.usefixtures("_waiting")
def test_it_says_what_waits_and_for_how_long(session, moderator):
    choose(session, moderator, Rhythm.DAILY)
    mailed(session, 1)
    (mail,) = queued(session)
    assert mail.recipient == "mia@duiven.example"
    assert mail.subject == "Er wacht 1 ding op controle"
    assert "- Nieuwe werkplek: 1" in mail.body_text
    assert "Het langst wacht iets van 4 dagen geleden." in mail.body_text
    assert "http://duiven.localhost:5000/moderatie/mail" in mail.body_text


def test_where_nothing_waits_nothing_is_mailed(session, moderator):
    choose(session, moderator, Rhythm.DAILY)
    assert mailed(session, 1) == []


@pytest.mark.usefixtures("_waiting")
def test_who_is_no_moderator_any_more_hears_nothing(session, moderator):
    choose(session, moderator, Rhythm.DAILY)
    moderator.roles.clear()
    session.flush()
    assert mailed(session, 1) == []
