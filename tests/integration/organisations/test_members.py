"""Who acts for an organisation: never without a manager, and rights end at once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from tests.support.mails import SITE, queued
from tests.support.people import make_account
from tests.support.workplaces import make_organisation
from webapp.accounts.models import Account
from webapp.audit.models import AuditEvent
from webapp.core.errors import NotAllowedError, NotFoundError
from webapp.organisations import members
from webapp.organisations.members import LastManagerError
from webapp.organisations.models import MemberRole, Membership, Organisation
from webapp.organisations.operations import add_member
from webapp.permissions.principal import find_principal

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def organisation(session):
    return make_organisation(session)


@pytest.fixture
def manager(session, organisation):
    return make_account(session, name="Marga", organisations=(organisation,))


@pytest.fixture
def employee(session, organisation, manager):
    account = make_account(session, name="Wout")
    add_member(session, organisation, account, actor=manager.actor, now=NOW)
    return account


def roles_of(session, organisation):
    found = session.query(Membership).filter_by(organisation_id=organisation.id)
    return {membership.account_id: membership.role for membership in found}


def test_a_manager_makes_an_employee_manager_and_back(session, organisation, manager, employee):
    for role in (MemberRole.MANAGER, MemberRole.EMPLOYEE):
        members.change_role(
            session, organisation, employee, role, site=SITE, actor=manager.actor, now=NOW
        )
        assert roles_of(session, organisation)[employee.id] is role
    actions = [event.action for event in session.query(AuditEvent)]
    assert actions.count("organisation.role_changed") == 2


def test_the_last_manager_cannot_step_down_or_leave(session, organisation, manager):
    with pytest.raises(LastManagerError):
        members.change_role(
            session,
            organisation,
            manager,
            MemberRole.EMPLOYEE,
            site=SITE,
            actor=manager.actor,
            now=NOW,
        )
    with pytest.raises(LastManagerError):
        members.leave(session, organisation, actor=manager.actor, now=NOW)
    assert roles_of(session, organisation)[manager.id] is MemberRole.MANAGER


def test_a_manager_whose_account_is_closed_does_not_count(session, organisation, manager, employee):
    members.change_role(
        session, organisation, employee, MemberRole.MANAGER, site=SITE, actor=manager.actor, now=NOW
    )
    employee.disabled_at = NOW
    session.flush()
    with pytest.raises(LastManagerError):
        members.leave(session, organisation, actor=manager.actor, now=NOW)


def test_who_hands_over_becomes_employee_and_may_leave(session, organisation, manager, employee):
    members.hand_over(session, organisation, employee, site=SITE, actor=manager.actor, now=NOW)
    assert roles_of(session, organisation) == {
        manager.id: MemberRole.EMPLOYEE,
        employee.id: MemberRole.MANAGER,
    }
    members.leave(session, organisation, actor=manager.actor, now=NOW)
    assert roles_of(session, organisation) == {employee.id: MemberRole.MANAGER}


def test_the_rights_of_who_is_removed_end_at_once(session, organisation, manager, employee):
    assert find_principal(session, employee.id).organisation_ids == {organisation.id}
    members.remove(session, organisation, employee, site=SITE, actor=manager.actor, now=NOW)
    assert find_principal(session, employee.id).organisation_ids == frozenset()


def test_an_employee_decides_about_nobody(session, organisation, manager, employee):
    with pytest.raises(NotAllowedError):
        members.remove(session, organisation, manager, site=SITE, actor=employee.actor, now=NOW)
    with pytest.raises(NotAllowedError):
        members.hand_over(session, organisation, employee, site=SITE, actor=employee.actor, now=NOW)


def test_a_manager_decides_about_nobody_elsewhere(session, organisation, manager):
    theirs = make_organisation(session)
    other = make_account(session, organisations=(theirs,))
    with pytest.raises(NotAllowedError):
        members.remove(session, theirs, other, site=SITE, actor=manager.actor, now=NOW)
    with pytest.raises(NotFoundError):
        members.remove(session, organisation, other, site=SITE, actor=manager.actor, now=NOW)


def leave(session, organisation, own, _other):
    members.leave(session, organisation, actor=own.actor, now=NOW)


def remove_the_other(session, organisation, own, other):
    members.remove(session, organisation, other, site=SITE, actor=own.actor, now=NOW)


def demote_the_other(session, organisation, own, other):
    members.change_role(
        session, organisation, other, MemberRole.EMPLOYEE, site=SITE, actor=own.actor, now=NOW
    )


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (leave, LastManagerError),
        (remove_the_other, NotAllowedError),
        (demote_the_other, NotAllowedError),
    ],
)
def test_of_two_managers_at_the_same_moment_one_stays(database, act, refusal):
    with database.writing() as session:
        organisation = make_organisation(session)
        ids = [make_account(session, organisations=(organisation,)).id for _ in range(2)]
        organisation_id = organisation.id
    barrier = threading.Barrier(2)

    def run(pair):
        own, other = pair
        try:
            barrier.wait()
            with database.writing() as session:
                act(
                    session,
                    session.get(Organisation, organisation_id),
                    session.get(Account, own),
                    session.get(Account, other),
                )
        except (LastManagerError, NotAllowedError) as error:
            return type(error)
        return None

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(run, [ids, ids[::-1]]))
    assert sorted(outcomes, key=str) == sorted([None, refusal], key=str)
    with database.reading() as session:
        managers = session.query(Membership).filter_by(role=MemberRole.MANAGER).all()
        assert len(managers) == 1


def test_who_gets_another_role_or_is_removed_is_mailed(session, organisation, manager, employee):
    members.hand_over(session, organisation, employee, site=SITE, actor=manager.actor, now=NOW)
    members.remove(session, organisation, manager, site=SITE, actor=employee.actor, now=NOW)
    assert [(mail.kind, mail.recipient) for mail in queued(session)] == [
        ("organisations/role_changed", employee.email),
        ("organisations/member_removed", manager.email),
    ]
    assert "Je bent nu beheerder" in queued(session)[0].body_text
