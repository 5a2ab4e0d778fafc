from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.accounts import NOW, PASSWORD, add_account
from tests.support.mails import SITE, link_in, queued, secret_in
from webapp.accounts import credentials, invitations, queries, sessions, staff
from webapp.accounts.invitations import Invitee
from webapp.accounts.models import RoleName
from webapp.accounts.staff import Post
from webapp.accounts.tokens import LinkExpiredError
from webapp.audit.models import AuditEvent
from webapp.core.actor import SYSTEM
from webapp.core.errors import InvalidInputError, NotFoundError

DUIVEN, ARNHEM = "GM0226", "GM0202"
CONSULTANT = Post(RoleName.CONSULTANT, DUIVEN)
MODERATOR = Post(RoleName.MODERATOR, DUIVEN)


def invite(session, email="jan@voorbeeld.nl", post=CONSULTANT, now=NOW):
    account = invitations.invite_staff(
        session, Invitee("Jan", email), post, actor=SYSTEM, site=SITE, now=now
    )
    session.flush()
    return account


def accept(session, mail, password="", **options):
    account = invitations.accept_invitation(
        session, secret_in(mail), password=password, now=NOW, **options
    )
    session.flush()
    return account


def test_a_new_consultant_chooses_a_password_and_is_in(session):
    invite(session)
    (mail,) = queued(session)
    assert link_in(mail).startswith(f"{SITE.url}/account/uitnodiging/")
    assert "consulent" in mail.body_text
    assert "Duiven" in mail.body_text
    invitation = invitations.get_invitation(session, secret_in(mail), now=NOW)
    assert invitation.is_for_new_account
    account = accept(session, mail, PASSWORD)
    assert account.name == "Jan"
    assert credentials.authenticate(session, "jan@voorbeeld.nl", PASSWORD) is account
    assert account.has_role(RoleName.CONSULTANT, DUIVEN)
    assert not account.has_role(RoleName.CONSULTANT, ARNHEM)
    assert [event.action for event in session.scalars(select(AuditEvent))] == [
        "staff.invited",
        "staff.role_given",
    ]


def test_a_new_consultant_hears_that_a_password_is_easy(session):
    invite(session)
    with pytest.raises(InvalidInputError):
        accept(session, queued(session)[0], "Welkom202620")


def test_who_has_an_account_says_yes_with_the_own_password(session):
    account = add_account(session)
    invite(session)
    (mail,) = queued(session)
    assert not invitations.get_invitation(session, secret_in(mail), now=NOW).is_for_new_account
    with pytest.raises(InvalidInputError) as refusal, session.begin_nested():
        accept(session, mail, "een ander lang woord")
    assert set(refusal.value.problems) == {"current_password"}
    assert not account.has_role(RoleName.CONSULTANT, DUIVEN)
    assert accept(session, mail, PASSWORD) is account
    assert account.has_role(RoleName.CONSULTANT, DUIVEN)
    assert credentials.authenticate(session, account.email, PASSWORD) is account


def test_who_is_signed_in_only_says_yes(session):
    account, other = add_account(session), add_account(session, "Piet")
    invite(session)
    (mail,) = queued(session)
    with pytest.raises(InvalidInputError), session.begin_nested():
        accept(session, mail, signed_in_as=other.id)
    accept(session, mail, signed_in_as=account.id)
    assert account.has_role(RoleName.CONSULTANT, DUIVEN)


def test_an_invitation_is_replaced_by_the_same_one_and_left_alone_by_others(session):
    invite(session, now=NOW - timedelta(minutes=3))
    invite(session)
    invite(session, post=Post(RoleName.CONSULTANT, ARNHEM))
    invite(session, post=MODERATOR)
    old, new, arnhem, moderator = queued(session)
    with pytest.raises(LinkExpiredError):
        accept(session, old, PASSWORD)
    for mail in (new, arnhem, moderator):
        account = accept(session, mail, PASSWORD)
    assert {(role.name, role.municipality_code) for role in account.roles} == {
        (RoleName.CONSULTANT, DUIVEN),
        (RoleName.CONSULTANT, ARNHEM),
        (RoleName.MODERATOR, DUIVEN),
    }


