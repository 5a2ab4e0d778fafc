"""How values are written for people, in the templates."""

from datetime import date, datetime, timedelta

from babel.dates import format_datetime, format_timedelta
from babel.numbers import format_decimal
from flask import Flask
from flask_babel import gettext as _
from markupsafe import Markup, escape

from webapp.core import clock
from webapp.core.clock import AMSTERDAM, day_in_words
from webapp.core.money import in_euros, in_whole_euros
from webapp.web.languages import language_code


def init_filters(app: Flask) -> None:
    """Make the filters known to the templates."""
    app.add_template_filter(day)
    app.add_template_filter(moment)
    app.add_template_filter(ago)
    app.add_template_filter(kilometres)
    app.add_template_filter(as_number)
    app.add_template_filter(paragraphs)
    app.add_template_filter(file_size)
    app.add_template_filter(in_euros, "euros")
    app.add_template_filter(in_whole_euros, "whole_euros")


def day(value: date | datetime) -> str:
    """Write a day: '12 mei 2026'."""
    local = value.astimezone(AMSTERDAM) if isinstance(value, datetime) else value
    return day_in_words(local, language_code())


def moment(value: datetime) -> str:
    """Write a moment: '12 mei 2026, 14:05'."""
    return format_datetime(value.astimezone(AMSTERDAM), "d MMMM y, HH:mm", locale=language_code())


def ago(value: datetime) -> str:
    """Write how long ago something was: '3 dagen geleden'."""
    passed = clock.now() - value
    if passed < timedelta(minutes=1):
        return str(_("zojuist"))
    return format_timedelta(-passed, add_direction=True, locale=language_code())


def kilometres(value: float) -> str:
    """Write a distance as people say it: 'ongeveer 3 km'."""
    if value < 1:
        return str(_("minder dan 1 km"))
    return str(_("ongeveer %(km)s km", km=round(value)))


def as_number(text: str) -> Markup:
    """Write a telephone number from left to right, in a text of either direction."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(text)


def file_size(size: int) -> str:
    """Write how large a file is: '340 kB', '2,5 MB'."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{format_decimal(size / 1_000_000, '0.#', locale=language_code())} MB"


def paragraphs(text: str) -> Markup:
    """Write a plain text of several lines as paragraphs, and lines that begin with '-' as lists."""
    blocks = [block for block in text.replace("\r\n", "\n").split("\n\n") if block.strip()]
    return Markup("").join(_block(block.strip().split("\n")) for block in blocks)


def _block(lines: list[str]) -> Markup:
    if all(line.lstrip().startswith(("- ", "* ")) for line in lines):
        items = Markup("").join(
            Markup("<li>{}</li>").format(line.lstrip()[2:].strip()) for line in lines
        )
        return Markup("<ul>{}</ul>").format(items)
    return Markup("<p>{}</p>").format(Markup("<br>").join(escape(line) for line in lines))
