from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from tests.support.accounts import NOW, PASSWORD, add_account, hash_of
from tests.support.mails import SITE, link_in, queued, secret_in
from webapp.accounts import sign_up, tokens
from webapp.accounts.credentials import authenticate
from webapp.accounts.models import Account
from webapp.accounts.tokens import LinkExpiredError
from webapp.core.errors import InvalidInputError

OTHER_PASSWORD = "drie oude eiken"


def sign_up_as(session, name="Jan", password=PASSWORD, now=NOW, **details):
    account = sign_up.register(
        session, name=name, email="Jan@Voorbeeld.nl", password_hash=hash_of(password), now=now
    )
    sign_up.request_confirmation(session, account, details=details, site=SITE, now=now)
    session.flush()
    return account


def test_a_new_person_gets_a_link_and_can_log_in_after_pressing_it(session):
    sign_up_as(session, organisation="De Proeftuin")
    (mail,) = queued(session)
    assert (mail.recipient, mail.kind) == ("jan@voorbeeld.nl", "accounts/confirm_email")
    assert link_in(mail).startswith(f"{SITE.url}/account/bevestigen/")
    assert authenticate(session, "jan@voorbeeld.nl", PASSWORD) is None

    account, details = sign_up.confirm(session, secret_in(mail), now=NOW + timedelta(days=2))
    assert details == {"organisation": "De Proeftuin"}
    assert authenticate(session, "JAN@voorbeeld.nl ", PASSWORD) is account


def test_a_link_works_once(session):
    sign_up_as(session)
    secret = secret_in(queued(session)[0])
    sign_up.confirm(session, secret, now=NOW)
    with pytest.raises(LinkExpiredError):
        sign_up.confirm(session, secret, now=NOW)


def test_a_link_does_not_work_for_ever(session):
    sign_up_as(session)
    with pytest.raises(LinkExpiredError):
        sign_up.confirm(session, secret_in(queued(session)[0]), now=NOW + timedelta(days=3))


def test_a_made_up_link_does_not_work(session):
    with pytest.raises(LinkExpiredError):
        sign_up.confirm(session, "verzonnen", now=NOW)


def test_who_signs_up_again_uses_the_newest_link_and_password(session):
    sign_up_as(session, organisation="Eerste")
    account = sign_up_as(session, name="Jan Jansen", password=OTHER_PASSWORD, organisation="Tweede")
    first, second = queued(session)
    with pytest.raises(LinkExpiredError):
        sign_up.confirm(session, secret_in(first), now=NOW)
    confirmed, details = sign_up.confirm(session, secret_in(second), now=NOW)
    assert confirmed is account
    assert (account.name, details) == ("Jan Jansen", {"organisation": "Tweede"})
    assert authenticate(session, account.email, OTHER_PASSWORD) is account
    assert authenticate(session, account.email, PASSWORD) is None


def test_who_has_an_account_keeps_name_and_password_and_gets_other_words(session):
    account = add_account(session)
    assert sign_up_as(session, name="Iemand", password=OTHER_PASSWORD, o="Nieuw") is account
    (mail,) = queued(session)
    assert mail.kind == "accounts/confirm_organisation"
    assert sign_up.confirm(session, secret_in(mail), now=NOW) == (account, {"o": "Nieuw"})
    assert account.name == "Jan"
    assert authenticate(session, account.email, OTHER_PASSWORD) is None


def test_an_account_that_was_disabled_gets_no_mail(session):
    add_account(session).disabled_at = NOW
    sign_up_as(session)
    assert queued(session) == []


def test_an_address_that_is_none_is_refused(session):
    with pytest.raises(InvalidInputError):
        sign_up.register(session, name="Jan", email="jan", password_hash="x", now=NOW)


def test_who_presses_twice_at_once_has_one_account(database):
    start = Barrier(2)
    seen = []

    def press():
        start.wait()
        with database.writing() as session:
            seen.append(sign_up_as(session).id)

    people = [Thread(target=press) for _ in range(2)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert len(seen) == 2
    assert len(set(seen)) == 1


def test_accounts_that_nobody_can_confirm_any_more_are_forgotten(session):
    add_account(session, "Piet")
    sign_up_as(session)
    later = NOW + timedelta(days=3)
    sign_up.purge_unconfirmed(session, now=later)
    assert accounts_in(session) == 2
    tokens.purge_expired(session, now=later)
    sign_up.purge_unconfirmed(session, now=later + timedelta(seconds=1))
    assert accounts_in(session) == 1


def accounts_in(session):
    return session.scalar(select(func.count()).select_from(Account))
