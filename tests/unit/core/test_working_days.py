"""Which days count when somebody is waited for."""

from datetime import date

import pytest

from webapp.core.working_days import is_working_day, working_days_before


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        (date(2026, 6, 1), True),
        (date(2026, 6, 6), False),  # a Saturday
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 4, 27), False),  # King's Day
        (date(2026, 5, 14), False),  # Ascension Day
        (date(2026, 5, 5), True),  # Liberation Day is a day off once in five years
        (date(2025, 5, 5), False),
    ],
)
def test_nobody_works_in_a_weekend_or_on_a_holiday(day, is_one):
    assert is_working_day(day) is is_one


def test_the_day_of_asking_does_not_count_itself():
    assert working_days_before(date(2026, 6, 8), 5) == date(2026, 6, 1)


def test_a_holiday_makes_the_wait_longer():
    assert working_days_before(date(2026, 5, 15), 5) == date(2026, 5, 7)
