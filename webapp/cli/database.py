"""Preparing the database."""

import click

from webapp.cli.installation import any_database
from webapp.core import clock, migrations
from webapp.core.db import Database
from webapp.municipalities import geography
from webapp.search import synonyms
from webapp.workplaces import sectors


@click.group()
def db() -> None:
    """Prepare the database."""


@db.command()
def upgrade() -> None:
    """Bring the tables up to date; fill geography, sectors and synonyms where there are none."""
    with any_database() as database:
        prepare(database)
    click.echo("The database is up to date.")


def prepare(database: Database) -> None:
    """Migrate a database, and give it the geography and the lists that it lacks."""
    migrations.upgrade(database.engine)
    with database.writing() as session:
        if not geography.is_loaded(session):
            geography.load(session)
        sectors.load(session)
        synonyms.load(session, now=clock.now())
