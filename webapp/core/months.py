"""Counting in months of the calendar; the door to dateutil."""

from datetime import date

from dateutil.relativedelta import relativedelta


def months_after(day: date, count: int) -> date:
    """Return the same day `count` months later, or the last day when that month is shorter."""
    return day + relativedelta(months=count)
