"""Replacing the geographic tables: by files of our own form, or by official boundaries."""

from pathlib import Path

import click

from webapp.cli.installation import UserError, current_database
from webapp.municipalities import geography as tables


@click.group()
def geo() -> None:
    """Manage the tables of municipalities, places and postcode areas."""


@geo.command()
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


@geo.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--places", type=click.Path(path_type=Path), help="GeoJSON of the places, too.")
@click.option(
    "--crs",
    type=click.Choice(["auto", "wgs84", "rd"]),
    default="auto",
    show_default=True,
    help="In what the coordinates are: degrees, or metres of the Dutch grid.",
)
@click.option("--yes", is_flag=True, help="Do not ask before changing anything.")
def take_in(file: Path, places: Path | None, crs: str, *, yes: bool) -> None:
    """Bring the tables to the municipal boundaries in FILE, a GeoJSON of CBS or PDOK.

    Shows what would change, and asks before changing it. Needs the extra 'geo'.
    """
    try:
        from webapp.cli import boundaries  # noqa: PLC0415 (its libraries may be absent)
    except ModuleNotFoundError as error:
        if error.name not in {"shapely", "pyproj", "numpy"}:
            raise
        message = "Reading boundaries needs more: pip install 'werkplekwijzer[geo]'."
        raise UserError(message) from error
    boundaries.take_in(file, places, crs, is_sure=yes)


def _refuse_incomplete(folder: Path | None) -> None:
    missing = [name for name in tables.FILES if folder and not (folder / name).is_file()]
    if missing:
        message = f"{folder} has no {', '.join(missing)}."
        raise UserError(message)
