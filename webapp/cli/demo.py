"""The demonstration at the command line."""

import click
from sqlalchemy.orm import Session

from webapp.cli.installation import UserError, current_database
from webapp.core import clock
from webapp.core.db import Database
from webapp.core.settings import Settings
from webapp.demo import loading
from webapp.demo.accounts import accounts
from webapp.demo.people import PASSWORD
from webapp.media import storages
from webapp.media.scanner import NoScanner
from webapp.media.uploads import Uploads
from webapp.municipalities.queries import taking_part


@click.group()
def demo() -> None:
    """Try the site with believable data."""


@demo.command()
def load() -> None:
    """Fill an empty database with fictional organisations, workplaces and people."""
    settings = Settings.from_env()
    if settings.production:
        message = "The demonstration is not for a site in production."
        raise UserError(message)
    with current_database(settings) as database:
        if not load_once(database, settings):
            message = "The demonstration is only for an empty database."
            raise UserError(message)
        with database.reading() as session:
            click.echo("\n".join(account_lines(session, settings)))


def load_once(database: Database, settings: Settings) -> bool:
    """Load the demonstration into an empty database; tell whether it was empty."""
    uploads = Uploads(storages.from_settings(settings), NoScanner())
    with database.writing() as session:
        if not loading.is_empty(session):
            return False
        loading.load(session, now=clock.now(), uploads=uploads)
    return True


def account_lines(session: Session, settings: Settings) -> list[str]:
    """Return the demonstration's accounts with their sites, a line each; nothing without it."""
    found = accounts(session)
    if not found:
        return []
    slugs = {municipality.code: municipality.slug for municipality in taking_part(session)}
    width = max(len(account.email) for account in found)
    lines = []
    for account in found:
        host = settings.host_of(slugs.get(account.municipality_code or ""))
        lines.append(f"  {account.email:<{width}}  {host:<26}  {account.roles}")
    return [f"  Demo accounts, all with the password {PASSWORD}", *lines]
