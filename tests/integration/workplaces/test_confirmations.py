"""Whether what visitors read is still right: asked, reminded of, confirmed, or not."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.support.mails import queued
from tests.support.moderation import submit_changes
from tests.support.people import DUIVEN, make_account
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.tokens import LinkExpiredError
from webapp.audit.models import AuditEvent
from webapp.mail.site import MailSite
from webapp.moderation.line import Asked, WaitingKind
from webapp.moderation.queries import queue
from webapp.municipalities.queries import get_municipality
from webapp.municipalities.settings import change_settings
from webapp.organisations.models import MemberRole, Membership
from webapp.workplaces import publication
from webapp.workplaces.confirmations import operations
from webapp.workplaces.confirmations.queries import LAPSES_AFTER, REMIND_AFTER, last_confirmed

APPROVED = datetime(2026, 1, 5, 9, tzinfo=UTC)
DUE = APPROVED + timedelta(days=200)
REMINDED = DUE + REMIND_AFTER
LAPSED = REMINDED + LAPSES_AFTER


def site_of(municipality, _settings):
    return MailSite(municipality.name, "http://duiven.localhost:5000", "help@duiven.example")


@pytest.fixture
def manager(session):
    get_municipality(session, DUIVEN).joined_at = APPROVED
    return make_account(session, "mia@tuin.example")


@pytest.fixture
def organisation(session, manager):
    made = make_organisation(session, name="De Tuin")
    employee = make_account(session, "eef@tuin.example", organisations=(made,))
    session.flush()
    session.scalars(select(Membership)).one().role = MemberRole.EMPLOYEE
    made.memberships.append(
        Membership(account=manager, role=MemberRole.MANAGER, created_at=APPROVED)
    )
    session.flush()
    assert employee.id != manager.id
    return made


@pytest.fixture
def workplace(session, organisation):
    return make_workplace(session, organisation=organisation, at=APPROVED, title="Moestuin")


def run(session, now):
    """Let the worker come by twice; return to whom it mailed what."""
    before = len(queued(session))
    for _ in range(2):
        operations.run_due(session, site_of=site_of, now=now)
    session.flush()
    return [(mail.recipient, mail.kind.removeprefix("workplaces/")) for mail in queued(session)][
        before:
    ]


def secret_in(session):
    *_, mail = queued(session)
    return mail.body_text.split("/account/klopt-het/")[1].split()[0]


def waits(session):
    return [item.title for item in queue(session, DUIVEN, Asked(WaitingKind.NOT_CONFIRMED))]


def test_first_the_manager_then_all_then_visitors_and_moderators(session, workplace):
    assert run(session, APPROVED + timedelta(days=180)) == []
    assert run(session, DUE) == [("mia@tuin.example", "still_right")]
    assert run(session, REMINDED - timedelta(seconds=1)) == []
    assert sorted(run(session, REMINDED)) == [
        ("eef@tuin.example", "still_right_reminder"),
        ("mia@tuin.example", "still_right_reminder"),
    ]
    assert run(session, LAPSED - timedelta(seconds=1)) == []
    assert (workplace.is_lapsed, waits(session)) == (False, [])
    assert run(session, LAPSED) == []
    assert (workplace.is_lapsed, waits(session)) == (True, ["Moestuin"])
    assert workplace.is_visible
    actions = session.scalars(select(AuditEvent.action)).all()
    assert actions.count("workplace.not_confirmed") == 1


@pytest.mark.usefixtures("workplace")
def test_one_mail_names_all_workplaces_of_an_organisation(session, organisation):
    make_workplace(session, organisation=organisation, at=APPROVED, title="Kas")
    assert len(run(session, DUE)) == 1
    (mail,) = queued(session)
    assert "- Moestuin\n" in mail.body_text
    assert "- Kas\n" in mail.body_text
    assert mail.subject == "Klopt alles nog bij De Tuin?"


@pytest.mark.parametrize("moment", [DUE, REMINDED, LAPSED])
def test_a_yes_begins_the_time_anew(session, manager, workplace, moment):
    for step in (DUE, REMINDED, LAPSED):
        if step <= moment:
            run(session, step)
    account, organisation, asked = operations.behind_link(session, secret_in(session), now=moment)
    assert (account, organisation.name, list(asked)) == (manager, "De Tuin", [workplace]) or (
        moment != DUE and list(asked) == [workplace]
    )
    operations.confirm(session, asked, actor=account.actor, now=moment)
    assert last_confirmed(workplace) == moment
    assert (workplace.is_lapsed, waits(session)) == (False, [])
    assert run(session, moment + timedelta(days=100)) == []
    assert [kind for _, kind in run(session, moment + timedelta(days=190))] == ["still_right"]


def test_what_is_approved_anew_is_right(session, workplace):
    run(session, DUE)
    run(session, REMINDED)
    version = submit_changes(session, workplace, at=REMINDED, summary="Nieuw")
    publication.publish(session, version, actor=operations.SYSTEM, now=REMINDED)
    session.flush()
    assert run(session, LAPSED) == []
    assert last_confirmed(workplace) == REMINDED


@pytest.mark.parametrize("change", ["hidden", "removed"])
def test_what_visitors_do_not_see_is_not_asked_about(session, workplace, change):
    if change == "hidden":
        publication.hide(session, workplace, actor=operations.SYSTEM, now=APPROVED)
    else:
        workplace.removed_at = APPROVED
    session.flush()
    assert run(session, DUE) == []


@pytest.mark.usefixtures("workplace")
def test_the_municipality_says_how_often(session):
    change_settings(session, DUIVEN, confirmation_months=12)
    assert run(session, DUE) == []
    assert len(run(session, APPROVED + timedelta(days=366))) == 1


def test_who_does_not_act_for_the_organisation_any_more_confirms_nothing(
    session, organisation, workplace
):
    run(session, DUE)
    session.delete(
        session.scalars(select(Membership).where(Membership.role == MemberRole.MANAGER)).one()
    )
    session.flush()
    assert workplace.organisation is organisation
    with pytest.raises(LinkExpiredError):
        operations.behind_link(session, secret_in(session), now=DUE)


def test_a_link_ends(session, workplace):
    run(session, DUE)
    assert workplace.confirmation_asked_at == DUE
    with pytest.raises(LinkExpiredError):
        operations.behind_link(session, secret_in(session), now=DUE + timedelta(days=46))
