"""What commands work with: the settings and the database of this installation."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

import webapp.schema  # noqa: F401 (tables refer to each other: a command must know all of them)
from webapp.core import migrations
from webapp.core.db import Database
from webapp.core.sealing import Sealer
from webapp.core.settings import Settings
from webapp.search import engines
from webapp.search.in_step import keep_in_step


class UserError(click.ClickException):
    """What was asked for cannot be done as it was asked: one line, and exit code 2."""

    exit_code = 2


@contextmanager
def any_database(settings: Settings | None = None) -> Iterator[Database]:
    """Lend the database of the environment (or of `settings`), whatever its state."""
    settings = settings or Settings.from_env()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url, Sealer(settings.secret_keys))
    try:
        yield database
    finally:
        database.engine.dispose()


@contextmanager
def current_database(settings: Settings | None = None) -> Iterator[Database]:
    """Lend the database of the environment; raise UserError when it is not of this version."""
    settings = settings or Settings.from_env()
    with any_database(settings) as database:
        if migrations.current(database.engine) != migrations.head():
            message = "The database is not up to date. Run 'webapp db upgrade' first."
            raise UserError(message)
        keep_in_step(database, engines.from_settings(settings))
        yield database
