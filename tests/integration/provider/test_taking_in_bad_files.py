"""Files that cannot be taken in whole, or not at all: each says how to mend it."""

import tracemalloc

import pytest

from tests.support.people import database_of
from tests.support.sheets import NEW_ROW, Sender, sheet_of
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.sheets.models import WorkplaceSheet
from webapp.workplaces.sheets.operations import MAX_BYTES, MAX_ROWS

DRAFT = VersionStatus.DRAFT
NO_TEXT = (
    "Dit is geen CSV-bestand. Open je bestand in Excel of LibreOffice, sla het op als CSV en kies "
    "dat bestand."
)
TOO_LARGE = "Het bestand is te groot. Verdeel het over bestanden van hooguit 2 MB."
TOO_MANY = "Er staan te veel regels in. Verdeel ze over bestanden van hooguit 1.000 regels."
MEGABYTE = 1024 * 1024


def kept(app, kind=WorkplaceSheet):
    with database_of(app).reading() as session:
        return session.query(kind).count()


def titles(app):
    with database_of(app).reading() as session:
        return sorted(each.latest_version.content.title for each in session.query(Workplace))


def test_one_wrong_row_says_how_to_mend_it_and_the_others_are_kept(app):
    sender = Sender(app)
    wrong = {"titel": "Fout", "treden": "2;9", "uren_min": "veel", "gemeente_code": "GM9999"}
    page = sender.send_rows(NEW_ROW, wrong, {"samenvatting": "Zonder naam"})
    assert "2 regels kloppen nog niet" in page.main_text
    assert "Regel 3: Fout" in page.main_text
    assert "Kolom treden: Kies treden van 1 tot en met 6." in page.main_text
    assert "Kolom uren_min: 'veel' is geen heel getal." in page.main_text
    assert "Kolom gemeente_code: De gemeente 'GM9999' kennen we niet." in page.main_text
    assert "Kolom titel: Geef de werkplek een naam." in page.main_text
    sender.save(1)
    assert titles(app) == ["Fietsen maken"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Het bestand is leeg."),
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(200), NO_TEXT),
        (b"titel;plaats\nA\x00B;Duiven\n", NO_TEXT),
        (b"titel\n\x81\x8d\n", NO_TEXT),
        ("titel;plaats\n".encode("utf-16"), "Sla het bestand op als 'CSV UTF-8' en probeer"),
        (b"titel;kleur\nA;rood\n", "Deze kolommen kennen we niet: kleur."),
        (b"plaats\nDuiven\n", "Deze kolommen ontbreken: titel of id."),
        (b"titel;titel\nA;B\n", "Deze kolommen staan er dubbel in: titel."),
        (b"titel;plaats\n", "Onder de namen van de kolommen staat nog niets."),
        (b"\xff\xd8\xff\xe0" + b"\xb5;" * 5000 + b"\nx\n", "Deze kolommen kennen we niet:"),
        (b"x" * (MAX_BYTES - 10) + b"\n", "De eerste regel is niet te lezen"),
        (b"titel\n" + b"x" * MAX_BYTES, TOO_LARGE),
        (b"titel\n" + b"x\n" * (MAX_ROWS + 1), TOO_MANY),
    ],
)
def test_a_file_of_which_nothing_can_be_read_says_what_to_do(app, data, sentence):
    sender = Sender(app)
    page = sender.send(data, status=422)
    assert page.errors[0].startswith(sentence)
    assert len(page.errors[0]) < 400
    assert kept(app) == 0


def test_without_a_file_one_is_asked_for(app):
    sender = Sender(app)
    sender.browser.get(sender.path)
    page = sender.browser.submit("Lees het bestand in", status=422)
    assert page.errors == ["Kies een CSV-bestand."]


def test_more_than_any_spreadsheet_holds_is_not_even_taken_in(app):
    page = Sender(app).send(b"x" * 11 * MAX_BYTES, status=413)
    assert page.heading == "Je stuurt te veel"


def test_ten_thousand_rows_are_refused_in_little_memory(app):
    sender = Sender(app)
    data = sheet_of(*({"titel": f"Werkplek {number}"} for number in range(10_000)))
    sender.browser.get(sender.path)
    tracemalloc.start()
    try:
        page = sender.send(data, status=422)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert page.errors == [TOO_MANY]
    assert peak < 40 * MEGABYTE
    assert kept(app) == 0


