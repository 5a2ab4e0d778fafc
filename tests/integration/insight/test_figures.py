"""The figures of a municipality, on the page and in files."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.people import ARNHEM, DUIVEN, staff_member
from tests.support.registrations import make_registration
from tests.support.statements import counted_statements
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.insight.figures import figures_of
from webapp.moderation.overview import Standing
from webapp.workplaces import publication, sectors, submission
from webapp.workplaces.models import VersionStatus

PAGE = "/moderatie/cijfers"


@pytest.fixture
def moderator(app):
    return staff_member(app, RoleName.MODERATOR)


def hand_in_and_decide(session, *, days, now, again=False):
    """Let a draft wait so many days; `again`: it was sent back, and waited as long once more."""
    workplace = make_workplace(session, status=VersionStatus.DRAFT)
    version = workplace.latest_version
    at = now - timedelta(days=3 * days)
    for turn in range(2 if again else 1):
        submission.hand_in(session, version, municipality_code=DUIVEN, actor=SYSTEM, now=at)
        session.flush()
        at += timedelta(days=days)
        decide = publication.return_to_provider if again and turn == 0 else publication.approve
        reason = {"reason": "Welke dagen?"} if decide is not publication.approve else {}
        decide(session, version, expected_lock=version.lock, actor=SYSTEM, now=at, **reason)
    return workplace


def test_waiting_is_counted_from_each_time_that_it_was_handed_in(session):
    sectors.load(session)
    now = clock.now()
    hand_in_and_decide(session, days=2, now=now)
    hand_in_and_decide(session, days=4, now=now, again=True)
    waiting = figures_of(session, DUIVEN, now=now).waiting
    assert (waiting.count, waiting.median, waiting.most) == (3, 4, 4)
    assert figures_of(session, ARNHEM, now=now).waiting is None


def test_two_municipalities_with_the_same_data_count_their_own(session):
    sectors.load(session)
    for code in (DUIVEN, ARNHEM):
        make_workplace(session, municipality_code=code)
        make_registration(session, municipality_code=code, now=clock.now())
    make_workplace(session, visible=False)
    for code, hidden in ((DUIVEN, 1), (ARNHEM, 0)):
        found = figures_of(session, code, now=clock.now())
        assert found.workplaces[Standing.SHOWN] == 1
        assert found.workplaces[Standing.HIDDEN] == hidden
        assert sum(found.registrations.values()) == 1
        assert sum(found.registrations_by_month.values()) == 1
        assert sum(row.counts[2] for row in found.offer.rows) == 1


def test_what_nobody_looked_over_for_half_a_year_is_named(session):
    sectors.load(session)
    now = clock.now()
    old = make_workplace(session, at=now - timedelta(days=200))
    make_workplace(session, at=now - timedelta(days=100))
    found = figures_of(session, DUIVEN, now=now).offer.unconfirmed
    assert [each.public_id for each in found] == [old.public_id]


def test_a_moderator_sees_every_figure_and_where_nothing_is_offered(database, moderator):
    with database.writing() as session:
        sectors.load(session)
        make_workplace(session, title="Nog van vroeger", at=clock.now() - timedelta(days=300))
        make_registration(session, now=clock.now())
    text = moderator.get(PAGE).main_text
    assert "Op de site 1" in text
    assert "geen" in text
    assert "Nog van vroeger" in moderator.page.links
    assert "Aangemeld 1" in text
    assert "In de laatste 12 maanden is er nog niets besloten." in text


def test_a_file_that_is_shared_has_no_small_numbers_of_people(database, moderator, session):
    with database.writing() as writing:
        sectors.load(writing)
        for _number in range(2):
            make_registration(writing, now=clock.now())
            make_workplace(writing)
    people = moderator.raw(f"{PAGE}/aanmeldingen/tabel.csv").get_data(as_text=True)
    assert people.startswith('\ufeff"Hoe het ervoor staat";"Aantal"')
    assert '"Aangemeld";"minder dan 5"' in people
    workplaces = moderator.raw(f"{PAGE}/werkplekken/tabel.csv").get_data(as_text=True)
    assert '"Op de site";"2"' in workplaces
    assert moderator.raw(f"{PAGE}/iets-anders/tabel.csv").status_code == 404
    exports = select(AuditEvent.subject_id).where(AuditEvent.action == "figures.exported")
    assert session.scalars(exports).all() == ["aanmeldingen", "werkplekken"]


def test_the_page_takes_as_many_statements_whatever_the_size(database, moderator):
    with database.writing() as session:
        sectors.load(session)
        make_workplace(session)
    with counted_statements(database) as few:
        moderator.get(PAGE)
    with database.writing() as session:
        for _number in range(25):
            make_workplace(session)
            make_registration(session, now=clock.now())
    with counted_statements(database) as many:
        moderator.get(PAGE)
    assert len(many) == len(few) <= 18