def test_who_presses_twice_sends_one_invitation(session):
    invite(session)
    invite(session, now=NOW + timedelta(seconds=3))
    (mail,) = queued(session)
    assert accept(session, mail, PASSWORD).has_role(RoleName.CONSULTANT, DUIVEN)


def test_an_invitation_is_open_for_a_week_and_can_be_taken_back(session):
    account = invite(session)
    invite(session, "piet@voorbeeld.nl", Post(RoleName.CONSULTANT, ARNHEM))
    (waiting,) = invitations.open_invitations(session, DUIVEN, now=NOW)
    assert (waiting.account, waiting.post) == (account, CONSULTANT)
    assert invitations.open_invitations(session, DUIVEN, now=NOW + timedelta(days=7)) == []
    invitations.withdraw_invitation(session, account, CONSULTANT, actor=SYSTEM, now=NOW)
    session.flush()
    assert invitations.open_invitations(session, DUIVEN, now=NOW) == []
    assert len(invitations.open_invitations(session, ARNHEM, now=NOW)) == 1


def test_nobody_is_invited_to_what_they_do_already_or_with_a_closed_account(session):
    account = add_account(session)
    staff.give_role(session, account, CONSULTANT, actor=SYSTEM, now=NOW)
    for _ in range(2):
        with pytest.raises(InvalidInputError) as refusal:
            invite(session)
        assert set(refusal.value.problems) == {"email"}
        account.roles.clear()
        account.disabled_at = NOW
    assert queued(session) == []


def test_a_role_can_be_taken_away_and_others_stay(session):
    account = add_account(session)
    for post in (CONSULTANT, MODERATOR, CONSULTANT):
        staff.give_role(session, account, post, actor=SYSTEM, now=NOW)
    assert len(account.roles) == 2
    staff.withdraw_role(session, account, MODERATOR, actor=SYSTEM, now=NOW)
    session.flush()
    session.refresh(account)
    assert [role.name for role in account.roles] == [RoleName.CONSULTANT]


def test_a_municipality_sees_its_own_staff_and_no_other(session):
    jan, piet = add_account(session, "Jan"), add_account(session, "Piet")
    staff.give_role(session, jan, CONSULTANT, actor=SYSTEM, now=NOW)
    staff.give_role(session, piet, Post(RoleName.MODERATOR, ARNHEM), actor=SYSTEM, now=NOW)
    session.flush()
    assert queries.staff_of(session, DUIVEN) == [jan]
    assert queries.get_staff_member(session, piet.public_id, ARNHEM) is piet
    with pytest.raises(NotFoundError):
        queries.get_staff_member(session, piet.public_id, DUIVEN)


def test_the_first_administrator_is_made_at_the_command_line(session):
    account = staff.create_administrator(
        session, email="Beheer@voorbeeld.nl", name="Bea", password=PASSWORD, now=NOW
    )
    session.flush()
    assert credentials.authenticate(session, "beheer@voorbeeld.nl", PASSWORD) is account
    assert queries.staff_of(session, None) == [account]


def test_an_account_that_becomes_administrator_keeps_its_password(session):
    account = add_account(session)
    staff.create_administrator(
        session, email=account.email, name="X", password="een ander lang woord", now=NOW
    )
    assert account.has_role(RoleName.ADMINISTRATOR, None)
    assert credentials.authenticate(session, account.email, PASSWORD) is account


def test_an_account_that_is_closed_ends_its_sessions_and_can_be_opened_again(session):
    account = add_account(session)
    cookie = sessions.open_session(session, host="a", data={}, account_id=account.id, now=NOW)
    staff.disable(session, account, actor=SYSTEM, now=NOW)
    assert sessions.find_session(session, cookie, host="a", now=NOW) is None
    assert credentials.authenticate(session, account.email, PASSWORD) is None
    staff.enable(session, account, actor=SYSTEM, now=NOW)
    assert credentials.authenticate(session, account.email, PASSWORD) is account


@pytest.mark.parametrize(
    ("role", "code"), [(RoleName.ADMINISTRATOR, DUIVEN), (RoleName.MODERATOR, None)]
)
def test_only_an_administrator_serves_no_municipality(role, code):
    with pytest.raises(ValueError, match=role):
        Post(role, code)
