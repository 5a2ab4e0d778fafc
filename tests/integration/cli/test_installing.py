"""An operator prepares a site at the command line."""

import shutil

import pytest
from sqlalchemy import func, select

from tests.support.command_line import CommandLine
from tests.support.databases import SEALER
from webapp.core import migrations, resources
from webapp.core.db import Database
from webapp.municipalities import queries
from webapp.municipalities.models import Place
from webapp.municipalities.settings import Adjacency, get_settings
from webapp.workplaces.sectors import all_sectors


def test_an_operator_makes_an_empty_database_ready_and_may_do_so_again(tmp_path):
    new = CommandLine("", tmp_path)
    assert new.run("db", "upgrade").exit_code == 0
    assert new.run("db", "upgrade").exit_code == 0
    database = Database(f"sqlite:///{tmp_path / 'data' / 'webapp.sqlite3'}", SEALER)
    assert migrations.current(database.engine) == migrations.head()
    with database.reading() as session:
        assert len(queries.all_municipalities(session)) == 342
        assert len(all_sectors(session)) > 10
    database.engine.dispose()


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "webapp", "db", "upgrade"),
        ("-c", "from webapp.app import create_app; create_app()"),
    ],
    ids=["a command", "the web"],
)
def test_nobody_else_on_the_machine_reads_what_the_site_keeps(tmp_path, command):
    installation = CommandLine("", tmp_path)
    del installation.environment["SECRET_KEY"]  # then one is made, and kept
    assert installation.run_python(*command).returncode == 0
    made = [tmp_path / "data", *(tmp_path / "data").rglob("*")]
    assert len(made) > 1
    assert [path.name for path in made if path.stat().st_mode & 0o077] == []


def test_an_operator_is_told_to_upgrade_a_database_that_was_not(tmp_path):
    result = CommandLine("", tmp_path).run_apart("municipalities", "list")
    assert result.returncode == 2
    assert result.stderr == (
        "Error: The database is not up to date. Run 'webapp db upgrade' first.\n"
    )


def test_an_operator_is_told_that_the_database_does_not_answer(tmp_path):
    nowhere = CommandLine("postgresql://nobody@127.0.0.1:1/none", tmp_path)
    result = nowhere.run("db", "upgrade")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: The database does not answer: ")


def test_an_operator_is_told_which_setting_is_wrong(command_line):
    result = command_line.run("municipalities", "list", PORT="many")
    assert result.exit_code == 1
    assert "PORT" in result.stderr


IN_PRODUCTION = {
    "PRODUCTION": "1",
    "SECRET_KEY": "only for tests",
    "MAIL_URL": "smtp://localhost",
    "TRUSTED_PROXIES": "0",
}


@pytest.mark.parametrize("name", ["SECRET_KEY", "MAIL_URL", "TRUSTED_PROXIES"])
def test_a_site_in_production_does_not_start_by_what_nobody_chose(command_line, name):
    assert command_line.run("municipalities", "list", **IN_PRODUCTION).exit_code == 0
    result = command_line.run("municipalities", "list", **IN_PRODUCTION | {name: ""})
    assert result.exit_code == 1
    assert result.stderr == f"Error: {name} must be set in production.\n"


def test_an_operator_lets_municipalities_take_part(command_line, database):
    result = command_line.run("municipalities", "join", "GM0226", "gm0202")
    assert result.stdout == "GM0226 Duiven: duiven\nGM0202 Arnhem: arnhem\n"
    with database.reading() as session:
        names = [municipality.name for municipality in queries.taking_part(session)]
    assert names == ["Arnhem", "Duiven"]
    listed = command_line.run("municipalities", "list", "--joined").stdout
    assert [line.split()[-1] for line in listed.splitlines()] == ["arnhem", "duiven"]


def test_no_municipality_takes_part_when_one_of_the_codes_is_unknown(command_line, database):
    result = command_line.run("municipalities", "join", "GM0226", "GM9999")
    assert result.exit_code == 2
    assert result.stderr == "Error: There is no municipality with the code GM9999.\n"
    with database.reading() as session:
        assert queries.taking_part(session) == []


def test_an_operator_lists_all_municipalities(command_line):
    lines = command_line.run("municipalities", "list").stdout.splitlines()
    assert len(lines) == 342
    assert "GM0226 Duiven                       -" in lines


def test_an_operator_sets_what_differs_in_a_municipality(command_line, database):
    command_line.run(
        *("municipalities", "set", "GM0202", "adjacency=place", "calamity_working_days=1"),
        "products_offered=orientatie; stabiel-3",
    )
    with database.reading() as session:
        settings = get_settings(session, "GM0202")
    assert settings.adjacency is Adjacency.PLACE
    assert settings.calamity_working_days == 1
    assert settings.products_offered == ("orientatie", "stabiel-3")


@pytest.mark.parametrize(
    ("assignment", "message"),
    [
        ("adjacency=straal", "adjacency: Deze waarde past niet bij de instelling."),
        ("afstand=3", "afstand: Deze instelling bestaat niet."),
        ("adjacency", "Write a setting as name=value, not as 'adjacency'."),
    ],
)
def test_an_operator_is_told_which_setting_cannot_be_set(command_line, assignment, message):
    result = command_line.run("municipalities", "set", "GM0202", assignment)
    assert (result.exit_code, result.stderr) == (2, f"Error: {message}\n")


def test_an_operator_replaces_the_geography_by_files_of_their_own(command_line, database, tmp_path):
    folder = tmp_path / "geography"
    shutil.copytree(resources.base_file("municipalities"), folder)
    places = folder / "places.csv"
    kept = [
        line
        for line in places.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith("Groessen,")
    ]
    places.write_text("".join(kept).replace("Groessen|GM0226", ""), encoding="utf-8")
    result = command_line.run("geo", "load", folder)
    assert result.stdout == "342 municipalities, 2473 places, 4067 postcodes\n"
    assert _count_places(database) == 2473
    command_line.run("geo", "load")
    assert _count_places(database) == 2474


def test_an_operator_is_told_which_geographic_file_is_missing(command_line, tmp_path):
    result = command_line.run("geo", "load", tmp_path)
    assert result.exit_code == 2
    assert "municipalities.csv, places.csv, postcodes.csv" in result.stderr


def _count_places(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Place)) or 0
