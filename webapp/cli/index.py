"""Looking after the search index."""

import click
from tqdm import tqdm

from webapp.cli.installation import current_database
from webapp.core import clock, heartbeat, worker
from webapp.core.db import Database
from webapp.core.settings import Settings
from webapp.search import engines, indexing


@click.group()
def index() -> None:
    """Manage the search index."""


@index.command()
def rebuild() -> None:
    """Make the search index anew; meanwhile the old one answers."""
    settings = Settings.from_env()
    engine = engines.from_settings(settings)
    with current_database(settings) as database:
        documents = indexing.rebuild(database, engine)
    click.echo(f"{documents} workplaces in the index")


@index.command()
def update() -> None:
    """Bring what changed on the site into the search index, as the worker does all the time."""
    settings = Settings.from_env()
    with current_database(settings) as database:
        count = catch_up(settings, database)
    click.echo(f"{count} changes brought into the index")


@index.command()
def check() -> None:
    """Compare the search index with the database; exit with 1 when something is wrong."""
    settings = Settings.from_env()
    with current_database(settings) as database:
        state = indexing.check(database, engines.from_settings(settings))
    click.echo(f"{state.indexed} of {state.public} workplaces in the index")
    click.echo(f"{state.waiting} changes wait")
    if state.problem:
        raise click.ClickException(state.problem)


def catch_up(settings: Settings, database: Database) -> int:
    """Bring the changes that wait into the index; return how many there were.

    A worker that is alive does so itself, and would only be in the way: then it is left to it.
    """
    with database.reading() as session:
        if heartbeat.is_alive(session, worker.NAME, now=clock.now()):
            return 0
    engine = engines.from_settings(settings)
    waiting = indexing.check(database, engine).waiting
    count = 0
    with tqdm(total=waiting, unit=" wijzigingen", disable=None, leave=False) as progress:
        while done := indexing.apply_changes(database, engine):
            count += done
            progress.update(done)
    return count