def test_a_cell_without_end_makes_one_wrong_row(app):
    page = Sender(app).send_rows(NEW_ROW, {"titel": "Lang", "werkzaamheden": "x" * 200_000})
    assert "1 nieuwe werkplek" in page.main_text
    assert "Deze regel is niet te lezen" in page.main_text


def test_a_text_that_is_too_long_says_how_long_it_may_be(app):
    page = Sender(app).send_rows(NEW_ROW | {"titel": "x" * 101})
    assert "1 regel klopt nog niet" in page.main_text
    assert "Kolom titel:" in page.main_text
    assert "100" in page.main_text


def test_a_formula_and_a_script_are_texts_like_any_other(app):
    sender = Sender(app)
    title = "=HYPERLINK(1)<script>alert(1)</script>"
    sender.send_rows(NEW_ROW | {"titel": title})
    sender.save(1)
    assert titles(app) == [title]
    path = f"/aanbieder/organisaties/{sender.organisation_id}/werkplekken.csv"
    assert "\"'=HYPERLINK(1)" in sender.browser.raw(path).get_data(as_text=True)


def test_signs_that_nobody_can_read_make_a_wrong_row(app):
    page = Sender(app).send(b"titel;plaats\nA\x07B;Duiven\nGoed;Duiven\n")
    assert "1 regel klopt nog niet" in page.main_text
    assert "1 nieuwe werkplek" in page.main_text


def test_the_same_workplace_twice_in_one_file_is_taken_once(app):
    sender = Sender(app, DRAFT)
    row = {"id": sender.ids[0], "uren_max": "20"}
    page = sender.send_rows(row, row | {"uren_max": "30"}, NEW_ROW, NEW_ROW)
    assert "Kolom id: Deze werkplek staat ook op regel 2." in page.main_text
    assert "Deze werkplek staat ook op regel 4." in page.main_text
    assert "1 werkplek verandert" in page.main_text
    assert "1 nieuwe werkplek" in page.main_text


def test_a_workplace_by_id_and_again_by_its_name_is_taken_once(app):
    sender = Sender(app, DRAFT)
    address = {
        "straat": "Voorbeeldstraat",
        "huisnummer": "1",
        "postcode": "6921AB",
        "plaats": "Duiven",
    }
    by_name = {"titel": "Meewerken in de moestuin", **address}
    page = sender.send_rows({"id": sender.ids[0], "uren_max": "20"}, by_name)
    assert "Deze werkplek staat ook op regel 2." in page.main_text


def test_a_workplace_of_another_organisation_is_a_wrong_row(app):
    sender, other = Sender(app), Sender(app, VersionStatus.APPROVED)
    page = sender.send_rows({"id": other.ids[0], "titel": "Gekaapt"})
    assert "Kolom id: Deze werkplek staat niet bij jouw organisatie." in page.main_text
    assert "Er is niets om te bewaren." in page.main_text


def test_a_row_that_says_it_is_of_another_organisation_is_a_wrong_row(app):
    page = Sender(app).send_rows(NEW_ROW | {"organisatie": "Zorgboerderij Het Lam"})
    assert "Kolom organisatie: Dit bestand is voor" in page.main_text


def test_what_waits_for_the_municipality_does_not_change_row_by_row(app):
    sender = Sender(app, VersionStatus.SUBMITTED)
    page = sender.send_rows({"id": sender.ids[0], "uren_max": "20"})
    assert "Deze werkplek wacht op controle." in page.main_text


def test_a_change_that_does_not_fit_what_is_known_is_a_wrong_row(app):
    sender = Sender(app, VersionStatus.APPROVED, DRAFT)
    hours, place = {"id": sender.ids[0], "uren_max": "3"}, {"id": sender.ids[1], "plaats": "Ede"}
    page = sender.send_rows(hours, place)
    assert "Kolom uren_max: Vul bij hooguit evenveel of meer uren in" in page.main_text
    assert "Kolom plaats: Bij postcode 6921 hoort de plaats Duiven." in page.main_text
