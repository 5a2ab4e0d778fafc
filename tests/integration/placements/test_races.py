"""Two people at the same placement at the same moment, and a button that is pressed twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from sqlalchemy import select

from tests.support.mails import SITE
from tests.support.moderation import organisation_with_member
from tests.support.placements import at, make_placement
from tests.support.workplaces import make_workplace
from webapp.core.actor import SYSTEM
from webapp.core.errors import ConflictError
from webapp.mail.models import OutgoingMail
from webapp.municipalities import operations as municipalities
from webapp.municipalities.queries import get_municipality
from webapp.placements import marks, reminders
from webapp.placements.draft import MarkDraft
from webapp.placements.models import Placement
from webapp.placements.vocabulary import MarkKind
from webapp.workplaces import sectors

DAY = date(2026, 4, 1)


@pytest.fixture
def seen(database):
    with database.writing() as session:
        municipalities.join(session, get_municipality(session, "GM0226"), now=at(DAY))
        sectors.load(session)
        organisation = organisation_with_member(session)
        placement = make_placement(session, make_workplace(session, organisation=organisation))
        return placement.id, placement.version


def at_once(database, act, *keys):
    """Do the same with each key at the same moment; return how many were told of a conflict."""
    barrier = Barrier(len(keys))

    def run(key):
        barrier.wait()
        try:
            with database.writing() as session:
                act(session, key)
        except ConflictError:
            return 1
        return 0

    with ThreadPoolExecutor(len(keys)) as pool:
        return sum(pool.map(run, keys))


def marks_of(database, placement_id):
    with database.reading() as session:
        return len(session.get(Placement, placement_id).marks)


@pytest.mark.parametrize(
    ("keys", "conflicts"), [(["bcdfghjkmn"] * 2, 0), (["bcdfghjkmn", "bcdfghjkmp"], 1)]
)
def test_a_message_is_noted_once_and_the_second_of_two_people_is_told(
    database, seen, keys, conflicts
):
    placement_id, version = seen

    def act(session, key):
        draft = MarkDraft(MarkKind.PROGRESS, DAY, key)
        placement = session.get(Placement, placement_id)
        marks.mark(session, placement, draft, expected_version=version, actor=SYSTEM, now=at(DAY))

    assert at_once(database, act, *keys) == conflicts
    assert marks_of(database, placement_id) == 1


def test_what_a_provider_says_twice_is_kept_once(database, seen):
    def act(session, key):
        draft = MarkDraft(MarkKind.PROGRESS_SENT, DAY, key)
        marks.say_sent(session, session.get(Placement, seen[0]), draft, actor=SYSTEM, now=at(DAY))

    assert at_once(database, act, "bcdfghjkmn", "bcdfghjkmn") == 0
    assert marks_of(database, seen[0]) == 1


@pytest.mark.usefixtures("seen")
def test_two_workers_mail_once(database):
    def act(session, _key):
        reminders.remind(session, site_of=lambda *_: SITE, now=at(DAY))

    assert at_once(database, act, "one", "two") == 0
    with database.reading() as session:
        assert len(session.scalars(select(OutgoingMail)).all()) == 1
