from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from tests.support.accounts import NOW, PASSWORD, add_account
from tests.support.mails import SITE, link_in, queued, secret_in
from webapp.accounts import sign_up, tokens
from webapp.accounts.credentials import authenticate
from webapp.accounts.models import Account
from webapp.accounts.tokens import LinkExpiredError
from webapp.core.errors import InvalidInputError

OTHER_PASSWORD = "drie oude eiken"


def sign_up_as(session, name="Jan", now=NOW, **details):
    account = sign_up.account_for(session, email="Jan@Voorbeeld.nl", name=name, now=now)
    sign_up.request_confirmation(
        session,
        account,
        name=name,
        organisation_name="De Proeftuin",
        details=details,
        site=SITE,
        now=now,
    )
    session.flush()
    return account


def confirm(session, mail, password=PASSWORD, now=NOW):
    return sign_up.confirm(session, secret_in(mail), password=password, now=now)


def test_a_new_person_gets_a_link_and_chooses_a_password_behind_it(session):
    sign_up_as(session, organisation="De Proeftuin")
    (mail,) = queued(session)
    assert (mail.recipient, mail.kind) == ("jan@voorbeeld.nl", "accounts/confirm_email")
    assert link_in(mail).startswith(f"{SITE.url}/account/bevestigen/")
    assert authenticate(session, "jan@voorbeeld.nl", PASSWORD) is None

    account, details = confirm(session, mail, now=NOW + timedelta(days=2))
    assert details["organisation"] == "De Proeftuin"
    assert authenticate(session, "JAN@voorbeeld.nl ", PASSWORD) is account


def test_a_mail_to_an_address_that_nobody_confirmed_says_nothing_that_a_stranger_typed(session):
    sign_up_as(session, name="Win een fiets op kwaad.example")
    (mail,) = queued(session)
    assert "kwaad.example" not in mail.body_text + mail.body_html + mail.subject
    confirm(session, mail)
    sign_up_as(session, name="Iemand")
    assert "Hallo Win een fiets" in queued(session)[1].body_text  # chosen by its reader by now


def test_a_new_person_hears_that_a_password_is_easy(session):
    account = sign_up_as(session)
    with pytest.raises(InvalidInputError) as refusal:
        confirm(session, queued(session)[0], "Welkom202620")
    assert set(refusal.value.problems) == {"password"}
    assert not account.is_confirmed


def test_a_link_works_once(session):
    sign_up_as(session)
    (mail,) = queued(session)
    confirm(session, mail)
    with pytest.raises(LinkExpiredError):
        confirm(session, mail)


def test_a_link_does_not_work_for_ever(session):
    sign_up_as(session)
    with pytest.raises(LinkExpiredError):
        sign_up.confirm(session, secret_in(queued(session)[0]), now=NOW + timedelta(days=3))


def test_a_made_up_link_does_not_work(session):
    with pytest.raises(LinkExpiredError):
        sign_up.confirm(session, "verzonnen", now=NOW)


def test_who_signs_up_again_uses_the_newest_link_and_its_name(session):
    sign_up_as(session, organisation="Eerste")
    account = sign_up_as(session, name="Jan Jansen", organisation="Tweede")
    first, second = queued(session)
    with pytest.raises(LinkExpiredError):
        confirm(session, first)
    confirmed, details = confirm(session, second)
    assert confirmed is account
    assert (account.name, details["organisation"]) == ("Jan Jansen", "Tweede")


def test_who_has_an_account_keeps_name_and_password_and_gets_other_words(session):
    account = add_account(session)
    assert sign_up_as(session, name="Iemand", o="Nieuw") is account
    (mail,) = queued(session)
    assert mail.kind == "accounts/confirm_organisation"
    confirmed, details = confirm(session, mail, OTHER_PASSWORD)
    assert (confirmed, details["o"]) == (account, "Nieuw")
    assert account.name == "Jan"
    assert authenticate(session, account.email, OTHER_PASSWORD) is None


def test_an_account_that_was_disabled_gets_no_mail(session):
    add_account(session).disabled_at = NOW
    sign_up_as(session)
    assert queued(session) == []


def test_an_address_that_is_none_is_refused(session):
    with pytest.raises(InvalidInputError):
        sign_up.account_for(session, email="jan", name="Jan", now=NOW)


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
