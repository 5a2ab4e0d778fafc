"""People at the same workplace at the same moment, at processes of their own: nothing is lost.

Each round begins with a new workplace, so that now the one and then the other is first.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from threading import Barrier

import pytest
from sqlalchemy import func, select

from tests.support import sites
from tests.support.moderation import submit_changes, submitted_workplace
from tests.support.people import DUIVEN, make_account, sign_in_over
from tests.support.web_process import web_process
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.mail.models import OutgoingMail
from webapp.workplaces import sectors
from webapp.workplaces.models import StatusChange, VersionStatus, Workplace

ROUNDS = 4
_NUMBERS = count(1)
APPROVE, REJECT = "Keur de werkplek goed", "Wijs af met uitleg"
SECTION = "Bewaar dit onderdeel"
SMALL = "Keur goed wat is aangevinkt"


@dataclass
class Desk:
    """Two moderators and two members of an organisation, at two processes."""

    moderators: tuple
    members: tuple
    organisation: object


@pytest.fixture
def desk(database, database_url, tmp_path):
    sites.let_take_part(database)
    with database.writing() as session:
        sectors.load(session)
        organisation = make_organisation(session)
        people = [
            *(make_account(session, roles=((RoleName.MODERATOR, DUIVEN),)) for _ in "12"),
            *(make_account(session, organisations=(organisation,)) for _ in "12"),
        ]
    with ExitStack() as running:
        one, two = (
            running.enter_context(
                web_process(tmp_path / name, DATABASE_URL=database_url, SECOND_FACTOR="optional")
            )
            for name in ("one", "two")
        )
        browsers = [
            sign_in_over(database, web.browser(), account)
            for account, web in zip(people, (one, two, one, two), strict=True)
        ]
        yield Desk(tuple(browsers[:2]), tuple(browsers[2:]), organisation)


def waiting(database, desk, status=VersionStatus.SUBMITTED):
    """Add a workplace; return its public id."""
    with database.writing() as session:
        organisation, title = session.merge(desk.organisation), f"Werk {next(_NUMBERS)} van 99"
        if status is VersionStatus.SUBMITTED:
            made = submitted_workplace(session, organisation, at=clock.now(), title=title)
        else:
            made = make_workplace(session, organisation=organisation, status=status, title=title)
        session.flush()
        return made.public_id


def at_once(*acts):
    """Let everybody press at the same moment; return the statuses of the answers."""
    barrier = Barrier(len(acts))

    def run(act):
        browser, button, values = act
        barrier.wait()
        return browser.submit(button, status=(200, 409, 422), **values).status

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def became_of(database, public_id):
    """Return the decisions, the log of them and the kinds of mails about a workplace."""
    with database.reading() as session:
        workplace = session.scalars(select(Workplace).where(Workplace.public_id == public_id)).one()
        title = workplace.latest_version.content.title
        decided = session.scalars(
            select(StatusChange.action)
            .where(StatusChange.version_id.in_([each.id for each in workplace.versions]))
            .order_by(StatusChange.id)
        ).all()
        logged = session.scalar(
            select(func.count())
            .select_from(AuditEvent)
            .where(
                AuditEvent.subject_id == public_id,
                AuditEvent.action.in_(["workplace.approved", "workplace.rejected"]),
            )
        )
        mails = session.scalars(
            select(OutgoingMail.kind).where(OutgoingMail.subject.endswith(title))
        ).all()
        return decided, logged, mails, workplace.published_version is not None


@pytest.mark.parametrize("second", [APPROVE, REJECT])
def test_of_two_moderators_one_decides_and_the_other_is_told(database, desk, second):
    for _ in range(ROUNDS):
        public_id = waiting(database, desk)
        for moderator in desk.moderators:
            moderator.get(f"/moderatie/werkplekken/{public_id}")
        reason = {"reason": "Dit past hier niet."}
        statuses = at_once(
            (desk.moderators[0], APPROVE, {}),
            (desk.moderators[1], second, reason if second == REJECT else {}),
        )
        decided, logged, mails, is_published = became_of(database, public_id)
        assert statuses == [200, 409]
        assert (len(decided), logged) == (1, 1)
        assert len(mails) == len(desk.members)
        assert is_published == (decided == ["approve"])


def test_a_moderator_never_approves_what_the_provider_just_changed(database, desk):
    moderator, member = desk.moderators[0], desk.members[1]
    for number in range(ROUNDS):
        public_id, new = waiting(database, desk), f"Nieuwe tekst {number}"
        moderator.get(f"/moderatie/werkplekken/{public_id}")
        member.get(f"/aanbieder/werkplekken/{public_id}/wat")
        at_once((moderator, APPROVE, {}), (member, SECTION, {"summary": new}))
        with database.reading() as session:
            workplace = session.scalars(
                select(Workplace).where(Workplace.public_id == public_id)
            ).one()
            published = workplace.published_version
            assert published is None or published.content.summary != new
            texts = {version.content.summary for version in workplace.versions}
        if published is not None and new not in texts:
            assert new in member.page.text  # what was typed is not lost


def test_of_two_members_in_one_section_the_second_sees_both(database, desk):
    for number in range(ROUNDS):
        public_id = waiting(database, desk, VersionStatus.DRAFT)
        for member in desk.members:
            member.get(f"/aanbieder/werkplekken/{public_id}/wat")
        texts = [f"Tekst van {who}, ronde {number}" for who in ("Ans", "Bob")]
        statuses = at_once(
            *(
                (member, SECTION, {"summary": text})
                for member, text in zip(desk.members, texts, strict=True)
            )
        )
        assert statuses == [200, 409]
        told = next(member for member in desk.members if member.page.status == 409)
        assert all(text in told.page.text for text in texts)


def test_what_is_handed_in_twice_is_there_once(database, desk):
    for _ in range(ROUNDS):
        public_id = waiting(database, desk, VersionStatus.DRAFT)
        for member in desk.members:
            member.get(f"/aanbieder/werkplekken/{public_id}/indienen")
        at_once(*((member, "Dien de werkplek in", {}) for member in desk.members))
        decided, _logged, mails, _is_published = became_of(database, public_id)
        assert decided == ["submit"]
        assert len(mails) == len(desk.members)


def test_of_two_who_take_it_up_one_has_it(database, desk):
    for _ in range(ROUNDS):
        public_id = waiting(database, desk)
        for moderator in desk.moderators:
            moderator.get(f"/moderatie/werkplekken/{public_id}")
        at_once(*((moderator, "Ik pak dit op", {}) for moderator in desk.moderators))
        told = ["was je net voor" in moderator.page.main_text for moderator in desk.moderators]
        assert sorted(told) == [False, True]


def test_a_small_change_that_two_approve_is_approved_once(database, desk):
    for number in range(ROUNDS):
        public_id = waiting(database, desk, VersionStatus.APPROVED)
        with database.writing() as session:
            workplace = session.scalars(
                select(Workplace).where(Workplace.public_id == public_id)
            ).one()
            waits = submit_changes(session, workplace, at=clock.now(), summary=f"Ronde {number}")
            key = f"{public_id}-{waits.lock}"
        for moderator in desk.moderators:
            moderator.get("/moderatie/kleine-wijzigingen")
        at_once(*((moderator, SMALL, {"chosen": key}) for moderator in desk.moderators))
        told = ["1 wijziging is goedgekeurd" in each.page.text for each in desk.moderators]
        decided, logged, mails, is_published = became_of(database, public_id)
        assert sorted(told) == [False, True]
        assert (decided.count("approve"), logged, is_published) == (1, 1, True)
        assert len(mails) == len(desk.members)
