"""An operator helps who lost an app; the installation says who needs one."""

import pytest

from tests.support.mails import queued
from tests.support.people import make_account
from tests.support.second_factors import give_app
from webapp.accounts import second_factor
from webapp.accounts.models import RoleName
from webapp.core.settings import Settings

EMAIL = "mo@voorbeeld.nl"


@pytest.fixture
def account(session):
    """A moderator with an app."""
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
