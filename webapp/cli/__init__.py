"""The command line: thin commands that open a session, call an operation, and print."""

from importlib import import_module
from typing import Any, cast

import click
from sqlalchemy.exc import OperationalError

from webapp.core import logs
from webapp.core.errors import DomainError
from webapp.core.private_files import keep_private
from webapp.core.settings import SettingsError

# Each command lies in a module of its own, which is only loaded when it is asked for.
COMMANDS = {
    "accounts": "webapp.cli.accounts:accounts",
    "db": "webapp.cli.database:db",
    "demo": "webapp.cli.demo:demo",
    "geo": "webapp.cli.geo:geo",
    "index": "webapp.cli.index:index",
    "municipalities": "webapp.cli.municipalities:municipalities",
    "privacy": "webapp.cli.privacy:privacy",
    "run": "webapp.cli.run:run",
    "worker": "webapp.cli.worker:worker",
    "workplaces": "webapp.cli.workplaces:workplaces",
}


class _LazyGroup(click.Group):
    """A group that loads a command when it is needed, and tells a mistake in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        return cast("click.Command", getattr(import_module(module), name))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (what a command returns)
        try:
            return super().invoke(ctx)
        except (DomainError, SettingsError) as error:
            raise click.ClickException(str(error)) from error
        except OperationalError as error:
            message = f"The database does not answer: {error.orig}"
            raise click.ClickException(message) from error


@click.command(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run and manage Werkplekwijzer; the environment holds the settings, as for the web."""
    keep_private()
    # A command tells what it did; only what runs on writes a log of it.
    logs.configure("ERROR")
