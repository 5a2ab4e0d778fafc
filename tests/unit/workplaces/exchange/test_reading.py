"""Files as spreadsheets write them, and files that no one can read."""

import pytest

from tests.support.csv_files import write_text
from webapp.workplaces.exchange.reading import FileRefusedError, read_rows

HEADER = "organisatie,titel,plaats,gemeente_code"
ROW = {"organisatie": "De Hof", "titel": "Café", "plaats": "Duiven", "gemeente_code": "GM0226"}
NOT_READ = "Deze regel is niet te lezen: kijk of de aanhalingstekens kloppen."


@pytest.fixture
def file(tmp_path):
    return tmp_path / "werkplekken.csv"


def cells_of(file):
    return [row.cells for row in read_rows(file)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_file_is_read_as_each_spreadsheet_writes_it(file, encoding, end, delimiter):
    lines = [
        line.replace(",", delimiter) for line in (HEADER, "De Hof,Café, Duiven ,GM0226", ",,,")
    ]
    write_text(file, *lines, encoding=encoding, end=end)
    assert cells_of(file) == [ROW]


def test_columns_may_stand_in_any_order_and_case_and_end_in_empty_ones(file):
    write_text(file, "Titel ; GEMEENTE_CODE;plaats;Organisatie;;", "Café;GM0226;Duiven;De Hof;;")
    assert cells_of(file) == [ROW]


def test_a_list_between_quotes_is_one_cell_and_a_row_may_be_short(file):
    write_text(file, "organisatie;titel;gemeente_code;plaats;dagen;leren", 'H;T;G;P;"ma;di"')
    assert cells_of(file)[0]["dagen"] == "ma;di"


def test_a_row_is_named_by_the_line_on_which_it_begins(file):
    write_text(file, HEADER, '"De', 'Hof",Café,Duiven,GM0226', "", "A,B,C,D")
    assert [(row.line, row.last_line) for row in read_rows(file)] == [(2, 3), (5, 5)]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (
            "",
            (
                "Deze kolommen ontbreken: organisatie, titel, gemeente_code, postcode of plaats. "
                "Zet ze erbij."
            ),
        ),
        (
            f"{HEADER},kleur,prijs",
            "Deze kolommen kennen we niet: kleur, prijs. Verbeter de naam of haal ze weg.",
        ),
        (f"{HEADER},titel", "Deze kolommen staan er dubbel in: titel. Haal er een van weg."),
        (
            "organisatie,,titel,plaats,gemeente_code",
            "Deze kolommen kennen we niet: (zonder naam). Verbeter de naam of haal ze weg.",
        ),
        (
            "organisatie,titel",
            "Deze kolommen ontbreken: gemeente_code, postcode of plaats. Zet ze erbij.",
        ),
        ('organisatie,"titel', NOT_READ.replace("Deze", "De eerste")),
    ],
)
def test_a_file_with_the_wrong_columns_is_refused(file, header, message):
    write_text(file, header, "a,b,c")
    with pytest.raises(FileRefusedError) as refusal:
        list(read_rows(file))
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Het bestand is leeg. Kies een ander bestand."),
        (HEADER.encode("utf-16"), "Sla het bestand op als 'CSV UTF-8' en probeer het opnieuw."),
    ],
)
def test_a_file_that_is_empty_or_in_another_code_is_refused(file, content, message):
    file.write_bytes(content)
    with pytest.raises(FileRefusedError) as refusal:
        list(read_rows(file))
    assert str(refusal.value) == message


def test_one_row_that_cannot_be_read_does_not_spoil_the_others(file):
    good = b"De Hof,Caf\xc3\xa9,Duiven,GM0226"
    bad = [b"De Hof,Caf\xe9,Duiven,GM0226", b"a,b,c,d,e", b'"a"b,c,d,e', b"a,b\x00,c,d", b'"a,b']
    file.write_bytes(b"\n".join([HEADER.encode(), good, *bad]))
    rows = list(read_rows(file))
    assert rows[0].cells == ROW
    other_code = "Er staan tekens op die we niet kunnen lezen. Sla het bestand op als 'CSV UTF-8'."
    assert [(row.line, row.problem) for row in rows[1:]] == [
        (3, other_code),
        (4, "Er staan meer kolommen (5) op dan bovenaan (4)."),
        (5, NOT_READ),
        (6, other_code),
        (7, NOT_READ),
    ]


def test_a_quote_too_many_costs_no_more_than_the_row_and_what_it_swallows(file):
    write_text(file, HEADER, '"De Hof,a,b,c', 'x,"y",b,c', "De Hof,Café,Duiven,GM0226")
    rows = list(read_rows(file))
    assert (rows[0].line, rows[0].problem) == (2, NOT_READ)
    assert rows[-1].cells == ROW
