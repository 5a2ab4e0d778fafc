"""What people write in a cell, and what we make of it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.trajectories.products import ProductCode
from webapp.workplaces.exchange import cells
from webapp.workplaces.exchange.accessibility import read_accessibility, write_accessibility
from webapp.workplaces.exchange.formulas import guarded, unguarded
from webapp.workplaces.exchange.sector_names import SectorNames
from webapp.workplaces.models import Sector
from webapp.workplaces.vocabulary import DAY_PARTS, Access

SECTORS = SectorNames(
    Sector(key=key, name=name, icon="leaf", position=1)
    for key, name in [
        ("groen-en-tuin", "Groen en tuin"),
        ("horeca-en-keuken", "Horeca en keuken"),
        ("hout", "Hout"),
        ("houtbouw", "Houtbouw"),
    ]
)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("ma", ("ma-ochtend", "ma-middag")),
        ("MA; Woensdag", ("ma-ochtend", "ma-middag", "wo-ochtend", "wo-middag")),
        ("vr-avond", ("vr-avond",)),
        ("dinsdagochtend;za. middag", ("di-ochtend", "za-middag")),
    ],
)
def test_days_are_understood_as_people_write_them(written, parts):
    assert cells.read_days(written) == parts


@given(st.lists(st.sampled_from(DAY_PARTS), unique=True))
def test_days_are_read_as_they_were_written(parts):
    assert set(cells.read_days(cells.write_days(parts))) == set(parts)


def test_a_whole_day_is_written_as_a_day():
    assert cells.write_days(["ma-ochtend", "ma-middag", "ma-avond", "di-middag"]) == (
        "ma;ma-avond;di-middag"
    )


@pytest.mark.parametrize("written", ["2;3", "2, 3", "Trede 2; trede 3", " 2 ;; 3 "])
def test_rungs_are_understood_as_people_write_them(written):
    assert cells.read_rungs(written) == (2, 3)


@pytest.mark.parametrize("written", ["ontwikkeling-3; Oriëntatie", "Ontwikkeling 3;orientatie"])
def test_products_are_understood_as_people_write_them(written):
    assert cells.read_products(written) == (ProductCode.DEVELOPMENT_3, ProductCode.ORIENTATION)


@pytest.mark.parametrize(
    ("written", "number"),
    [("1234567", "01234567"), ("123456", "00123456"), ("12345", "12345"), ("0123", "0123")],
)
def test_only_the_one_or_two_zeros_that_a_number_can_have_are_put_back(written, number):
    assert cells.with_lost_zeros(written) == number


@pytest.mark.parametrize("written", ["GM0226", "gm0226", "0226", "226"])
def test_a_municipality_is_understood_with_and_without_its_letters(written):
    assert cells.read_municipality_code(written, {"GM0226"}) == "GM0226"


@pytest.mark.parametrize("written", ["GM226", "GM9999", "Duiven", "GM"])
def test_a_code_that_no_municipality_has_is_named(written):
    with pytest.raises(cells.CellError, match=written):
        cells.read_municipality_code(written, {"GM0202"})


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("groen-en-tuin", ("groen-en-tuin",)),
        ("Groen  en Tuin", ("groen-en-tuin",)),
        ("tuin; KEUKEN", ("groen-en-tuin", "horeca-en-keuken")),
        ("hout", ("hout",)),
        ("bouw", ("houtbouw",)),
    ],
)
def test_a_sector_is_found_by_its_key_its_name_or_a_part_of_it(written, keys):
    assert SECTORS.read(written) == keys


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("raket", "De branche 'raket' kennen we niet. Neem een naam over van de site."),
        (
            "en",
            "Bij 'en' passen meer branches: Groen en tuin, Horeca en keuken. Schrijf de hele naam.",
        ),
    ],
)
def test_a_sector_that_is_unclear_is_named(written, problem):
    with pytest.raises(cells.CellError) as refusal:
        SECTORS.read(written)
    assert str(refusal.value) == problem


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("", (None, "")),
        ("rolstoel", (Access.YES, "")),
        ("Rolstoeltoegankelijk.", (Access.YES, "")),
        ("rolstoel; aangepast toilet", (Access.YES, "aangepast toilet")),
        ("Rolstoeltoegankelijk, met lift", (Access.YES, "Rolstoeltoegankelijk, met lift")),
        ("Goed te doen met een rolstoel.", (Access.YES, "Goed te doen met een rolstoel.")),
        ("Niet rolstoeltoegankelijk", (None, "Niet rolstoeltoegankelijk")),
        ("Met de rolstoel lastig: grind.", (None, "Met de rolstoel lastig: grind.")),
        ("rolstoel: nee; er is een trap", (Access.NO, "er is een trap")),
        ("Er is een lift", (None, "Er is een lift")),
    ],
)  # fmt: skip
def test_the_text_on_accessibility_tells_whether_a_wheelchair_can_come(written, understood):
    assert read_accessibility(written) == understood


@pytest.mark.parametrize("wheelchair", [None, *Access])
@pytest.mark.parametrize(
    "notes", ["", "Er is een lift", "Met rolstoel te doen", "rolstoel; en meer", "Geen rolstoel."]
)
def test_accessibility_is_read_as_it_was_written(wheelchair, notes):
    assert read_accessibility(write_accessibility(wheelchair, notes)) == (wheelchair, notes)


@given(st.text(alphabet="=+-@';\t\n\" a", max_size=12))
def test_a_text_that_looks_like_a_formula_comes_back_as_it_was(text):
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="=+-@';\t\n\", a", max_size=12), st.sampled_from(",;\t"))
def test_no_spreadsheet_finds_a_formula_wherever_it_cuts_the_line(text, delimiter):
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerow(["naam", guarded(text), "eind"])
    for row in csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=delimiter):
        assert not [cell for cell in row if cell.lstrip(' "').startswith(("=", "+", "-", "@"))]
