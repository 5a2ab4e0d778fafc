"""Two people at the same workplace at the same moment: one wins, the other is told."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from tests.support.workplaces import make_workplace
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, WrongStatusError
from webapp.geo.geocoding import NoGeocoder
from webapp.workplaces import editing, publication, sectors
from webapp.workplaces.models import StatusChange, VersionStatus, Workplace

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SOMEBODY = Actor(account_id=None, name="Iemand")
TELLING = (ConflictError, WrongStatusError)


@pytest.fixture
def waiting(database):
    """The id and the lock of a workplace that waits for a decision."""
    with database.writing() as session:
        sectors.load(session)
        workplace = make_workplace(session, status=VersionStatus.SUBMITTED)
        session.flush()
        return workplace.id, workplace.latest_version.lock


def approve(session, workplace, lock):
    publication.approve(
        session, workplace.latest_version, expected_lock=lock, actor=SOMEBODY, now=NOW
    )


def reject(session, workplace, lock):
    publication.reject(
        session,
        workplace.latest_version,
        reason="Dit past hier niet.",
        expected_lock=lock,
        actor=SOMEBODY,
        now=NOW,
    )


def edit(session, workplace, lock):
    editing.save(
        session,
        workplace,
        {"title": f"Titel van {threading.get_ident()}"},
        expected_lock=lock,
        geocoder=NoGeocoder(),
        actor=SOMEBODY,
        now=NOW,
    )


def at_once(database, waiting, *acts):
    """Run every act in a thread and a transaction of its own; return the errors, None for done."""
    workplace_id, lock = waiting
    barrier = threading.Barrier(len(acts))

    def run(act):
        try:
            barrier.wait()
            with database.writing() as session:
                act(session, session.get(Workplace, workplace_id), lock)
        except TELLING as refusal:
            return refusal
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@pytest.mark.parametrize(
    "acts",
    [(approve, approve), (approve, reject), (approve, edit), (edit, edit, edit)],
    ids=lambda acts: "-".join(act.__name__ for act in acts),
)
def test_exactly_one_wins_and_the_others_hear_of_a_conflict(database, waiting, acts):
    errors = at_once(database, waiting, *acts)
    assert errors.count(None) == 1
    assert {type(error) for error in errors if error} == {ConflictError}
    with database.reading() as session:
        workplace = session.get(Workplace, waiting[0])
        assert len(workplace.versions) == 1
        assert session.query(StatusChange).count() <= 1
        is_published = workplace.published_version is not None
        assert is_published == (workplace.latest_version.status is VersionStatus.APPROVED)


def test_who_read_before_and_writes_after_another_is_told_too(database, waiting):
    workplace_id, lock = waiting
    with database.reading() as slow:
        seen = slow.get(Workplace, workplace_id)
        assert seen.latest_version.lock == lock
    with database.writing() as quick:
        approve(quick, quick.get(Workplace, workplace_id), lock)
    with database.session(writing=True) as late, pytest.raises(ConflictError):
        edit(late, late.get(Workplace, workplace_id), lock)
