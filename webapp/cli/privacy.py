"""The keys of what is personal."""

import click

from webapp import schema
from webapp.accounts import second_factor
from webapp.cli.installation import UserError, current_database
from webapp.core.resealing import reseal_columns
from webapp.core.sealing import BrokenSealError, Sealer
from webapp.core.settings import Settings


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
