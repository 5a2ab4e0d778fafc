"""The command: `make bench`, or `python -m tests.bench --help`."""

from datetime import date
from pathlib import Path

import click
from tqdm import tqdm

from tests.bench.grounds import GROUNDS
from tests.bench.measuring import STEPS, Measured, measure
from tests.bench.report import report, write
from tests.bench.table import table
from tests.support.databases import postgresql_answers


def _numbers(_context: click.Context, _option: click.Parameter, given: str) -> list[int]:
    try:
        return [max(1, int(each)) for each in given.split(",")]
    except ValueError as error:
        message = "give whole numbers with commas between"
        raise click.BadParameter(message) from error


def _engines(_context: click.Context, _option: click.Parameter, given: str) -> list[str]:
    names = given.split(",")
    if unknown := set(names) - GROUNDS.keys():
        message = f"{', '.join(sorted(unknown))}: choose from {', '.join(GROUNDS)}"
        raise click.BadParameter(message)
    return names


@click.command()
@click.option("--sizes", default="1000,10000", callback=_numbers, show_default=True)
@click.option("--engines", default="whoosh,postgresql", callback=_engines, show_default=True)
@click.option("--seconds", default=5.0, show_default=True, help="How long each page is asked for.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A document to put the table in, as docs/performance.md.",
)
def main(sizes: list[int], engines: list[str], seconds: float, out: Path | None) -> None:
    """Measure search and pages, and print one table."""
    if "postgresql" in engines and not postgresql_answers():
        click.echo("PostgreSQL is left out: no server answers (TEST_POSTGRESQL_URL).", err=True)
        engines = [each for each in engines if each != "postgresql"]
    columns: list[Measured] = []
    with tqdm(total=len(engines) * len(sizes) * STEPS) as bar:

        def tell(step: str) -> None:
            bar.set_description(step)
            bar.update()

        for engine in engines:
            for size in sizes:
                with GROUNDS[engine]() as ground:
                    bar.set_postfix_str(f"{engine} {size}")
                    columns.append(measure(ground, size, seconds, tell))
    text = report(table(columns), seconds=seconds, today=date.today())  # noqa: DTZ011
    click.echo(text)
    if out is not None:
        write(out, text)


if __name__ == "__main__":
    main()
