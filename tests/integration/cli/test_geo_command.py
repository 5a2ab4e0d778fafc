"""An operator takes over official boundaries."""

import pytest

from tests.support.boundaries import cbs, keep_only, write
from tests.support.workplaces import make_workplace
from webapp.municipalities import queries
from webapp.workplaces import sectors

DUIVEN = cbs("GM0226", "Duiven aan de Rijn", 0, 0, 8000, 8000)
ZEVENAAR = cbs("GM0299", "Zevenaar", 8000, 0, 16000, 8000)
NEW = cbs("GM2099", "Nieuw", 16000, 0, 20000, 8000)
SUMMARY = """\
New: 1
  GM2099 Nieuw
Gone, kept as history: 1
  GM0293 Westervoort
Renamed: 1
  GM0226 Duiven -> Duiven aan de Rijn
New neighbours: 1
  GM0299 Zevenaar - GM2099 Nieuw
No longer neighbours: 2
  GM0226 Duiven - GM0293 Westervoort
  GM0293 Westervoort - GM0299 Zevenaar
Places and postcode areas stay as they are: --places renews them.
"""


@pytest.fixture(autouse=True)
def _of_three(database):
    with database.writing() as session:
        keep_only(session, "GM0226", "GM0299", "GM0293")


@pytest.fixture
def file(tmp_path):
    return write(tmp_path / "gemeenten.geojson", [DUIVEN, ZEVENAAR, NEW])


def name_of_duiven(database):
    with database.reading() as session:
        return queries.get_municipality(session, "GM0226").name


def test_an_operator_sees_what_would_change_and_says_no(command_line, database, file):
    result = command_line.run("geo", "import", file, typed="n\n")
    assert result.stdout == f"{SUMMARY}Apply this? [y/N]: n\n"
    assert result.exit_code == 0
    assert name_of_duiven(database) == "Duiven"


def test_an_operator_sees_what_would_change_and_says_yes(command_line, database, file):
    result = command_line.run("geo", "import", file, typed="y\n")
    assert result.stdout == f"{SUMMARY}Apply this? [y/N]: y\nApplied.\n"
    assert name_of_duiven(database) == "Duiven aan de Rijn"
    again = command_line.run("geo", "import", file)
    assert (again.exit_code, again.stdout) == (0, "Nothing would change.\n")


def test_without_an_answer_nothing_changes(command_line, database, file):
    assert command_line.run("geo", "import", file).exit_code == 1
    assert name_of_duiven(database) == "Duiven"


def test_a_new_name_is_found_at_once(command_line, database, file):
    with database.writing() as session:
        sectors.load(session)
        make_workplace(session)
    assert command_line.run("geo", "import", file, "--yes", "--crs", "rd").exit_code == 0
    assert command_line.run("index", "check").stdout.splitlines()[1] == "0 changes wait"


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", "is no GeoJSON"), ('{"type": "FeatureCollection", "features": []}', "has no areas")],
)
def test_a_bad_file_is_told_in_one_line(command_line, tmp_path, text, message):
    file = tmp_path / "bad.geojson"
    file.write_text(text, encoding="utf-8")
    result = command_line.run("geo", "import", file)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_one_that_is_in_use_is_not_let_go(command_line, database, file):
    command_line.run("municipalities", "join", "GM0293")
    result = command_line.run("geo", "import", file, "--yes")
    assert result.exit_code == 2
    assert "merge GM0293 --into" in result.stderr
    assert name_of_duiven(database) == "Duiven"


@pytest.mark.parametrize("library", ["shapely", "pyproj"])
def test_without_its_libraries_the_import_says_how_to_get_them(
    command_line, file, monkeypatch, tmp_path, library
):
    absent = f"raise ModuleNotFoundError(name={library!r})"
    (tmp_path / f"{library}.py").write_text(absent, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    result = command_line.run_apart("geo", "import", file)
    assert result.returncode == 2
    assert result.stderr == (
        "Error: Reading boundaries needs more: pip install 'werkplekwijzer[geo]'.\n"
    )
    assert command_line.run_apart("geo", "--help").returncode == 0
