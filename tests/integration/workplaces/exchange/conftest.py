"""Importing rows as an operator does."""

import pytest

from tests.support.csv_files import write_csv
from tests.support.sites import let_take_part
from webapp.workplaces import sectors


@pytest.fixture(autouse=True)
def _installation(database):
    """An installation with sectors and municipalities that take part."""
    let_take_part(database)
    with database.writing() as session:
        sectors.load(session)


@pytest.fixture
def take_in(command_line, tmp_path):
    """Import rows that differ from ROW in what is given; return what the command did."""

    def run(*rows, options=()):
        file = write_csv(tmp_path / "werkplekken.csv", *rows)
        return command_line.run("workplaces", "import", file, *options)

    return run
