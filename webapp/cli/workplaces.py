"""Workplaces in and out, as CSV files."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

import click
from tqdm import tqdm

from webapp.cli.index import catch_up
from webapp.cli.installation import UserError, current_database
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.core.db import Database
from webapp.core.settings import Settings
from webapp.workplaces.exchange.applying import Goal, Outcome
from webapp.workplaces.exchange.exporting import write_rows
from webapp.workplaces.exchange.importing import BATCH_SIZE, Import, Result
from webapp.workplaces.exchange.reading import FileRefusedError, Row, read_rows

_WORDS = {
    Outcome.NEW: "nieuw",
    Outcome.CHANGED: "gewijzigd",
    Outcome.UNCHANGED: "ongewijzigd",
    Outcome.BAD: "niet ingelezen",
}


@click.group()
def workplaces() -> None:
    """Take in workplaces from a CSV file, and write them to one."""


@workplaces.command("export")
@click.argument("file", default="-", type=click.File("w", encoding="utf-8", atomic=True))
def export(file: TextIO) -> None:
    """Write what is on the site, or waits to be, to FILE (default: the standard output)."""
    with current_database() as database, database.reading() as session:
        count = write_rows(session, file)
    click.echo(f"{count} werkplekken", err=True)


@workplaces.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--publish", is_flag=True, help="Publish at once, without a moderator.")
@click.option("--all-or-nothing", is_flag=True, help="Keep nothing when any row is bad.")
def take_in(file: Path, *, publish: bool, all_or_nothing: bool) -> None:
    """Take in the workplaces in FILE; without --publish they wait for a moderator.

    Bad rows are named by line and the good ones are kept.
    """
    goal = Goal.PUBLISHED if publish else Goal.SUBMITTED
    keep = _keep_all_or_nothing if all_or_nothing else _keep_good
    settings = Settings.from_env()
    with current_database(settings) as database:
        with database.reading() as session:
            run = Import(session, goal=goal, actor=SYSTEM, now=clock.now())
        try:
            counts = keep(database, run, file)
        except FileRefusedError as error:
            raise UserError(str(error)) from error
        except OSError as error:
            message = f"{file}: {error.strerror}."
            raise UserError(message) from error
        catch_up(settings, database)
    click.echo(", ".join(f"{counts[outcome]} {word}" for outcome, word in _WORDS.items()))
    sys.exit(1 if counts[Outcome.BAD] else 0)


def _keep_good(database: Database, run: Import, file: Path) -> Counter[Outcome]:
    """Take in the good rows, in one transaction for each batch: others get their turn."""
    counts: Counter[Outcome] = Counter()
    for batch in _batches(file):
        with database.writing() as session:
            results = run.take_in(session, batch)
        counts += _told(results)
    return counts


def _keep_all_or_nothing(database: Database, run: Import, file: Path) -> Counter[Outcome]:
    """Take in all rows in one transaction, or none when any is bad."""
    counts: Counter[Outcome] = Counter()
    with database.session(writing=True) as session:
        for batch in _batches(file):
            counts += _told(run.take_in(session, batch))
            session.expunge_all()
        if counts[Outcome.BAD]:
            return Counter({Outcome.BAD: counts.total()})
        session.commit()
    return counts


def _batches(file: Path) -> Iterator[list[Row]]:
    with file.open("rb") as lines:
        total = sum(1 for _ in lines)
    rows = read_rows(file)
    # `disable=None`: only on a terminal.
    with tqdm(total=total, unit=" regels", disable=None, leave=False) as progress:
        while batch := list(islice(rows, BATCH_SIZE)):
            yield batch
            progress.update(batch[-1].last_line - progress.n)


def _told(results: Sequence[Result]) -> Counter[Outcome]:
    """Name the bad rows, and return how many there are of each outcome."""
    for result in results:
        if result.outcome is Outcome.BAD:
            problems = " ".join(result.problems)
            tqdm.write(f"Regel {result.line}: {problems}", file=sys.stderr)
    return Counter(result.outcome for result in results)
