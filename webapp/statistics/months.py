"""Months, each by its first day."""

from datetime import date


def month_of(day: date) -> date:
    """Return the month of a day."""
    return day.replace(day=1)


def month_before(month: date, count: int = 1) -> date:
    """Return the month so many months before this one."""
    years, zero_based = divmod(month.year * 12 + month.month - 1 - count, 12)
    return date(years, zero_based + 1, 1)


def last_months(month: date, count: int) -> list[date]:
    """Return so many months, up to this one, the oldest first."""
    return [month_before(month, back) for back in reversed(range(count))]
