"""The whole site with one command: what `make run` starts."""

import os
import socket
import sys

import click

from webapp.cli.database import prepare
from webapp.cli.demo import account_lines, load_once
from webapp.cli.installation import UserError, any_database
from webapp.cli.supervisor import supervise
from webapp.core import logs
from webapp.core.db import Database
from webapp.core.settings import Settings
from webapp.municipalities import queries

_ADDRESS = "127.0.0.1"


@click.command()
def run() -> None:
    """Prepare the database, then run web and worker until SIGINT or SIGTERM."""
    settings = Settings.from_env()
    logs.configure(settings.log_level)
    _require_free_port(settings.port)
    with any_database(settings) as database:
        prepare(database)
        if settings.demo and not settings.production:
            load_once(database, settings)
        click.echo(_welcome(settings, database))
    # Each thread that checks a password would otherwise keep an arena of its own for that memory.
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    supervise({"web": _web(settings), "worker": [sys.executable, "-m", "webapp", "worker"]})
    click.echo("Stopped.")


def _web(settings: Settings) -> list[str]:
    """Return the command of the web server: two processes of four threads each."""
    return [
        *(sys.executable, "-m", "gunicorn", "webapp.app:create_app()"),
        *("--bind", f"{_ADDRESS}:{settings.port}"),
        *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
        *("--graceful-timeout", "10", "--log-level", "warning", "--no-control-socket"),
    ]


def _require_free_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_ADDRESS, port))
        except OSError as error:
            message = f"Port {port} is in use. Choose another one: PORT={port + 1} make run"
            raise UserError(message) from error


def _welcome(settings: Settings, database: Database) -> str:
    """Return what the operator needs to know: where the site is, and where the mail goes."""
    with database.reading() as session:
        joined = [(each.name, each.slug) for each in queries.taking_part(session)]
        people = account_lines(session, settings)
    sites = [(settings.platform_name, None), *joined]
    width = max(len(name) for name, _ in sites)
    lines = [f"  {name:<{width}}  {settings.address_of(slug)}" for name, slug in sites]
    if not joined:
        lines.append("  No municipality takes part yet: webapp municipalities join GM0226")
    if not settings.mail_url:
        lines.append(f"  Mail is written to {settings.mail_dir}")
    return "\n".join(["", *lines, *people, "  Stop with Ctrl-C.", ""])
