"""Accounts that cannot be made on the site."""

import sys

import click

from webapp.accounts import second_factor
from webapp.accounts.queries import find_by_email
from webapp.accounts.staff import create_administrator
from webapp.cli.installation import UserError, current_database
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.core.errors import InvalidInputError
from webapp.core.settings import Settings
from webapp.mail.site import MailSite


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


@accounts.command("reset-second-factor")
@click.argument("email")
def reset_second_factor(email: str) -> None:
    """Let the account at EMAIL be opened by its password alone; its owner gets a mail.

    For who lost both the phone and the recovery codes. First make sure that it is them who ask.
    """
    settings = Settings.from_env()
    site = MailSite(
        name=settings.platform_name,
        url=settings.address_of(None, ""),
        email=settings.platform_email,
    )
    with current_database(settings) as database, database.writing() as session:
        account = find_by_email(session, email)
        if account is None:
            message = f"There is no account at {email}."
            raise UserError(message)
        if not second_factor.take_away(session, account, actor=SYSTEM, site=site, now=clock.now()):
            message = f"{account.email} has no second factor."
            raise UserError(message)
    click.echo(f"{account.email} logs in with the password alone, and can set an app up again.")


def _asked(name: str) -> tuple[str, str]:
    """Return the name, which whoever sits there may change, and the password."""
    if not sys.stdin.isatty():
        return name, sys.stdin.readline().rstrip("\r\n")
    name = click.prompt("Name", default=name)
    return name, click.prompt("Password", hide_input=True, confirmation_prompt=True)
