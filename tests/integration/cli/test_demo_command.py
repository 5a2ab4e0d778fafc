"""An operator tries the site with believable data."""

import pytest

from webapp.demo.people import PASSWORD
from webapp.workplaces import sectors


@pytest.fixture(autouse=True)
def _sectors(database):
    with database.writing() as session:
        sectors.load(session)


def test_an_operator_loads_the_demonstration_once_and_reads_whose_account_to_use(command_line):
    result = command_line.run("demo", "load")
    assert result.exit_code == 0
    assert PASSWORD in result.stdout
    line = next(line for line in result.stdout.splitlines() if "consulent.duiven" in line)
    assert line.split()[1:] == ["duiven.localhost:5000", "consultant"]
    again = command_line.run("demo", "load")
    assert again.exit_code == 2
    assert again.stderr == "Error: The demonstration is only for an empty database.\n"


def test_a_database_in_use_gets_no_demonstration(command_line):
    command_line.run("municipalities", "join", "GM0226")
    assert command_line.run("demo", "load").exit_code == 2


def test_a_site_in_production_gets_no_demonstration(command_line):
    result = command_line.run(
        *("demo", "load"),
        PRODUCTION="1",
        SECRET_KEY="only for tests",
        MAIL_URL="smtp://localhost",
        TRUSTED_PROXIES="1",
    )
    assert result.exit_code == 2
    assert result.stderr == "Error: The demonstration is not for a site in production.\n"
