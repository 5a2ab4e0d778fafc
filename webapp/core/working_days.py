"""Days on which people work in the Netherlands; the door to the library of holidays."""

from datetime import date, timedelta

import holidays

_SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Tell whether it is no weekend and no public holiday."""
    # The calendar fills in a year when it is first asked about, and keeps it.
    return day.weekday() < _SATURDAY and day not in _CALENDAR


def working_days_before(day: date, count: int) -> date:
    """Return the day from which `count` working days have gone by on `day`, which counts itself."""
    while count > 0:
        if is_working_day(day):
            count -= 1
        day -= timedelta(days=1)
    return day


def working_days_after(day: date, count: int) -> date:
    """Return the last of `count` working days after `day`, which does not count itself."""
    while count > 0:
        day += timedelta(days=1)
        if is_working_day(day):
            count -= 1
    return day


def last_working_day_until(day: date) -> date:
    """Return `day` itself, or the last working day before it."""
    return working_days_before(day, 1) + timedelta(days=1)


_CALENDAR = holidays.country_holidays("NL")
