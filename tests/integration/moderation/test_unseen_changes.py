"""Several changes that went live before anybody looked: none is lost, none is seen unread."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.mails import queued
from tests.support.moderation import PROVIDER, change, organisation_with_member, submit_changes
from tests.support.people import DUIVEN
from tests.support.workplaces import make_workplace
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.mail.site import MailSite
from webapp.moderation import afterwards, operations, undoing
from webapp.moderation.line import Asked, WaitingKind
from webapp.moderation.queries import queue
from webapp.moderation.review import get_review
from webapp.organisations import operations as organisations
from webapp.workplaces.models import VersionStatus

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
SITE = MailSite("Duiven", "http://duiven.localhost:5000", "help@duiven.example")
HOUR = timedelta(hours=1)
AFTERWARDS = Asked(WaitingKind.AFTERWARDS)


@pytest.fixture
def workplace(session):
    """A workplace of an organisation that is trusted, of which the summary just changed."""
    organisation = organisation_with_member(session, "sanne@tuin.example")
    organisations.trust(session, organisation, is_trusted=True, actor=PROVIDER, now=NOW)
    made = make_workplace(session, organisation=organisation)
    hand_in(session, made, at=NOW, summary="Heel ander werk.")
    return made


def hand_in(session, workplace, *, at, **changes):
    version = change(session, workplace, at=at, **changes)
    operations.hand_in(
        session, workplace, expected_lock=version.lock, site=SITE, actor=PROVIDER, now=at
    )


def unseen(session, workplace):
    review = get_review(session, workplace.public_id, DUIVEN)
    return [each.field for each in review.unseen_changes]


def line(session):
    return [(item.changed, item.since) for item in queue(session, DUIVEN, AFTERWARDS)]


@pytest.mark.parametrize(
    "then", [{"tasks": "Iets anders."}, {"hours_max": 9}], ids=["trusted", "small"]
)
def test_what_builds_on_an_unseen_change_is_seen_with_it(session, workplace, then):
    hand_in(session, workplace, at=NOW + HOUR, **then)
    ((changed, since),) = line(session)
    assert (set(changed), since) == ({"summary", *then}, NOW)
    assert set(unseen(session, workplace)) == {"summary", *then}


def test_what_was_seen_is_not_shown_again(session, workplace):
    lock = workplace.published_version.lock
    afterwards.mark_seen(session, workplace, expected_lock=lock, actor=PROVIDER, now=NOW)
    hand_in(session, workplace, at=NOW + HOUR, hours_max=9)
    assert line(session) == []
    hand_in(session, workplace, at=NOW + 2 * HOUR, tasks="Iets anders.")
    assert unseen(session, workplace) == ["tasks"]


def test_nobody_has_seen_what_went_live_while_they_read(session, workplace):
    lock = workplace.published_version.lock
    hand_in(session, workplace, at=NOW + HOUR, tasks="Iets anders.")
    with pytest.raises(ConflictError):
        afterwards.mark_seen(session, workplace, expected_lock=lock, actor=PROVIDER, now=NOW)
    assert len(line(session)) == 1


def test_it_can_be_seen_while_another_change_waits(session, workplace):
    submit_changes(session, workplace, at=NOW + HOUR, street="Kerkstraat")
    review = get_review(session, workplace.public_id, DUIVEN)
    assert [each.field for each in review.changes] == ["street"]
    assert unseen(session, workplace) == ["summary"]
    lock = review.unseen.lock
    afterwards.mark_seen(session, workplace, expected_lock=lock, actor=PROVIDER, now=NOW)
    assert (unseen(session, workplace), line(session)) == ([], [])


def test_who_undoes_an_approval_finds_the_unseen_change_again(session, workplace):
    later = NOW + HOUR
    version = submit_changes(session, workplace, at=later, street="Kerkstraat")
    operations.approve_workplace(
        session, version, expected_lock=version.lock, site=SITE, actor=PROVIDER, now=later
    )
    assert line(session) == []
    undoing.undo(session, version, within=HOUR, actor=PROVIDER, now=later)
    assert unseen(session, workplace) == ["summary"]
    assert len(line(session)) == 1


def put_back(session, workplace, reason="Dit klopt niet.", lock=None):
    version = workplace.latest_version
    afterwards.put_back(
        session,
        version,
        reason=reason,
        expected_lock=version.lock if lock is None else lock,
        site=SITE,
        actor=PROVIDER,
        now=NOW + 3 * HOUR,
    )


def test_a_moderator_puts_back_what_was_last_looked_at(session, workplace):
    hand_in(session, workplace, at=NOW + HOUR, tasks="Iets anders.")
    put_back(session, workplace)
    published, latest = workplace.published_version, workplace.latest_version
    assert (published.number, published.status) == (1, VersionStatus.APPROVED)
    assert (latest.status, latest.unseen_since) == (VersionStatus.RETURNED, None)
    assert latest.content.tasks == "Iets anders."
    assert line(session) == []
    mail = queued(session)[-1]
    assert (mail.kind, mail.recipient) == ("workplaces/put_back", "sanne@tuin.example")
    assert "Dit klopt niet." in mail.body_text


def test_what_was_put_back_is_checked_first_when_it_comes_again(session, workplace):
    put_back(session, workplace)
    hand_in(session, workplace, at=NOW + 4 * HOUR, summary="Beter werk.")
    assert workplace.latest_version.status is VersionStatus.SUBMITTED
    assert workplace.published_version.number == 1


@pytest.mark.parametrize("reason", ["", "x" * 2001])
def test_who_puts_back_says_why(session, workplace, reason):
    with pytest.raises(InvalidInputError):
        put_back(session, workplace, reason)
    assert workplace.published_version.number == 2


def test_what_was_looked_at_or_is_changed_again_is_not_put_back(session, workplace):
    lock = workplace.latest_version.lock
    change(session, workplace, at=NOW + HOUR, summary="Nog anders.")
    with pytest.raises(ConflictError):
        put_back(session, workplace, lock=lock)
    with pytest.raises(WrongStatusError):
        put_back(session, workplace)
    afterwards.mark_seen(
        session,
        workplace,
        expected_lock=workplace.published_version.lock,
        actor=PROVIDER,
        now=NOW,
    )
    with pytest.raises(WrongStatusError):
        put_back(session, workplace)
