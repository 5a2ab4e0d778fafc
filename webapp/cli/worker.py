"""The process that does what no visitor waits for."""

import signal

import click

from webapp.cli.installation import current_database
from webapp.cli.jobs import jobs_of
from webapp.core import logs
from webapp.core.settings import Settings
from webapp.core.worker import Worker


@click.command()
def worker() -> None:
    """Send mail, keep the search index up to date, clean up; until SIGINT or SIGTERM."""
    settings = Settings.from_env()
    logs.configure(settings.log_level)
    with current_database(settings) as database:
        process = Worker(database, jobs_of(settings, database))
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: process.stop())
        process.run()
