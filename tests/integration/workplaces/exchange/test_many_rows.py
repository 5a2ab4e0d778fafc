"""A file of thousands of rows asks no more of memory and database than a small one."""

import gc
import tracemalloc

import pytest

from tests.support.csv_files import write_csv
from tests.support.statements import counted_statements
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.workplaces.exchange.applying import Goal, Outcome
from webapp.workplaces.exchange.importing import BATCH_SIZE, Import
from webapp.workplaces.exchange.reading import read_rows

ROWS = 2000
BATCHES = ROWS // BATCH_SIZE
# Per batch: what is known of its organisations and workplaces, with their versions and steps.
READS_PER_BATCH = 10
# Per workplace: itself, its version, two steps, four lines in the log, its organisation, the
# change for the index, and the two updates that publish it. SQLite is sent one row at a time.
WRITES_PER_ROW = 13
MEGABYTE = 1024 * 1024


@pytest.fixture
def file(tmp_path):
    return write_csv(
        tmp_path / "many.csv",
        *(
            {
                "titel": f"Werkplek {number}",
                "organisatie": f"Stichting {number % 400}",
                "kvk_nummer": f"{number % 400 + 1:08}",
                "werkzaamheden": "Zaaien, wieden en oogsten. " * 20,
            }
            for number in range(ROWS)
        ),
    )


def take_in(database, file):
    """Import `file`; return the outcomes and how many statements read and wrote."""
    with database.reading() as session:
        run = Import(session, goal=Goal.PUBLISHED, actor=SYSTEM, now=clock.now())
    outcomes, rows = [], list(read_rows(file))
    with counted_statements(database) as statements:
        for start in range(0, ROWS, BATCH_SIZE):
            with database.writing() as session:
                results = run.take_in(session, rows[start : start + BATCH_SIZE])
            outcomes += [result.outcome for result in results]
    reads = sum(statement.startswith("SELECT") for statement in statements)
    return outcomes, reads, len(statements) - reads


def test_thousands_of_rows_are_taken_in_by_few_statements(database, file):
    outcomes, reads, writes = take_in(database, file)
    assert outcomes == [Outcome.NEW] * ROWS
    assert reads <= READS_PER_BATCH * BATCHES
    assert writes <= WRITES_PER_ROW * ROWS
    outcomes, reads, writes = take_in(database, file)
    assert outcomes == [Outcome.UNCHANGED] * ROWS
    assert reads <= READS_PER_BATCH * BATCHES
    assert writes == 0


def test_the_memory_for_a_batch_is_free_again_after_it(database, tmp_path):
    with database.reading() as session:
        run = Import(session, goal=Goal.PUBLISHED, actor=SYSTEM, now=clock.now())
    file = write_csv(tmp_path / "in.csv", *({"titel": f"Werkplek {n}"} for n in range(400)))
    rows = list(read_rows(file))
    in_use = []
    tracemalloc.start()
    try:
        for start in range(0, 400, 100):
            with database.writing() as session:
                run.take_in(session, rows[start : start + 100])
            gc.collect()
            in_use.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert in_use[-1] - in_use[1] < MEGABYTE / 4
