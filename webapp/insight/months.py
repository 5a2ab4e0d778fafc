"""Counting by month, as the calendar in the Netherlands has them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time

from webapp.core.clock import AMSTERDAM, day_of


def last_months(today: date, count: int = 12) -> Sequence[date]:
    """Return the first days of this month and those before it, the earliest first."""
    this = today.year * 12 + today.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(this - count + 1, this + 1)]


def begin_of(month: date) -> datetime:
    """Return the moment at which a month begins."""
    return datetime.combine(month, time(), tzinfo=AMSTERDAM)


def counts_by_month(moments: Iterable[datetime], months: Sequence[date]) -> Mapping[date, int]:
    """Return how many moments lie in each of `months`."""
    found = Counter(day_of(moment).replace(day=1) for moment in moments)
    return {month: found[month] for month in months}
