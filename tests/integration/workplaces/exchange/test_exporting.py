"""What is written to a file can be taken in elsewhere, and here."""

from datetime import UTC, datetime

from tests.support.command_line import CommandLine
from tests.support.csv_files import ROW, read_csv, write_csv
from tests.support.workplaces import hide, make_organisation, make_workplace
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.exchange.columns import COLUMNS
from webapp.workplaces.models import VersionStatus
from webapp.workplaces.vocabulary import Access

LATER = datetime(2026, 2, 1, 9, 0, tzinfo=UTC)


def exported(command_line):
    result = command_line.run("workplaces", "export")
    assert result.stdout.startswith(",".join(f'"{name}"' for name in COLUMNS))
    return result.stdout


def test_a_file_comes_back_as_it_was_taken_in(command_line, tmp_path):
    rows = [
        {},
        {
            "organisatie": "Zonder nummer",
            "titel": "=SOM(1;2)",
            "samenvatting": "Regel één;\n- regel 'twee', \"drie\"",
            "toegankelijkheid": "rolstoel: nee; Er is een trap.",
            "kvk_nummer": "",
            "dagen": "za;zo-avond",
        },
        dict.fromkeys(ROW, "")
        | {
            "organisatie": "@home",
            "titel": "B",
            "plaats": "Westervoort",
            "gemeente_code": "GM0293",
        },
    ]
    file = write_csv(tmp_path / "in.csv", *rows, delimiter=";")
    assert command_line.run("workplaces", "import", file, "--publish").exit_code == 0
    assert read_csv(exported(command_line)) == [
        ROW,
        ROW
        | rows[1]
        | {"titel": "'=SOM(1;2)", "samenvatting": "Regel één;\n'- regel 'twee', \"drie\""},
        ROW | rows[2] | {"organisatie": "'@home"},
    ]


def test_an_export_changes_nothing_here_and_gives_the_same_elsewhere(
    command_line, session, tmp_path
):
    _fill(session)
    session.commit()
    text = exported(command_line)
    file = tmp_path / "export.csv"
    command_line.run("workplaces", "export", file)
    assert file.read_bytes().decode() == text.replace("\n", "\r\n").replace("\r\r", "\r")
    again = command_line.run("workplaces", "import", file, "--publish")
    assert again.stdout == "0 nieuw, 0 gewijzigd, 5 ongewijzigd, 0 niet ingelezen\n"
    elsewhere = CommandLine("", tmp_path / "elsewhere")
    elsewhere.run("db", "upgrade")
    elsewhere.run("municipalities", "join", "GM0226", "GM0299")
    elsewhere.run("workplaces", "import", file, "--publish")
    assert exported(elsewhere) == text


def _fill(session):
    """Add workplaces that are hard to write in one row: of one organisation, over the border."""
    unnumbered = make_organisation(session, name="Vereniging De Grens")
    numbered = make_organisation(session, name="Stichting Het Cijfer", kvk_number="00000911")
    make_workplace(session, organisation=unnumbered)
    make_workplace(session, organisation=unnumbered, municipality_code="GM0299", title="Elders")
    make_workplace(session, organisation=numbered, wheelchair=Access.PARTLY, day_parts=())
    make_workplace(session, organisation=numbered, title="Kaal", hours_min=None, hours_max=None)
    make_workplace(
        session, organisation=numbered, title="Onbekend adres", postcode="9999 ZZ", place="Nergens"
    )


def test_only_what_is_on_the_site_or_waits_to_be_is_written(command_line, session):
    make_workplace(session, title="Op de site")
    make_workplace(session, title="Wacht", status=VersionStatus.SUBMITTED)
    hide(session, make_workplace(session, title="Verborgen"))
    for status in (VersionStatus.DRAFT, VersionStatus.RETURNED, VersionStatus.WITHDRAWN):
        make_workplace(session, title=str(status), status=status)
    refused = make_organisation(session, status=OrganisationStatus.REJECTED)
    make_workplace(session, organisation=refused, title="Geweigerd")
    make_workplace(
        session, organisation=refused, title="Geweigerd 2", status=VersionStatus.SUBMITTED
    )
    session.commit()
    titles = [row["titel"] for row in read_csv(exported(command_line))]
    assert titles == ["Op de site", "Wacht"]
