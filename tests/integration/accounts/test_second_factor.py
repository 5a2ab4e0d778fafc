"""An app beside the password, and codes on paper."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.accounts import NOW, PASSWORD, add_account
from tests.support.mails import SITE, queued
from tests.support.second_factors import SEALER, give_app
from webapp.accounts import one_time_codes, recovery_codes, second_factor, sessions
from webapp.accounts.models import RecoveryCode, SecondFactor
from webapp.accounts.second_factor import PairedApp, Proof
from webapp.audit.models import AuditEvent
from webapp.core.errors import InvalidInputError, WrongStatusError
from webapp.core.sealing import Sealer

STEP = timedelta(seconds=30)


@pytest.fixture
def jan(session):
    return add_account(session)


def set_up(session, account, code=None):
    key = one_time_codes.new_key()
    app = PairedApp(key, code or one_time_codes.code_at(key, NOW))
    return key, second_factor.set_up(session, account, app, sealer=SEALER, site=SITE, now=NOW)


def check(session, account, code, now=NOW, sealer=SEALER):
    return second_factor.check_code(session, account, code, sealer=sealer, now=now)


def check_paper(session, account, code):
    return second_factor.check_recovery_code(session, account, code, site=SITE, now=NOW)


def turn_off(session, account, password, code):
    proof = Proof(password, code)
    second_factor.turn_off(session, account, proof, sealer=SEALER, site=SITE, now=NOW)


def actions(session):
    return list(session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)))


def test_setting_up_gives_ten_codes_and_keeps_neither_them_nor_the_key(session, jan):
    key, codes = set_up(session, jan)
    assert len(set(codes)) == 10
    row = session.get(SecondFactor, jan.id)
    assert key not in row.sealed_key
    kept = list(session.scalars(select(RecoveryCode.digest)))
    assert len(kept) == 10
    assert not {code.replace("-", "") for code in codes} & set(kept)
    (mail,) = queued(session)
    assert mail.subject == "Je logt vanaf nu in met twee stappen"
    assert actions(session) == ["second_factor.set_up"]


def test_setting_up_ends_the_sessions_that_were_opened_without(session, jan):
    secret = sessions.open_session(session, host="a", data={}, account_id=jan.id, now=NOW)
    set_up(session, jan)
    assert sessions.find_session(session, secret, host="a", now=NOW) is None


def test_a_wrong_code_sets_nothing_up(session, jan):
    with pytest.raises(InvalidInputError) as refusal:
        set_up(session, jan, code="12")
    assert set(refusal.value.problems) == {"code"}
    assert not second_factor.has_one(session, jan.id)


def test_what_is_set_up_is_not_set_up_again(session, jan):
    set_up(session, jan)
    with pytest.raises(WrongStatusError):
        set_up(session, jan)


def test_the_code_that_set_it_up_does_not_open_the_account_too(session, jan):
    key, _codes = set_up(session, jan)
    assert not check(session, jan, one_time_codes.code_at(key, NOW))
    assert check(session, jan, one_time_codes.code_at(key, NOW + STEP), now=NOW + STEP)


def test_a_code_opens_once(session, jan):
    app = give_app(session, jan)
    assert check(session, jan, app.code(NOW))
    assert not check(session, jan, app.code(NOW))
    assert not check(session, jan, app.code(NOW - STEP))
    assert check(session, jan, app.code(NOW + STEP))


def test_a_code_of_somebody_else_opens_nothing(session, jan):
    piet = add_account(session, "Piet")
    app = give_app(session, piet)
    give_app(session, jan)
    assert not check(session, jan, app.code(NOW))
    assert not check_paper(session, jan, app.recovery_codes[0])


def test_a_key_copied_to_another_account_opens_nothing(session, jan):
    """Who can write in the database cannot give an account a key of their own."""
    app = give_app(session, add_account(session, "Piet"))
    give_app(session, jan)
    rows = {row.account_id: row for row in session.scalars(select(SecondFactor))}
    rows[jan.id].sealed_key = next(row.sealed_key for each, row in rows.items() if each != jan.id)
    session.flush()
    assert not check(session, jan, app.code(NOW))


def test_without_the_key_of_the_installation_paper_still_works(session, jan):
    app = give_app(session, jan)
    assert not check(session, jan, app.code(NOW), sealer=Sealer(["een andere"]))
    assert check_paper(session, jan, app.recovery_codes[0])


def test_a_recovery_code_works_once_however_it_is_typed(session, jan):
    app = give_app(session, jan)
    assert check_paper(session, jan, f" {app.recovery_codes[0].upper().replace('-', ' ')} ")
    assert not check_paper(session, jan, app.recovery_codes[0])
    assert check_paper(session, jan, app.recovery_codes[1])
    assert recovery_codes.count_left(session, jan.id) == 8
    assert "Je hebt nog 9 herstelcodes." in queued(session)[0].body_text
    assert actions(session) == 2 * ["second_factor.recovery_code_used"]


def test_the_last_recovery_code_says_so(session, jan):
    app = give_app(session, jan)
    for code in app.recovery_codes:
        assert check_paper(session, jan, code)
    assert "Je hebt nog 1 herstelcode." in queued(session)[8].body_text
    assert "Je hebt geen herstelcodes meer." in queued(session)[9].body_text


@pytest.mark.parametrize("typed", ["", "   ", "x" * 5000, "-" * 11, "'; DROP TABLE account; --"])
def test_what_is_no_recovery_code_opens_nothing(session, jan, typed):
    give_app(session, jan)
    assert not check_paper(session, jan, typed)


def test_new_recovery_codes_end_the_old_ones(session, jan):
    app = give_app(session, jan)
    with pytest.raises(InvalidInputError):
        second_factor.renew_recovery_codes(session, jan, password="iets anders", now=NOW)
    codes = second_factor.renew_recovery_codes(session, jan, password=PASSWORD, now=NOW)
    assert not check_paper(session, jan, app.recovery_codes[0])
    assert check_paper(session, jan, codes[0])


def test_ending_it_takes_both_the_password_and_a_code(session, jan):
    app = give_app(session, jan)
    for password, code, field in (
        ("iets anders", app.code(NOW), "current_password"),
        (PASSWORD, app.wrong_code(), "code"),
        (PASSWORD, "", "code"),
    ):
        with pytest.raises(InvalidInputError) as refusal:
            turn_off(session, jan, password, code)
        assert set(refusal.value.problems) == {field}
    turn_off(session, jan, PASSWORD, app.code(NOW))
    assert not second_factor.has_one(session, jan.id)
    assert recovery_codes.count_left(session, jan.id) == 0
    assert actions(session) == ["second_factor.turned_off"]


def test_who_lost_the_phone_ends_it_with_paper(session, jan):
    app = give_app(session, jan)
    turn_off(session, jan, PASSWORD, app.recovery_codes[3])
    assert not second_factor.has_one(session, jan.id)
    assert queued(session)[-1].subject == "Je logt niet meer in met twee stappen"


def test_keys_are_sealed_anew_under_the_newest_key(session, jan):
    app = give_app(session, jan)
    newest = Sealer(["nieuw", "only for tests"])
    assert second_factor.reseal(session, newest) == 1
    session.flush()
    assert check(session, jan, app.code(NOW), sealer=Sealer(["nieuw"]))
