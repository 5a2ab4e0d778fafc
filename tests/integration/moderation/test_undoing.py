"""A moderator undoes a decision, in the short while in which nobody has heard of it."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.mails import SITE, queued
from tests.support.moderation import change, submit_changes
from tests.support.people import make_account
from tests.support.workplaces import make_organisation, make_workplace
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, WrongStatusError
from webapp.moderation import operations, undoing
from webapp.workplaces.models import ServiceArea, VersionStatus

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
WITHIN = timedelta(minutes=10)
MODERATOR = Actor(account_id=None, name="Mo Moderator")
REASONS = {
    operations.approve_workplace: {},
    operations.return_workplace: {"reason": "Welke dagen?"},
    operations.reject_workplace: {"reason": "Dit past hier niet."},
}


def workplace_of(session, **values):
    organisation = make_organisation(session)
    make_account(session, "sanne@tuin.example", organisations=(organisation,))
    return make_workplace(session, organisation=organisation, **values)


def decide(session, version, decision=operations.approve_workplace):
    decision(
        session,
        version,
        expected_lock=version.lock,
        site=SITE,
        actor=MODERATOR,
        now=NOW,
        undo_within=WITHIN,
        **REASONS[decision],
    )


def undo(session, version, *, after=timedelta(minutes=5)):
    undoing.undo(session, version, within=WITHIN, actor=MODERATOR, now=NOW + after)


@pytest.mark.parametrize("decision", REASONS)
def test_a_new_workplace_waits_again_and_nobody_is_mailed(session, decision):
    workplace = workplace_of(session, status=VersionStatus.SUBMITTED)
    version = workplace.latest_version
    decide(session, version, decision)
    (mail,) = queued(session)
    assert mail.next_attempt_at > NOW + WITHIN
    undo(session, version)
    assert version.status is VersionStatus.SUBMITTED
    assert version.decided_at is None
    assert (workplace.published_version, workplace.published_at) == (None, None)
    assert queued(session) == []


def test_visitors_read_the_version_of_before_again(session):
    workplace = workplace_of(session, service_area=("GM0202",))
    before = workplace.published_version
    version = submit_changes(session, workplace, at=NOW, summary="Nieuw.", service_area=())
    decide(session, version)
    assert session.query(ServiceArea).count() == 0
    undo(session, version)
    assert workplace.published_version is before
    assert before.status is VersionStatus.APPROVED
    assert [row.municipality_code for row in session.query(ServiceArea)] == ["GM0202"]
    decide(session, version)
    assert workplace.published_version is version
    assert before.status is VersionStatus.SUPERSEDED


def test_after_ten_minutes_a_decision_stands(session):
    version = workplace_of(session, status=VersionStatus.SUBMITTED).latest_version
    decide(session, version)
    with pytest.raises(WrongStatusError):
        undo(session, version, after=WITHIN)


def test_what_the_provider_changed_meanwhile_is_not_undone(session):
    workplace = workplace_of(session, status=VersionStatus.SUBMITTED)
    version = workplace.latest_version
    decide(session, version, operations.return_workplace)
    change(session, workplace, at=NOW + timedelta(minutes=1), summary="Beter.")
    with pytest.raises(ConflictError):
        undo(session, version)
    assert undoing.undoable(session, "GM0226", within=WITHIN, now=NOW) == []


def test_a_decision_is_undone_once(session):
    version = workplace_of(session, status=VersionStatus.SUBMITTED).latest_version
    decide(session, version)
    undo(session, version)
    with pytest.raises(WrongStatusError):
        undo(session, version)


def test_only_the_municipality_that_decided_is_offered_to_undo(session):
    version = workplace_of(session, status=VersionStatus.SUBMITTED).latest_version
    decide(session, version)
    (offered,) = undoing.undoable(session, "GM0226", within=WITHIN, now=NOW)
    assert (offered.title, offered.until) == ("Meewerken in de moestuin", NOW + WITHIN)
    assert undoing.undoable(session, "GM0202", within=WITHIN, now=NOW) == []
    later = NOW + WITHIN
    assert undoing.undoable(session, "GM0226", within=WITHIN, now=later) == []
