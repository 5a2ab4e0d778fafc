"""Numbers of few people are hidden, and cannot be worked out from the others."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.insight.small_numbers import FEWEST, Hidden, Sum, shared

ROWS, COLUMNS = ("a", "b", "c"), ("x", "y", "z")


def table(cells):
    """Return numbers with their totals, and what adds up to what."""
    numbers = {(row, column): cells[row, column] for row in ROWS for column in COLUMNS}
    sums = []
    for row in ROWS:
        sums.append(Sum([(row, column) for column in COLUMNS], (row, "all")))
        numbers[row, "all"] = sum(cells[row, column] for column in COLUMNS)
    for column in (*COLUMNS, "all"):
        sums.append(Sum([(row, column) for row in ROWS], ("all", column)))
        numbers["all", column] = sum(numbers[row, column] for row in ROWS)
    sums.append(Sum([("all", column) for column in COLUMNS], ("all", "all")))
    return numbers, sums


def test_what_is_large_enough_is_shown():
    numbers, sums = table(dict.fromkeys(product(ROWS, COLUMNS), FEWEST))
    assert shared(numbers, sums) == numbers


def test_one_small_number_takes_others_with_it():
    cells = dict.fromkeys(product(ROWS, COLUMNS), 20)
    cells["a", "x"] = 2
    numbers, sums = table(cells)
    shown = shared(numbers, sums)
    assert shown["a", "x"] is Hidden.FEW
    for line in (sums[0], sums[3]):
        assert sum(isinstance(shown[key], Hidden) for key in line.keys) >= 2


def test_two_small_numbers_that_a_total_gives_away_take_one_more():
    numbers = {("a", "x"): 4, ("a", "y"): 4, ("a", "z"): 30, ("a", "all"): 38}
    line = Sum([("a", "x"), ("a", "y"), ("a", "z")], ("a", "all"))
    assert shared(numbers, [line])["a", "z"] is Hidden.TELLING


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[st.integers(0, 12)] * 9))
def test_no_small_number_can_be_told_from_its_line(drawn):
    numbers, sums = table(dict(zip(product(ROWS, COLUMNS), drawn, strict=True)))
    shown = shared(numbers, sums)
    for line in sums:
        hidden = [key for key in line.keys if isinstance(shown[key], Hidden)]
        assert all(isinstance(shown[key], Hidden) for key in line.keys if numbers[key] < FEWEST)
        if any(shown[key] is Hidden.FEW for key in hidden):
            assert len(hidden) >= 2
