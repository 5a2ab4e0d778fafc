"""Days as a file for a calendar (RFC 5545); the door to icalendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from flask import Response
from icalendar import Alarm, Calendar, Event

from webapp.core import clock

_WARN_BEFORE = timedelta(days=7)


@dataclass(frozen=True)
class CalendarDay:
    """Something to do on a day; `key` is that of the same thing always, so none comes twice."""

    key: str
    day: date
    title: str
    text: str


def calendar_answer(name: str, days: Iterable[CalendarDay]) -> Response:
    """Return the answer that downloads `days` as `name`.ics, with a warning a week before."""
    calendar = Calendar()
    calendar.add("prodid", "-//Werkplekwijzer//NL")
    calendar.add("version", "2.0")
    for each in days:
        calendar.add_component(_event(each))
    return Response(
        calendar.to_ical(),
        mimetype="text/calendar",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.ics"',
            "Cache-Control": "no-store",
        },
    )


def _event(each: CalendarDay) -> Event:
    event = Event()
    event.add("uid", f"{each.key}@werkplekwijzer")
    event.add("dtstamp", clock.now())
    event.add("dtstart", each.day)
    event.add("dtend", each.day + timedelta(days=1))
    event.add("summary", each.title)
    event.add("description", each.text)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", each.title)
    alarm.add("trigger", -_WARN_BEFORE)
    event.add_component(alarm)
    return event
