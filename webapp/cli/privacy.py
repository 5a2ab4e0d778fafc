"""The keys of what is personal, and wiping again what a backup brought back."""

from datetime import datetime
from typing import TextIO

import click

from webapp import schema
from webapp.accounts import second_factor
from webapp.cli.installation import UserError, current_database
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.core.resealing import reseal_columns
from webapp.core.sealing import BrokenSealError, Sealer
from webapp.core.settings import Settings
from webapp.privacy import erasures


@click.group()
def privacy() -> None:
    """Look after what is personal."""


@privacy.command("rotate-key")
def rotate_key() -> None:
    """Seal everything personal under SECRET_KEY, before FORMER_SECRET_KEYS is emptied.

    It also seals what was kept before it was sealed at all. It can be done again at any time.
    """
    settings = Settings.from_env()
    with current_database(settings) as database, database.writing() as session:
        metadata = schema.metadata(database.engine.dialect.name)
        try:
            rows = reseal_columns(session, metadata)
            keys = second_factor.reseal(session, Sealer(settings.secret_keys))
        except BrokenSealError as error:
            message = (
                "Something was sealed under a SECRET_KEY that is not given. Nothing was changed."
            )
            raise UserError(message) from error
    click.echo(f"{rows} rows with personal data and {keys} keys of apps are sealed anew.")


@privacy.command("erased")
@click.option("--since", type=click.DateTime(), help="Only what was wiped on this day or later.")
def erased(since: datetime | None) -> None:
    """List by number what was wiped on request: nothing in it tells of whom.

    Keep it apart from the backups: after a backup is restored `erase-again` takes it.
    """
    with current_database() as database, database.reading() as session:
        for line in erasures.listed(session, since=since.astimezone() if since else None):
            click.echo(line)


@privacy.command("erase-again")
@click.argument("file", type=click.File())
def erase_again(file: TextIO) -> None:
    """Wipe what is on a list of `erased`, and came back with a backup; nobody is mailed."""
    try:
        items = erasures.read(file)
    except ValueError as error:
        raise UserError(str(error)) from error
    with current_database() as database, database.writing() as session:
        count = erasures.erase_again(session, items, actor=SYSTEM, now=clock.now())
    click.echo(f"{count} of {len(items)} were there, and are wiped again.")
