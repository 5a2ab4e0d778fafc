"""Days and talks as a file for a calendar (RFC 5545); the door to icalendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import Response
from icalendar import Alarm, Calendar, Event

from webapp.core import clock

# How long before there is a warning, and how long it lasts: a whole day, and a talk at a moment.
_OF_DAY = (timedelta(days=7), timedelta(days=1))
_OF_TALK = (timedelta(days=1), timedelta(hours=1))


@dataclass(frozen=True)
class Entry:
    """Something on a day or at a moment; `key` is that of the same thing always.

    So a calendar that gets it twice has it once.
    """

    key: str
    at: date
    title: str
    text: str
    place: str = ""


def calendar_answer(name: str, entries: Iterable[Entry]) -> Response:
    """Return the answer that downloads `entries` as `name`.ics, each with a warning before it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Werkplekwijzer//NL")
    calendar.add("version", "2.0")
    for each in entries:
        calendar.add_component(_event(each))
    return Response(
        calendar.to_ical(),
        mimetype="text/calendar",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.ics"',
            "Cache-Control": "no-store",
        },
    )


def _event(each: Entry) -> Event:
    warn_before, lasts = _OF_TALK if isinstance(each.at, datetime) else _OF_DAY
    event = Event()
    event.add("uid", f"{each.key}@werkplekwijzer")
    event.add("dtstamp", clock.now())
    event.add("dtstart", each.at)
    event.add("dtend", each.at + lasts)
    event.add("summary", each.title)
    event.add("description", each.text)
    if each.place:
        event.add("location", each.place)
    # A day on which something must be done is not a day that is full.
    event.add("transp", "OPAQUE" if isinstance(each.at, datetime) else "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", each.title)
    alarm.add("trigger", -warn_before)
    event.add_component(alarm)
    return event
