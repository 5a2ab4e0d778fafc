"""Replacing the geographic tables."""

from pathlib import Path

import click

from webapp.cli.installation import UserError, current_database
from webapp.municipalities import geography as tables


@click.group()
def geography() -> None:
    """Manage the tables of municipalities, places and postcode areas."""


@geography.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
def load(folder: Path | None) -> None:
    """Replace the tables by the CSV files in FOLDER, or by those of the product."""
    _refuse_incomplete(folder)
    with current_database() as database, database.writing() as session:
        try:
            counts = tables.load(session, folder)
        except (KeyError, ValueError) as error:
            message = f"The files cannot be read: {error!r}."
            raise UserError(message) from error
    click.echo(", ".join(f"{count} {name}" for name, count in counts.items()))


def _refuse_incomplete(folder: Path | None) -> None:
    missing = [name for name in tables.FILES if folder and not (folder / name).is_file()]
    if missing:
        message = f"{folder} has no {', '.join(missing)}."
        raise UserError(message)
