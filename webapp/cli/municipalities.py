"""Municipalities that take part, and their settings."""

import click
from sqlalchemy.orm import Session

from webapp.cli.installation import UserError, current_database
from webapp.cli.mergers import cancel_merger, list_mergers, merge
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.core.errors import InvalidInputError
from webapp.municipalities import operations, queries, settings
from webapp.municipalities.models import Municipality
from webapp.municipalities.succession import GoneError, get_living


@click.group()
def municipalities() -> None:
    """Let municipalities take part, and set what differs between them."""


for command in (merge, cancel_merger, list_mergers):
    municipalities.add_command(command)


@municipalities.command()
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
def join(codes: tuple[str, ...]) -> None:
    """Let the municipalities with these CODEs (such as GM0226) take part."""
    with current_database() as database, database.writing() as session:
        for code in codes:
            municipality = _municipality(session, code)
            operations.admit(session, municipality, actor=SYSTEM, now=clock.now())
            click.echo(f"{municipality.code} {municipality.name}: {municipality.slug}")


@municipalities.command("list")
@click.option("--joined", is_flag=True, help="Only those that take part.")
def list_all(*, joined: bool) -> None:
    """List the municipalities: code, name, and the subdomain of those that take part."""
    with current_database() as database, database.reading() as session:
        found = queries.taking_part(session) if joined else queries.all_municipalities(session)
        for municipality in found:
            click.echo(f"{municipality.code} {municipality.name:<28} {municipality.slug or '-'}")


@municipalities.command("set")
@click.argument("code")
@click.argument("assignments", nargs=-1, required=True, metavar="NAME=VALUE...")
def change(code: str, assignments: tuple[str, ...]) -> None:
    """Set settings of municipality CODE; a list is written with semicolons between its items."""
    values = dict(_pair(text) for text in assignments)
    with current_database() as database, database.writing() as session:
        municipality = _municipality(session, code)
        try:
            settings.change_settings(session, municipality.code, **settings.from_texts(values))
        except InvalidInputError as error:
            raise UserError(str(error)) from error
    click.echo(f"{municipality.code} {municipality.name}: {', '.join(values)}")


def _municipality(session: Session, code: str) -> Municipality:
    try:
        return get_living(session, code.upper())
    except GoneError as error:
        raise UserError(str(error)) from error


def _pair(assignment: str) -> tuple[str, str]:
    name, is_there, value = assignment.partition("=")
    if not is_there:
        message = f"Write a setting as name=value, not as '{assignment}'."
        raise UserError(message)
    return name.strip(), value.strip()
