"""Questions, tariffs and settings: what visitors of the surviving municipality read."""

from dataclasses import fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.content.faq import base_questions
from webapp.content.models import FaqEntry
from webapp.content.queries import find_entry
from webapp.core.money import in_euros
from webapp.mergers.change import Change
from webapp.municipalities.models import MunicipalitySetting
from webapp.municipalities.settings import MunicipalitySettings, get_settings
from webapp.tariffs.models import Tariff
from webapp.tariffs.queries import find_overlapping, tariffs_of

_TERMS = ("registration_retention_months", "placement_retention_years")
_LONGEST_NOTE = 100  # what the form of a tariff takes


def carry_questions(session: Session, change: Change) -> dict[str, int]:
    """Take the old one's own questions along.

    Where both answer the same question, or a site in use has the answer of the base, visitors
    go on reading what they read: the other answer becomes a hidden question beside it.
    """
    counts = {"taken": 0, "hidden": 0}
    entries = session.scalars(select(FaqEntry).where(FaqEntry.municipality_code == change.old))
    for entry in entries.all():
        other = find_entry(session, change.new, entry.key)
        is_free = other is None and not (change.has_site and entry.key in base_questions())
        if is_free:
            entry.municipality_code = change.new
            counts["taken"] += 1
        elif entry.answer and (other is None or _words(other) != _words(entry)):
            entry.municipality_code = change.new
            entry.key = f"{entry.key}-{change.old.lower()}"
            entry.is_hidden = True
            counts["hidden"] += 1
    session.flush()
    return counts


def _words(entry: FaqEntry) -> tuple[str, str]:
    return entry.question, entry.answer


def carry_tariffs(session: Session, change: Change) -> dict[str, Any]:
    """Take the tariffs along for periods in which the surviving one has none for that product.

    The others stay with the old code; the log says what they were.
    """
    taken, left = 0, []
    for tariff in tariffs_of(session, change.old):
        period = (tariff.valid_from, tariff.valid_to)
        if find_overlapping(session, change.new, tariff.product, period) is None:
            tariff.municipality_code = change.new
            _tell_origin(tariff, change)
            session.flush()
            taken += 1
        else:
            days = " - ".join(day.isoformat() for day in period)
            left.append(f"{tariff.product.value} {days}: {in_euros(tariff.amount_cents)}")
    return {"taken": taken, "left": left}


def _tell_origin(tariff: Tariff, change: Change) -> None:
    note = f"{tariff.note} Was een tarief van {change.old_name}.".strip()
    if len(note) <= _LONGEST_NOTE:
        tariff.note = note


def fill_settings(session: Session, change: Change) -> dict[str, Any]:
    """Fill what the surviving one never set with what the old one did; its own settings win.

    A site in use keeps its ways: it only gets what it has nothing for, and not another's name.
    Registrations are kept for the longer of the two terms, so that none is forgotten too soon.
    The old one's settings stay with its code.
    """
    theirs, ours = (_own_settings(session, code) for code in (change.old, change.new))
    wanted = {name: value for name, value in theirs.items() if name not in ours}
    if change.has_site:
        empty = {each.name for each in fields(MunicipalitySettings) if each.default in ("", ())}
        wanted = {name: wanted[name] for name in wanted.keys() & empty - {"site_name"}}
    new, old = (get_settings(session, code) for code in (change.new, change.old))
    wanted |= {
        term: getattr(old, term) for term in _TERMS if getattr(old, term) > getattr(new, term)
    }
    for name, value in wanted.items():
        session.merge(MunicipalitySetting(municipality_code=change.new, name=name, value=value))
    session.flush()
    left = theirs.keys() - wanted.keys()
    return {"filled": sorted(wanted), "left": sorted(left)}


def _own_settings(session: Session, code: str) -> dict[str, Any]:
    known = {each.name for each in fields(MunicipalitySettings)}
    rows = session.scalars(
        select(MunicipalitySetting).where(MunicipalitySetting.municipality_code == code)
    )
    return {row.name: row.value for row in rows if row.name in known}
