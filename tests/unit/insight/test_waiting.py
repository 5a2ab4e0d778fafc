"""Waiting times and months, by example."""

from datetime import UTC, date, datetime, timedelta

import pytest

from webapp.insight.months import counts_by_month, last_months
from webapp.insight.waiting import Decided, waiting_times

MONDAY = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def decided(*days):
    return [Decided(MONDAY, MONDAY + timedelta(days=each)) for each in days]


def test_who_decides_nothing_has_no_waiting_times():
    assert waiting_times([]) is None


def test_one_decision_is_the_median_and_the_most():
    found = waiting_times(decided(3))
    assert (found.count, found.median, found.most) == (1, 3, 3)


def test_half_waits_no_longer_than_the_median_and_nine_of_ten_no_longer_than_the_most():
    found = waiting_times(decided(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
    assert (found.count, found.median, found.most) == (11, 6, pytest.approx(10))


def test_one_that_waited_very_long_does_not_move_the_median():
    assert waiting_times(decided(1, 1, 1, 1, 400)).median == 1


def test_the_last_twelve_months_go_over_the_turn_of_the_year():
    months = last_months(date(2026, 3, 31))
    assert (months[0], months[-1], len(months)) == (date(2025, 4, 1), date(2026, 3, 1), 12)


def test_a_month_begins_at_midnight_in_the_netherlands():
    late = datetime(2026, 4, 30, 22, 30, tzinfo=UTC)
    months = [date(2026, 4, 1), date(2026, 5, 1)]
    assert counts_by_month([late], months) == {months[0]: 0, months[1]: 1}
