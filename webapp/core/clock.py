"""The one place that asks what time it is."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# On average: for what lasts a number of months, and not to the day.
MONTH = timedelta(days=30.44)


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the present day in the Netherlands."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """Return the day in the Netherlands at a moment."""
    return moment.astimezone(AMSTERDAM).date()


def time_in_words(moment: datetime, language: str = "nl") -> str:
    """Write the time of day in the Netherlands: '9.30 uur', and in another language '09:30'."""
    pattern = "H.mm 'uur'" if language == "nl" else "HH:mm"
    return format_time(moment.astimezone(AMSTERDAM), pattern, locale=language)


def day_in_words(day: date, language: str = "nl") -> str:
    """Write a day as people say it: '12 mei 2026'."""
    return format_date(day, "d MMMM y", locale=language)
