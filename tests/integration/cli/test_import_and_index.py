"""What was imported is found at once, with or without a worker."""

import pytest
from sqlalchemy import func, select

from tests.support.csv_files import write_csv
from tests.support.sites import let_take_part
from webapp.core import clock, heartbeat, worker
from webapp.workplaces import sectors
from webapp.workplaces.models import PublicationChange


@pytest.fixture
def publish(command_line, database, tmp_path):
    let_take_part(database)
    with database.writing() as session:
        sectors.load(session)
    file = write_csv(tmp_path / "werkplekken.csv", {}, {"titel": "Nog een werkplek"})
    return lambda: command_line.run("workplaces", "import", file, "--publish")


def count_waiting(database):
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(PublicationChange))


def test_what_was_imported_is_in_the_index_at_once(publish, command_line, database):
    publish()
    assert count_waiting(database) == 0
    assert command_line.run("index", "check").stdout.startswith("2 of 2 workplaces in the index")


def test_a_worker_that_is_alive_brings_it_into_the_index_itself(publish, command_line, database):
    with database.writing() as session:
        heartbeat.beat(session, worker.NAME, now=clock.now())
    publish()
    assert count_waiting(database) == 2
    assert command_line.run("index", "update").stdout == "0 changes brought into the index\n"


def test_an_operator_brings_changes_into_the_index(command_line, database):
    with database.writing() as session:
        heartbeat.beat(session, worker.NAME, now=clock.now() - 2 * heartbeat.MISSED_AFTER)
        session.add(PublicationChange(workplace_id=4711, at=clock.now()))
    assert command_line.run("index", "update").stdout == "1 changes brought into the index\n"
    assert command_line.run("index", "update").stdout == "0 changes brought into the index\n"


@pytest.mark.parametrize("name", ["absent.csv", ""])
def test_an_operator_is_told_that_a_file_cannot_be_read(command_line, tmp_path, name):
    result = command_line.run("workplaces", "import", tmp_path / name)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {tmp_path / name}: ")
    assert len(result.stderr.splitlines()) == 1


def test_an_operator_is_told_which_columns_are_wrong(command_line, tmp_path):
    file = tmp_path / "in.csv"
    file.write_text("organisatie,titel,plaats,gemeente_code,kleur\n", encoding="utf-8")
    result = command_line.run_apart("workplaces", "import", file)
    assert result.returncode == 2
    assert result.stderr == (
        "Error: Deze kolommen kennen we niet: kleur. Verbeter de naam of haal ze weg.\n"
    )
