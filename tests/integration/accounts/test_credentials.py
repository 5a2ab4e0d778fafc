from datetime import timedelta
from time import process_time

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from tests.support.accounts import NOW, PASSWORD, add_account
from tests.support.mails import SITE, link_in, queued, secret_in
from webapp.accounts import credentials, sessions, tokens
from webapp.accounts.invitations import Invitee, invite_staff
from webapp.accounts.models import BrowserSession, RoleName, TokenPurpose
from webapp.accounts.recovery import request_password_reset
from webapp.accounts.sign_up import request_confirmation
from webapp.accounts.staff import Post
from webapp.accounts.tokens import LinkExpiredError
from webapp.audit.models import AuditEvent
from webapp.core.actor import SYSTEM
from webapp.core.errors import InvalidInputError

NEW = "drie oude eiken"


@pytest.fixture
def jan(session):
    return add_account(session)


def test_the_right_password_opens_the_account(session, jan):
    assert credentials.authenticate(session, " Jan@voorbeeld.NL", PASSWORD) is jan


def test_everything_else_gets_the_same_answer(session, jan):
    assert credentials.authenticate(session, jan.email, "een verkeerd woord") is None
    assert credentials.authenticate(session, "piet@voorbeeld.nl", PASSWORD) is None
    assert credentials.authenticate(session, "geen adres", PASSWORD) is None
    jan.disabled_at = NOW
    assert credentials.authenticate(session, jan.email, PASSWORD) is None
    jan.disabled_at = jan.email_confirmed_at = None
    assert credentials.authenticate(session, jan.email, PASSWORD) is None
    jan.email_confirmed_at, jan.password_hash = NOW, None
    assert credentials.authenticate(session, jan.email, PASSWORD) is None


def test_an_unknown_address_takes_as_much_work_as_a_wrong_password(session, jan):
    credentials.authenticate(session, "piet@voorbeeld.nl", NEW)  # makes the hash of nothing

    def least_work(email):
        times = []
        for _ in range(5):
            start = process_time()
            credentials.authenticate(session, email, NEW)
            times.append(process_time() - start)
        return min(times)

    known, unknown = least_work(jan.email), least_work("piet@voorbeeld.nl")
    # Without the hash of nothing it would be a hundred times less; load on the machine is not.
    assert unknown > known / 5


def test_an_old_hash_is_renewed_at_the_next_login(session, jan):
    old = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    jan.password_hash = old
    assert credentials.authenticate(session, jan.email, PASSWORD) is jan
    assert jan.password_hash != old
    assert credentials.authenticate(session, jan.email, PASSWORD) is jan


def test_who_changes_a_password_is_signed_out_everywhere_and_told_by_mail(session, jan):
    secret = sessions.open_session(session, host="a", data={}, account_id=jan.id, now=NOW)
    credentials.change_password(session, jan, current=PASSWORD, new=NEW, site=SITE, now=NOW)
    session.flush()
    assert sessions.find_session(session, secret, host="a", now=NOW) is None
    assert [mail.kind for mail in queued(session)] == ["accounts/password_changed"]
    assert link_in(queued(session)[0]) == f"{SITE.url}/wachtwoord-vergeten"
    assert credentials.authenticate(session, jan.email, NEW) is jan
    assert credentials.authenticate(session, jan.email, PASSWORD) is None
    (event,) = session.scalars(select(AuditEvent))
    assert (event.action, event.subject_id) == ("account.password_changed", jan.public_id)


def test_a_password_is_not_changed_without_the_old_one_or_to_an_easy_one(session, jan):
    sessions.open_session(session, host="a", data={}, account_id=jan.id, now=NOW)
    for current, new, field in (
        ("een verkeerd woord", NEW, "current_password"),
        (PASSWORD, "kort", "password"),
    ):
        with pytest.raises(InvalidInputError) as refusal:
            credentials.change_password(session, jan, current=current, new=new, site=SITE, now=NOW)
        assert set(refusal.value.problems) == {field}
    session.flush()
    assert session.scalar(select(BrowserSession)) is not None
    assert queued(session) == []


