"""The most that someone with a benefit may receive, by year."""

import pytest

from webapp.municipalities.allowances import cap_for, caps_of
from webapp.municipalities.settings import MunicipalitySettings
from webapp.municipalities.settings_rules import parse_cap

NATIONAL = MunicipalitySettings()


@pytest.mark.parametrize(
    ("year", "known_year", "amount"), [(2023, 2023, 1900), (2031, 2025, 2100), (2001, 2019, 1700)]
)
def test_a_resident_sees_the_cap_of_the_year_or_the_nearest_that_is_known(year, known_year, amount):
    cap = cap_for(NATIONAL, year)
    assert (cap.year, cap.amount_eur) == (known_year, amount)


def test_a_municipality_sets_the_cap_of_a_year_itself():
    own = MunicipalitySettings(allowance_caps=("2026: 2200", "2025: 2050"))
    assert [(cap.year, cap.amount_eur) for cap in caps_of(own)][:3] == [
        (2026, 2200),
        (2025, 2050),
        (2024, 2100),
    ]


@pytest.mark.parametrize("text", ["", "2026", "2026: veel", "26: 2200", "2026 2200"])
def test_a_line_that_is_no_year_and_amount_is_refused(text):
    with pytest.raises(ValueError, match=f"^{text}$"):
        parse_cap(text)
