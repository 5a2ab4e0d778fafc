"""A moderator undoes a decision about an organisation, with what was decided in the same act."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.mails import SITE, queued
from tests.support.moderation import change, organisation_with_member, submitted_workplace
from tests.support.workplaces import DUIVEN
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, WrongStatusError
from webapp.moderation import operations, undoing
from webapp.organisations import operations as organisations
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.models import VersionStatus

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
WITHIN = timedelta(minutes=10)
MODERATOR = Actor(account_id=None, name="Mo Moderator")


@pytest.fixture
def organisation(session):
    return organisation_with_member(session, status=OrganisationStatus.SUBMITTED)


def decide(session, organisation, decision=operations.approve_organisation, at=NOW, **values):
    decision(
        session,
        organisation,
        expected_version=organisation.version,
        site=SITE,
        actor=MODERATOR,
        now=at,
        undo_within=WITHIN,
        **values,
    )


def reject(session, organisation):
    decide(session, organisation, operations.reject_organisation, reason="Dit past hier niet.")


def approve_both(session, version, organisation):
    operations.approve_workplace_with_organisation(
        session,
        version,
        expected_lock=version.lock,
        expected_version=organisation.version,
        site=SITE,
        actor=MODERATOR,
        now=NOW,
        undo_within=WITHIN,
    )


def undo(session, organisation, *, after=timedelta(minutes=5)):
    undoing.undo_organisation(
        session, organisation, within=WITHIN, actor=MODERATOR, now=NOW + after
    )


def undo_workplace(session, version):
    return undoing.undo(
        session, version, within=WITHIN, actor=MODERATOR, now=NOW + timedelta(minutes=5)
    )


def offered(session, at=NOW):
    return undoing.undoable_organisations(session, DUIVEN, within=WITHIN, now=at)


def test_an_approved_organisation_waits_again_and_nobody_is_mailed(session, organisation):
    decide(session, organisation)
    organisations.trust(session, organisation, is_trusted=True, actor=MODERATOR, now=NOW)
    (mail,) = queued(session)
    assert mail.next_attempt_at > NOW + WITHIN
    assert offered(session) == [organisation]
    undo(session, organisation)
    assert organisation.status is OrganisationStatus.SUBMITTED
    assert (organisation.decided_at, organisation.trusted_at) == (None, None)
    assert queued(session) == []
    assert offered(session) == []


def test_a_rejected_organisation_waits_again_with_the_workplaces_that_went_along(
    session, organisation
):
    early, late = (submitted_workplace(session, organisation, at=NOW) for _ in "12")
    operations.reject_workplace(
        session,
        early.latest_version,
        reason="Te vaag.",
        expected_lock=early.latest_version.lock,
        site=SITE,
        actor=MODERATOR,
        now=NOW - timedelta(minutes=1),
    )
    reject(session, organisation)
    assert undoing.undoable(session, DUIVEN, within=WITHIN, now=NOW) == []
    undo(session, organisation)
    assert organisation.status_reason == ""
    assert early.latest_version.status is VersionStatus.REJECTED
    assert late.latest_version.status is VersionStatus.SUBMITTED
    assert [mail.kind for mail in queued(session)] == ["workplaces/rejected"]


def test_a_workplace_rejected_along_with_its_organisation_is_not_undone_alone(
    session, organisation
):
    workplace = submitted_workplace(session, organisation, at=NOW)
    reject(session, organisation)
    with pytest.raises(ConflictError):
        undo_workplace(session, workplace.latest_version)


def test_what_was_approved_in_one_act_is_undone_in_one(session, organisation):
    workplace = submitted_workplace(session, organisation, at=NOW)
    version = workplace.latest_version
    approve_both(session, version, organisation)
    assert offered(session) == []
    assert undo_workplace(session, version)
    assert version.status is VersionStatus.SUBMITTED
    assert organisation.status is OrganisationStatus.SUBMITTED
    assert queued(session) == []


def test_an_organisation_with_another_workplace_on_the_site_stays_approved(session, organisation):
    first, second = (submitted_workplace(session, organisation, at=NOW) for _ in "12")
    approve_both(session, first.latest_version, organisation)
    operations.approve_workplace(
        session,
        second.latest_version,
        expected_lock=second.latest_version.lock,
        site=SITE,
        actor=MODERATOR,
        now=NOW + timedelta(minutes=1),
    )
    assert not undo_workplace(session, first.latest_version)
    assert organisation.status is OrganisationStatus.APPROVED


def test_an_approval_stands_once_a_workplace_is_on_the_site(session, organisation):
    workplace = submitted_workplace(session, organisation, at=NOW)
    decide(session, organisation)
    operations.approve_workplace(
        session,
        workplace.latest_version,
        expected_lock=workplace.latest_version.lock,
        site=SITE,
        actor=MODERATOR,
        now=NOW + timedelta(minutes=1),
    )
    with pytest.raises(ConflictError):
        undo(session, organisation)


def test_after_ten_minutes_a_decision_stands(session, organisation):
    decide(session, organisation)
    assert offered(session, NOW + WITHIN) == []
    with pytest.raises(WrongStatusError):
        undo(session, organisation, after=WITHIN)


def test_a_decision_is_undone_once(session, organisation):
    decide(session, organisation)
    undo(session, organisation)
    with pytest.raises(WrongStatusError):
        undo(session, organisation)


def test_what_the_provider_changed_after_the_rejection_keeps_it(session, organisation):
    workplace = submitted_workplace(session, organisation, at=NOW)
    reject(session, organisation)
    change(session, workplace, at=NOW + timedelta(minutes=1), summary="Beter.")
    with pytest.raises(ConflictError):
        undo(session, organisation)
