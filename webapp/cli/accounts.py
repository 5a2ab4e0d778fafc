"""Accounts that cannot be made on the site."""

import sys

import click

from webapp.accounts.staff import create_administrator
from webapp.cli.installation import UserError, current_database
from webapp.core import clock
from webapp.core.errors import InvalidInputError


@click.group()
def accounts() -> None:
    """Manage accounts."""


@accounts.command("create-admin")
@click.argument("email")
@click.option("--name", default="", help="As colleagues know this person.")
def create_admin(email: str, name: str) -> None:
    """Make the account at EMAIL an administrator of the platform.

    The password is asked twice at a terminal, and read from the standard input elsewhere; it is
    only kept for an account that is not yet in use.
    """
    name, password = _asked(name or email.partition("@")[0])
    with current_database() as database, database.writing() as session:
        try:
            account = create_administrator(
                session, email=email, name=name, password=password, now=clock.now()
            )
        except InvalidInputError as error:
            raise UserError(str(error)) from error
    click.echo(f"{account.email} is an administrator.")


def _asked(name: str) -> tuple[str, str]:
    """Return the name, which whoever sits there may change, and the password."""
    if not sys.stdin.isatty():
        return name, sys.stdin.readline().rstrip("\r\n")
    name = click.prompt("Name", default=name)
    return name, click.prompt("Password", hide_input=True, confirmation_prompt=True)
