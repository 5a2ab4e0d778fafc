"""Municipalities that go into another: planned, cancelled, listed."""

from datetime import date, datetime

import click
from sqlalchemy.orm import Session

from webapp.cli.index import catch_up
from webapp.cli.installation import UserError, current_database
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.core.settings import Settings
from webapp.mergers.operations import carry_out_due
from webapp.municipalities import mergers as planning
from webapp.municipalities import queries
from webapp.municipalities.mergers import MergerRefusedError, Plan
from webapp.municipalities.models import MunicipalityMerger
from webapp.municipalities.succession import GoneError


@click.command()
@click.argument("code")
@click.option("--into", "into_code", required=True, metavar="CODE", help="The one that remains.")
@click.option(
    "--on", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="From when, 2027-01-01."
)
@click.option("--name", default="", help="What a new municipality will be called.")
@click.option("--yes", is_flag=True, help="Also when the day has passed.")
def merge(code: str, into_code: str, day: datetime, name: str, *, yes: bool) -> None:
    """Let municipality CODE go into another, on a day: it is carried out when that day comes.

    All that it has goes along, its code goes on working as the other one's, and its site leads
    there. A day that has passed is carried out at once, which cannot be undone: it needs --yes.
    """
    wanted = Plan(code.upper(), into_code.upper(), day.date(), name)
    settings = Settings.from_env()
    with current_database(settings) as database:
        with database.writing() as session:
            try:
                merger = planning.plan(session, wanted, actor=SYSTEM, now=clock.now())
            except (MergerRefusedError, GoneError) as error:
                raise UserError(str(error)) from error
            if merger.carried_out_at is None and wanted.day < clock.today() and not yes:
                message = f"{wanted.day} has passed, so this would be done at once. Add --yes."
                raise UserError(message)
            carry_out_due(session, today=clock.today(), actor=SYSTEM, now=clock.now())
            line = _line(session, merger)
        catch_up(settings, database)
    click.echo(line)


@click.command("cancel-merger")
@click.argument("code")
def cancel_merger(code: str) -> None:
    """Forget that municipality CODE was planned to go into another."""
    with current_database() as database, database.writing() as session:
        try:
            merger = planning.cancel(session, code.upper(), actor=SYSTEM, now=clock.now())
        except MergerRefusedError as error:
            raise UserError(str(error)) from error
    click.echo(f"{merger.from_code} no longer goes into {merger.into_code}.")


@click.command("mergers")
def list_mergers() -> None:
    """List the mergers that are planned or carried out."""
    with current_database() as database, database.reading() as session:
        lines = [_line(session, merger) for merger in planning.all_mergers(session)]
    click.echo("\n".join(lines) or "No mergers are planned.")


def _line(session: Session, merger: MunicipalityMerger) -> str:
    codes = {merger.from_code, merger.into_code}
    names = {merger.into_code: merger.into_name, **queries.names_by_code(session, codes)}
    who = " into ".join(f"{code} {names[code]}" for code in (merger.from_code, merger.into_code))
    return f"{who} on {merger.day}: {_state(merger.carried_out_at)}"


def _state(carried_out_at: datetime | None) -> str:
    if carried_out_at is None:
        return "planned"
    day: date = carried_out_at.astimezone(clock.AMSTERDAM).date()
    return f"carried out on {day}"
