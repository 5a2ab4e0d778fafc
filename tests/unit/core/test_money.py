"""Amounts as people write them."""

import pytest

from webapp.core.money import in_euros, in_whole_euros, parse_euros


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("5000", 500000),
        ("5.000", 500000),
        ("€ 5.000,00", 500000),
        ("20,50", 2050),
        ("20.50", 2050),
        ("1500,-", 150000),
        (" € 15 ", 1500),
        ("0,05", 5),
    ],
)
def test_a_moderator_types_an_amount_in_any_usual_way(typed, cents):
    assert parse_euros(typed) == cents


@pytest.mark.parametrize("typed", ["", "veel", "5,0", "1.00.00", "-5", "5,000.00", "1e3", "٣"])
def test_what_is_no_amount_is_not_guessed(typed):
    assert parse_euros(typed) is None


def test_a_visitor_reads_amounts_as_they_are_written_here():
    assert in_euros(150005) == "€ 1.500,05"
    assert in_whole_euros(2100) == "€ 2.100"
