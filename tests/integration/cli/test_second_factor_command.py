"""An operator helps who lost an app, and gives the installation another key."""

import pytest

from tests.support.mails import queued
from tests.support.people import make_account
from tests.support.second_factors import give_app
from webapp.accounts import second_factor
from webapp.accounts.models import RoleName, SecondFactor
from webapp.core.sealing import BrokenSealError, Sealer
from webapp.core.settings import Settings

EMAIL = "mo@voorbeeld.nl"
OLD, NEW = "only for tests", "a new key, also only for tests"


@pytest.fixture
def account(session):
    """A moderator with an app, sealed under the old key."""
    made = make_account(session, EMAIL, roles=((RoleName.MODERATOR, "GM0226"),))
    give_app(session, made)
    session.commit()
    return made


def test_who_lost_everything_logs_in_with_the_password_and_is_told_by_mail(
    command_line, session, account
):
    result = command_line.run("accounts", "reset-second-factor", EMAIL.upper())
    assert result.output == (
        f"{EMAIL} logs in with the password alone, and can set an app up again.\n"
    )
    session.expire_all()
    assert not second_factor.has_one(session, account.id)
    (mail,) = queued(session)
    assert mail.recipient == EMAIL


@pytest.mark.usefixtures("account")
def test_an_operator_hears_when_there_is_nothing_to_take_away(command_line, session):
    assert command_line.run("accounts", "reset-second-factor", EMAIL).exit_code == 0
    for email, why in ((EMAIL, "has no second factor"), ("wie@voorbeeld.nl", "no account at")):
        result = command_line.run("accounts", "reset-second-factor", email)
        assert result.exit_code == 2
        assert why in result.stderr
    session.expire_all()
    assert len(queued(session)) == 1


def test_keys_are_sealed_anew_before_the_former_key_goes(command_line, session, account):
    before = session.get_one(SecondFactor, account.id).sealed_key
    session.rollback()
    keys = {"SECRET_KEY": NEW, "FORMER_SECRET_KEYS": OLD}
    assert command_line.run("accounts", "reseal", **keys).output == "1 sealed anew.\n"
    sealed = session.get_one(SecondFactor, account.id).sealed_key
    key = Sealer([OLD]).open(before, owner=account.public_id)
    assert Sealer([NEW]).open(sealed, owner=account.public_id) == key
    with pytest.raises(BrokenSealError):
        Sealer([OLD]).open(sealed, owner=account.public_id)


def test_nothing_is_sealed_anew_when_the_former_key_is_not_given(command_line, session, account):
    before = session.get_one(SecondFactor, account.id).sealed_key
    session.rollback()
    result = command_line.run("accounts", "reseal", SECRET_KEY=NEW)
    assert result.exit_code == 2
    assert "Nothing was changed." in result.stderr
    assert session.get_one(SecondFactor, account.id).sealed_key == before


@pytest.mark.parametrize(
    ("environment", "rule"),
    [
        ({"DEMO": "0"}, "required"),
        ({"DEMO": "1"}, "optional"),
        ({"SECOND_FACTOR": "optional"}, "optional"),
        ({"DEMO": "1", "SECOND_FACTOR": "required"}, "required"),
    ],
)
def test_staff_needs_an_app_unless_the_installation_says_otherwise(monkeypatch, environment, rule):
    for name in ("DEMO", "SECOND_FACTOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Settings.from_env().second_factor == rule
