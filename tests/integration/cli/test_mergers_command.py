"""An operator plans a municipal merger; the worker carries it out on its day."""

import pytest
import time_machine

from tests.support.mergers import HILVERSUM, WIJDEMEREN
from tests.support.sites import settings_for
from tests.support.workplaces import make_workplace
from webapp.cli.jobs import jobs_of
from webapp.municipalities import queries
from webapp.workplaces import sectors

MERGE = ("municipalities", "merge", WIJDEMEREN, "--into", HILVERSUM)
PLANNED = "GM1696 Wijdemeren into GM0402 Hilversum on 2027-01-01: planned\n"
DONE = "GM1696 Wijdemeren into GM0402 Hilversum on 2027-01-01: carried out on 2027-01-01\n"


@pytest.fixture(autouse=True)
def _before_new_year():
    with time_machine.travel("2026-12-31T12:00:00+01:00", tick=True):
        yield


def successor(database):
    with database.reading() as session:
        return queries.find_current(session, WIJDEMEREN).code


def test_an_operator_plans_a_merger_and_sees_it_in_the_list(command_line, database):
    assert command_line.run("municipalities", "mergers").stdout == "No mergers are planned.\n"
    for _again in range(2):
        result = command_line.run(*MERGE, "--on", "2027-01-01")
        assert (result.exit_code, result.stdout) == (0, PLANNED)
    assert command_line.run("municipalities", "mergers").stdout == PLANNED
    assert successor(database) == WIJDEMEREN


def test_the_worker_carries_it_out_when_the_day_has_come(
    command_line, database, database_url, tmp_path
):
    command_line.run(*MERGE, "--on", "2027-01-01")
    (job,) = (
        job
        for job in jobs_of(settings_for(database_url, tmp_path), database)
        if job.name == "municipal mergers"
    )
    with time_machine.travel("2026-12-31T23:50:00+01:00"):
        job.work()
    assert successor(database) == WIJDEMEREN
    with time_machine.travel("2027-01-01T00:05:00+01:00"):
        job.work()
        job.work()
    assert successor(database) == HILVERSUM
    assert command_line.run("municipalities", "mergers").stdout == DONE


def test_an_operator_cancels_a_merger(command_line):
    command_line.run(*MERGE, "--on", "2027-01-01")
    result = command_line.run("municipalities", "cancel-merger", "gm1696")
    assert result.stdout == "GM1696 no longer goes into GM0402.\n"
    result = command_line.run("municipalities", "cancel-merger", WIJDEMEREN)
    assert (result.exit_code, result.stderr) == (2, "Error: No merger of GM1696 is planned.\n")


def test_a_merger_of_today_is_carried_out_and_found_at_once(command_line, database):
    with database.writing() as session:
        sectors.load(session)
        make_workplace(
            session, municipality_code=WIJDEMEREN, postcode="1231 AB", place="Loosdrecht"
        )
    result = command_line.run(*MERGE, "--on", "2026-12-31")
    assert result.stdout.endswith("on 2026-12-31: carried out on 2026-12-31\n")
    assert successor(database) == HILVERSUM
    assert command_line.run("index", "check").stdout.splitlines() == [
        "1 of 1 workplaces in the index",
        "0 changes wait",
    ]


def test_a_day_that_has_passed_asks_for_certainty(command_line, database):
    result = command_line.run(*MERGE, "--on", "2026-01-01")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: 2026-01-01 has passed, so this would be done at once. Add --yes.\n",
    )
    assert command_line.run("municipalities", "mergers").stdout == "No mergers are planned.\n"
    assert command_line.run(*MERGE, "--on", "2026-01-01", "--yes").exit_code == 0
    assert successor(database) == HILVERSUM


def test_an_operator_names_a_municipality_that_is_new(command_line):
    new = ("municipalities", "merge", WIJDEMEREN, "--into", "GM2099", "--on", "2027-01-01")
    result = command_line.run(*new)
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: There is no municipality with the code GM2099. Add --name if it is new.\n",
    )
    assert command_line.run(*new, "--name", "Gooi en Vecht").stdout == (
        "GM1696 Wijdemeren into GM2099 Gooi en Vecht on 2027-01-01: planned\n"
    )


@pytest.mark.parametrize("command", [("join",), ("set",)])
def test_nothing_is_done_any_more_with_one_that_was_merged(command_line, command):
    command_line.run(*MERGE, "--on", "2026-12-31")
    values = ("help_phone=035 000 00 00",) if command == ("set",) else ()
    result = command_line.run("municipalities", *command, WIJDEMEREN, *values)
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: GM1696 Wijdemeren is part of GM0402 Hilversum.\n",
    )