def change_email(session, account, new_email, password=PASSWORD):
    credentials.request_email_change(
        session, account, new_email=new_email, password=password, site=SITE, now=NOW
    )
    session.flush()


def test_a_new_address_counts_once_its_owner_has_pressed_the_link(session, jan):
    change_email(session, jan, "Nieuw@Voorbeeld.nl")
    (mail,) = queued(session)
    assert mail.recipient == "nieuw@voorbeeld.nl"
    assert jan.email == "jan@voorbeeld.nl"
    credentials.confirm_email_change(session, secret_in(mail), site=SITE, now=NOW)
    session.flush()
    assert jan.email == "nieuw@voorbeeld.nl"
    notice = queued(session)[1]
    assert (notice.kind, notice.recipient) == ("accounts/email_changed", "jan@voorbeeld.nl")


def test_nothing_in_the_old_mailbox_and_no_other_device_opens_the_account_any_more(session, jan):
    device = sessions.open_session(session, host="a", data={}, account_id=jan.id, now=NOW)
    post = Post(RoleName.CONSULTANT, "GM0226")
    invite_staff(session, Invitee("Jan", jan.email), post, actor=SYSTEM, site=SITE, now=NOW)
    request_password_reset(session, jan.email, site=SITE, now=NOW)
    details = {"organisation": ""}
    request_confirmation(
        session,
        jan,
        name="Jan",
        organisation_name="De Proeftuin",
        details=details,
        site=SITE,
        now=NOW,
    )
    change_email(session, jan, "nieuw@voorbeeld.nl")
    *old, new = queued(session)
    credentials.confirm_email_change(session, secret_in(new), site=SITE, now=NOW)
    assert len(old) == 3
    for mail, purpose in zip(
        old,
        (TokenPurpose.INVITATION, TokenPurpose.RESET_PASSWORD, TokenPurpose.CONFIRM_EMAIL),
        strict=True,
    ):
        with pytest.raises(LinkExpiredError):
            tokens.get_open(session, secret_in(mail), purpose, now=NOW)
    assert sessions.find_session(session, device, host="a", now=NOW) is None


def test_an_address_of_somebody_else_gets_no_mail_and_nobody_is_told(session, jan):
    add_account(session, "Piet")
    change_email(session, jan, "piet@voorbeeld.nl")
    assert queued(session) == []


def test_an_address_that_was_taken_meanwhile_is_not_taken_over(session, jan):
    change_email(session, jan, "piet@voorbeeld.nl")
    add_account(session, "Piet")
    with pytest.raises(LinkExpiredError):
        credentials.confirm_email_change(session, secret_in(queued(session)[0]), site=SITE, now=NOW)
    assert jan.email == "jan@voorbeeld.nl"


def test_an_address_is_not_changed_without_the_password_or_to_none(session, jan):
    for new_email, password, field in (
        ("nieuw@voorbeeld.nl", "een verkeerd woord", "current_password"),
        ("geen adres", PASSWORD, "email"),
    ):
        with pytest.raises(InvalidInputError) as refusal:
            change_email(session, jan, new_email, password)
        assert set(refusal.value.problems) == {field}


def test_a_link_to_another_address_expires(session, jan):
    change_email(session, jan, "nieuw@voorbeeld.nl")
    with pytest.raises(LinkExpiredError):
        credentials.confirm_email_change(
            session, secret_in(queued(session)[0]), site=SITE, now=NOW + timedelta(days=3)
        )


def test_who_changes_the_password_ends_a_change_of_address_that_a_thief_asked_for(session, jan):
    """The link lies in the thief's mailbox; with it the account would still be theirs."""
    change_email(session, jan, "dief@voorbeeld.nl")
    secret = secret_in(queued(session)[-1])
    credentials.change_password(session, jan, current=PASSWORD, new=NEW, site=SITE, now=NOW)
    with pytest.raises(LinkExpiredError):
        credentials.confirm_email_change(session, secret, site=SITE, now=NOW)
    assert jan.email == "jan@voorbeeld.nl"
