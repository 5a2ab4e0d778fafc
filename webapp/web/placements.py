"""Placements in words: what must be done when, on a page and in a calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.municipalities.queries import get_municipality
from webapp.municipalities.settings import MunicipalitySettings, get_settings
from webapp.placements import labels
from webapp.placements.due import Due, Urgency, dues_of, open_dues
from webapp.placements.models import Placement
from webapp.trajectories.deadlines import Task
from webapp.trajectories.products import product_of
from webapp.web.calendar_answer import Entry, calendar_answer
from webapp.web.deadline_words import WHAT_TO_DO
from webapp.web.edge import db


@dataclass(frozen=True)
class DueRow:
    """A deadline in words: its state as a badge, and what is said of it."""

    due: Due
    title: str
    text: str
    said: str
    state: str
    kind: str
    is_now: bool


@dataclass(frozen=True)
class PlacementCard:
    """A placement in a list, with what must be done first."""

    placement: Placement
    product: str
    first: DueRow | None


def card_of(placement: Placement, settings: MunicipalitySettings) -> PlacementCard:
    """Return a placement as a list shows it, by the settings of who pays."""
    rows = [_row(due, settings) for due in open_dues(placement, settings.stable_progress)]
    first = min(rows, key=lambda row: row.due.by, default=None)
    return PlacementCard(placement, product_name(placement, settings), first)


def due_rows(placement: Placement, settings: MunicipalitySettings) -> list[DueRow]:
    """Return each deadline of a placement."""
    return [_row(due, settings) for due in dues_of(placement, settings.stable_progress)]


def product_name(placement: Placement, settings: MunicipalitySettings) -> str:
    """Return what the product is called in the municipality that pays."""
    return product_of(placement.product).called(settings.product_names)


def settings_of(placements: Iterable[Placement]) -> dict[str, MunicipalitySettings]:
    """Return the settings of each municipality that pays."""
    codes = {placement.municipality_code for placement in placements}
    return {code: get_settings(db(), code) for code in codes}


def payer_of(placement: Placement) -> str:
    """Return the name of the municipality that pays."""
    return get_municipality(db(), placement.municipality_code).name


def calendar_of(
    name: str, placements: Iterable[tuple[Placement, MunicipalitySettings]], *, is_own: bool
) -> Response:
    """Return what is to be done as a file for a calendar; `is_own` puts the reference in it."""
    return calendar_answer(
        name, [each for pair in placements for each in _entries(*pair, is_own=is_own)]
    )


def _entries(
    placement: Placement, settings: MunicipalitySettings, *, is_own: bool
) -> Iterable[Entry]:
    for due in open_dues(placement, settings.stable_progress):
        lines = [placement.workplace_title, product_name(placement, settings)]
        if is_own:
            lines.append(_("Jouw kenmerk: %(reference)s", reference=placement.reference))
        yield Entry(
            key=f"plaatsing-{placement.public_id}-{due.task}-{due.day}",
            at=due.by,
            title=f"{_(labels.TASKS[due.task])}: {placement.workplace_title}",
            text="\n".join(map(str, lines)),
        )


def _row(due: Due, settings: MunicipalitySettings) -> DueRow:
    urgency = due.urgency(clock.today(), settings.placement_reminder_days)
    state, kind = _state(due, urgency)
    return DueRow(
        due=due,
        title=str(_(labels.TASKS[due.task])),
        text=str(_(WHAT_TO_DO[due.task], consultant=settings.consultant_title)),
        said=_said(due),
        state=state,
        kind=kind,
        is_now=urgency in (Urgency.OVERDUE, Urgency.SOON),
    )


def _state(due: Due, urgency: Urgency) -> tuple[str, str]:
    by = _in_words(due.by)
    states = {
        Urgency.DONE: (_("Gedaan op %(day)s", day=_in_words(due.done_on)), "ok"),
        Urgency.OVERDUE: (_("Te laat: was uiterlijk %(day)s", day=by), "error"),
        Urgency.SOON: (_("Nu: uiterlijk %(day)s", day=by), "warning"),
        Urgency.LATER: (_("Uiterlijk %(day)s", day=by), "neutral"),
    }
    return states[urgency]


def _said(due: Due) -> str:
    if due.said_on is None:
        return ""
    day = _in_words(due.said_on)
    if due.task is Task.PROGRESS:
        return str(_("De werkgever zegt het te hebben gestuurd op %(day)s.", day=day))
    return str(_("Gepland op %(day)s.", day=day))


def _in_words(day: date | None) -> str:
    return clock.day_in_words(day) if day else ""
