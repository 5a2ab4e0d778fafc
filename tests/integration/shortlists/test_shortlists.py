"""How long shortlists stay, and what two people at once do to one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, func, select

from tests.support.enquiries import SITE
from tests.support.people import DUIVEN, make_account
from tests.support.workplaces import make_workplace
from webapp.accounts.models import Account, Role, RoleName
from webapp.audit.models import AuditEvent
from webapp.core.clock import MONTH
from webapp.core.errors import InvalidInputError, NotFoundError
from webapp.core.ids import new_public_id
from webapp.enquiries import operations as enquiries
from webapp.enquiries.draft import EnquiryDraft
from webapp.enquiries.operations import ASKER
from webapp.municipalities.queries import get_municipality
from webapp.municipalities.settings import change_settings
from webapp.shortlists import operations, queries, retention, sharing
from webapp.shortlists.models import Shortlist, ShortlistItem, ShortlistLink
from webapp.shortlists.operations import Notes
from webapp.workplaces.models import Workplace

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
ROLE = ((RoleName.CONSULTANT, DUIVEN),)


@pytest.fixture
def made(database):
    """The ids of a list, who made it, and a colleague who sees it."""
    with database.writing() as session:
        get_municipality(session, DUIVEN).joined_at = NOW
        owner = make_account(session, "c@duiven.example", roles=ROLE)
        colleague = make_account(session, "d@duiven.example", roles=ROLE)
        shortlist = operations.make(
            session, DUIVEN, "groen", key=new_public_id(), actor=owner.actor, now=NOW
        )
        sharing.share_with(session, shortlist, colleague.id, actor=owner.actor, now=NOW)
        sharing.make_link(session, shortlist, actor=owner.actor, now=NOW)
        return shortlist.public_id, owner.id, colleague.id


def left(database, now):
    with database.writing() as session:
        retention.purge(session, now=now)
        return session.scalar(select(func.count()).select_from(Shortlist))


def close_account(database, account_id):
    with database.writing() as session:
        session.get_one(Account, account_id).disabled_at = NOW


def end_role(database, account_id):
    with database.writing() as session:
        session.delete(session.scalars(select(Role).where(Role.account_id == account_id)).one())


@pytest.mark.usefixtures("made")
def test_a_list_is_wiped_when_nobody_changed_it_for_as_long_as_the_setting_says(database):
    with database.writing() as session:
        change_settings(session, DUIVEN, shortlist_retention_months=2)
    assert left(database, NOW + 2 * MONTH) == 1
    assert left(database, NOW + 2 * MONTH + timedelta(hours=1)) == 0
    with database.reading() as session:
        event = session.scalars(
            select(AuditEvent).where(AuditEvent.action == "shortlists.erased")
        ).one()
        assert event.details == {"erased": 1}


@pytest.mark.parametrize("how", ["role", "account"])
def test_the_list_of_who_is_gone_goes_to_a_colleague_and_its_link_ends(database, made, how):
    _id, owner_id, colleague_id = made
    if how == "role":
        end_role(database, owner_id)
    else:
        close_account(database, owner_id)
    assert left(database, NOW + timedelta(days=1)) == 1
    with database.reading() as session:
        shortlist = session.scalars(select(Shortlist)).one()
        assert shortlist.owner_id == colleague_id
        assert shortlist.colleagues == []
        assert shortlist.link is None
        assert shortlist.changed_at == NOW
    end_role(database, colleague_id)
    assert left(database, NOW + timedelta(days=2)) == 0


def test_a_list_waits_for_who_is_away_and_nobody_else_sees(database, made):
    _id, owner_id, colleague_id = made
    close_account(database, owner_id)
    close_account(database, colleague_id)
    assert left(database, NOW + timedelta(days=1)) == 1
    with database.reading() as session:
        assert session.scalars(select(Shortlist)).one().link is None


def test_who_notes_what_was_taken_off_meanwhile_is_told(database, made):
    public_id, owner_id, _colleague = made
    with database.writing() as session:
        shortlist = queries.get_list(session, public_id, owner_id, DUIVEN)
        actor = shortlist.owner.actor
        operations.add(session, shortlist, [make_workplace(session)], actor=actor, now=NOW)
        item = shortlist.items[0]
        operations.take_off(session, shortlist, item, actor=actor, now=NOW)
        with pytest.raises(NotFoundError):
            operations.write_notes(
                session, shortlist, item, Notes("x", None, ""),
                expected_version=1, actor=actor, now=NOW,
            )  # fmt: skip


def test_who_works_on_a_list_that_was_removed_meanwhile_is_told(database, made):
    public_id, owner_id, _colleague = made
    with database.writing() as session:
        shortlist = queries.get_list(session, public_id, owner_id, DUIVEN)
        actor = shortlist.owner.actor
        session.execute(delete(Shortlist))
        with pytest.raises(NotFoundError):
            operations.add(session, shortlist, [make_workplace(session)], actor=actor, now=NOW)


@pytest.mark.usefixtures("made")
def test_a_link_that_is_too_old_is_wiped_before_its_list(database):
    assert left(database, NOW + timedelta(days=31)) == 1
    with database.reading() as session:
        assert session.scalars(select(ShortlistLink)).all() == []


def test_two_colleagues_who_add_at_once_lose_nothing_and_double_nothing(database, made):
    public_id, owner_id, colleague_id = made
    with database.writing() as session:
        both = make_workplace(session, title="Beiden").id
        own = {account: make_workplace(session).id for account in (owner_id, colleague_id)}

    def add(account_id):
        with database.writing() as session:
            shortlist = queries.get_list(session, public_id, account_id, DUIVEN)
            account = next(
                each for each in (shortlist.owner, *(c.account for c in shortlist.colleagues))
                if each.id == account_id
            )  # fmt: skip
            chosen = [workplace(session, both), workplace(session, own[account_id])]
            operations.add(session, shortlist, chosen, actor=account.actor, now=NOW)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(add, (owner_id, colleague_id)))
    with database.reading() as session:
        ids = session.scalars(select(ShortlistItem.workplace_id)).all()
        assert sorted(ids) == sorted([both, *own.values()])
        positions = session.scalars(select(ShortlistItem.position)).all()
        assert sorted(positions) == [1, 2, 3]


def workplace(session, workplace_id):
    return session.get_one(Workplace, workplace_id)


def test_nobody_makes_more_lists_than_one_may_have(database):
    with database.writing() as session:
        owner = make_account(session, "e@duiven.example", roles=ROLE)
        for _number in range(100):
            operations.make(session, DUIVEN, "x", key=new_public_id(), actor=owner.actor, now=NOW)
        with pytest.raises(InvalidInputError, match="Je hebt al 100 lijstjes"):
            operations.make(session, DUIVEN, "x", key=new_public_id(), actor=owner.actor, now=NOW)


@pytest.mark.parametrize(("is_by_consultant", "most"), [(False, 3), (True, 40)])
def test_a_consultant_may_have_more_questions_that_wait(session, is_by_consultant, most):
    place, municipality = make_workplace(session), get_municipality(session, DUIVEN)

    def ask():
        draft = EnquiryDraft("Is er plek?", "Carla", "c@duiven.example", is_by_consultant)
        enquiries.ask(
            session, place, draft, municipality=municipality, site=SITE, actor=ASKER, now=NOW
        )

    for _number in range(most):
        ask()
    with pytest.raises(InvalidInputError, match=f"Er wachten al {most} vragen op een antwoord."):
        ask()
