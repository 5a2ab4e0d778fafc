"""An operator makes the first administrator."""

import os
import subprocess
import sys

from tests.support.accounts import PASSWORD
from webapp.accounts.credentials import authenticate
from webapp.accounts.models import RoleName


def create_admin(command_line, email, *options, typed=f"{PASSWORD}\n"):
    return command_line.run("accounts", "create-admin", email, *options, typed=typed)


def test_an_operator_makes_the_first_administrator(command_line, database):
    result = create_admin(command_line, "Bea@voorbeeld.nl", "--name", "Bea Beheer")
    assert result.output == "bea@voorbeeld.nl is an administrator.\n"
    with database.writing() as session:
        account = authenticate(session, "bea@voorbeeld.nl", PASSWORD)
        assert account.name == "Bea Beheer"
        assert account.has_role(RoleName.ADMINISTRATOR, None)


def test_at_a_terminal_the_password_is_asked_twice_and_not_shown(command_line, database):
    terminal, own_end = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "webapp", "accounts", "create-admin", "bea@voorbeeld.nl"],
        env=os.environ | command_line.environment,
        stdin=own_end,
        stdout=own_end,
        stderr=own_end,
        start_new_session=True,
    ) as process:
        shown = ""
        for prompt, answer in (
            ("Name [bea]: ", "Bea Beheer"),
            ("Password: ", PASSWORD),
            ("Repeat for confirmation: ", PASSWORD),
            ("is an administrator.", ""),
        ):
            while prompt not in shown:
                shown += os.read(terminal, 1000).decode()
            os.write(terminal, f"{answer}\n".encode())
    os.close(own_end)
    os.close(terminal)
    assert process.returncode == 0
    assert PASSWORD not in shown
    with database.writing() as session:
        assert authenticate(session, "bea@voorbeeld.nl", PASSWORD).name == "Bea Beheer"


def test_an_operator_hears_why_it_cannot_be_done(command_line):
    for email, password, why in (
        ("bea", PASSWORD, "naam@voorbeeld.nl"),
        ("bea@voorbeeld.nl", "Welkom202620", "makkelijk te raden"),
        ("bea@voorbeeld.nl", "", "minstens 12 tekens"),
    ):
        result = create_admin(command_line, email, typed=password)
        assert result.exit_code == 2
        assert why in result.stderr
