"""What a moderator finds in the queue, and what not."""

from datetime import UTC, datetime

import pytest

from tests.support.moderation import (
    change,
    organisation_with_member,
    submit_changes,
    submitted_workplace,
)
from tests.support.people import ARNHEM, DUIVEN
from tests.support.workplaces import DEFAULT_CONTENT, make_organisation, make_workplace
from webapp.core.errors import NotFoundError
from webapp.moderation.line import Asked, WaitingKind, count_waiting, counts_of
from webapp.moderation.queries import queue
from webapp.moderation.review import get_review
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.changes import FieldChange
from webapp.workplaces.models import VersionStatus


def moment(hour):
    return datetime(2026, 11, 20, hour, 0, tzinfo=UTC)


def submitted(session, organisation, hour, **content):
    return submitted_workplace(session, organisation, at=moment(hour), **content)


def resubmitted(session, workplace, hour, **changes):
    return submit_changes(session, workplace, at=moment(hour), **changes)


def test_the_oldest_comes_first_and_an_organisation_before_its_workplace(session):
    known = organisation_with_member(session)
    late = submitted(session, known, 12)
    early = submitted(session, known, 8)
    newcomer = organisation_with_member(
        session, status=OrganisationStatus.SUBMITTED, created_at=moment(10)
    )
    first_workplace = submitted(session, newcomer, 10)
    assert [item.public_id for item in queue(session, DUIVEN)] == [
        early.public_id,
        newcomer.public_id,
        first_workplace.public_id,
        late.public_id,
    ]


def test_a_moderator_sees_only_what_waits_in_the_own_municipality(session):
    here, there = (
        organisation_with_member(session),
        organisation_with_member(session, municipality_code=ARNHEM),
    )
    mine = submitted(session, here, 8)
    submitted(session, there, 8)
    organisation_with_member(session, municipality_code=ARNHEM, status=OrganisationStatus.SUBMITTED)
    assert [item.public_id for item in queue(session, DUIVEN)] == [mine.public_id]


def test_an_organisation_without_members_waits_like_any_other(session):
    unclaimed = make_organisation(session, status=OrganisationStatus.SUBMITTED)
    workplace = submitted(session, unclaimed, 8)
    assert {item.public_id for item in queue(session, DUIVEN)} == {
        unclaimed.public_id,
        workplace.public_id,
    }


def test_what_nobody_confirmed_or_what_was_refused_does_not_wait(session):
    unconfirmed = make_organisation(session, status=OrganisationStatus.UNCONFIRMED)
    submitted(session, unconfirmed, 8)
    refused = organisation_with_member(session, status=OrganisationStatus.REJECTED)
    submitted(session, refused, 8)
    assert queue(session, DUIVEN) == []


@pytest.mark.parametrize("status", set(VersionStatus) - {VersionStatus.SUBMITTED})
def test_only_what_was_submitted_waits(session, status):
    make_workplace(session, organisation=organisation_with_member(session), status=status)
    assert queue(session, DUIVEN) == []


def test_the_queue_tells_what_is_new_and_which_fields_changed(session):
    organisation = organisation_with_member(session)
    submitted(session, organisation, 8)
    published = make_workplace(session, organisation=organisation)
    resubmitted(session, published, 9, title="Ander werk", hours_max=20)
    new, changed = queue(session, DUIVEN)
    assert (new.kind, new.changed) == (WaitingKind.NEW, ())
    assert (changed.kind, changed.changed) == (WaitingKind.CHANGED, ("title", "hours_max"))
    assert (changed.title, changed.organisation_name) == ("Ander werk", organisation.name)


def test_a_moderator_reads_old_and_new_side_by_side(session):
    published = make_workplace(session, organisation=organisation_with_member(session))
    version = resubmitted(session, published, 9, title="Ander werk")
    review = get_review(session, published.public_id, DUIVEN)
    assert (review.version, review.is_waiting, review.is_new) == (version, True, False)
    assert review.changes == (FieldChange("title", DEFAULT_CONTENT.title, "Ander werk"),)


def test_a_draft_is_not_read_by_a_moderator(session):
    organisation = organisation_with_member(session)
    draft = make_workplace(session, organisation=organisation, status=VersionStatus.DRAFT)
    with pytest.raises(NotFoundError):
        get_review(session, draft.public_id, DUIVEN)
    published = make_workplace(session, organisation=organisation)
    change(session, published, at=moment(9), title="Nog niet af")
    review = get_review(session, published.public_id, DUIVEN)
    assert review.version is published.published_version
    assert not review.is_waiting


def test_a_workplace_of_another_municipality_is_not_there(session):
    workplace = submitted(session, organisation_with_member(session), 8)
    with pytest.raises(NotFoundError):
        get_review(session, workplace.public_id, ARNHEM)


def test_a_moderator_looks_in_the_queue_by_kind_and_by_words(session):
    garden = organisation_with_member(
        session, "bo@tuin.example", name="De Boomgaard", kvk_number="12345678"
    )
    bikes = organisation_with_member(session, "mo@fietsen.example", name="Het Wiel")
    weeding = submitted(session, garden, 8, title="Wieden", place="Duiven")
    changed = make_workplace(session, organisation=bikes, title="Fietsen maken", place="Duiven")
    resubmitted(session, changed, 9, hours_max=20)
    for text in ("wied", "boomgaard", "12345678", "bo@tuin", "wied boomgaard duiven"):
        found = queue(session, DUIVEN, Asked(text=text))
        assert [item.public_id for item in found] == [weeding.public_id], text
    assert queue(session, DUIVEN, Asked(text="wieden wiel")) == []
    assert queue(session, DUIVEN, Asked(text="%")) == []
    found = queue(session, DUIVEN, Asked(kind=WaitingKind.CHANGED))
    assert [item.public_id for item in found] == [changed.public_id]
    assert counts_of(session, DUIVEN, "") == {WaitingKind.NEW: 1, WaitingKind.CHANGED: 1}
    assert counts_of(session, DUIVEN, "fiets") == {WaitingKind.CHANGED: 1}
    assert count_waiting(session, DUIVEN) == 2
