"""The placements of the municipality: what must be done now, what goes on, what ended."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.permissions.table import Permission
from webapp.placements import queries
from webapp.placements.models import Placement
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.edge import db
from webapp.web.paging import asked_page
from webapp.web.placements import PlacementCard, calendar_of, card_of
from webapp.web.site import current_municipality, current_site

_NOW, _GOING_ON, _MINE, _ENDED = "", "lopend", "mijn", "afgelopen"


@blueprint.get("/consulent/plaatsingen")
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placements() -> Response:
    """Show what must be done now, or by `?status=` all that goes on, is one's own, or ended."""
    code = current_municipality().code
    going_on = [_card(each) for each in queries.open_of(db(), code)]
    views = {name: [each for each in going_on if holds(each)] for name, holds in _VIEWS.items()}
    counts = {name: len(view) for name, view in views.items()}
    counts[_ENDED] = queries.count_ended_of(db(), code)
    name = request.args.get("status", "")
    name = name if name in counts else _NOW
    paging = asked_page(counts[name])
    if name == _ENDED:
        ended = queries.ended_of(db(), code, offset=paging.offset, limit=paging.size)
        listed = [_card(each) for each in ended]
    else:
        listed = sorted(views[name], key=_first_day)[paging.offset : paging.offset + paging.size]
    return page(
        "placements", listed=listed, paging=paging, chosen=name, choices=_choices(counts, name)
    )


@blueprint.get("/consulent/plaatsingen/termijnen.ics")
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placements_file() -> AnyResponse:
    """Give what is to be done in one's own placements as a file for a calendar."""
    own_id = require(Permission.FOLLOW_PLACEMENTS).account_id
    own: Sequence[Placement] = queries.open_of(
        db(), current_municipality().code, consultant_id=own_id
    )
    settings = current_site().settings
    return calendar_of("plaatsingen", [(each, settings) for each in own], is_own=True)


def count_now() -> int:
    """Return in how many placements something must be done now."""
    found = queries.open_of(db(), current_municipality().code)
    return sum(_is_now(_card(each)) for each in found)


def _card(placement: Placement) -> PlacementCard:
    return card_of(placement, current_site().settings)


def _is_now(card: PlacementCard) -> bool:
    return card.first is not None and card.first.is_now


def _is_mine(card: PlacementCard) -> bool:
    own_id = require(Permission.FOLLOW_PLACEMENTS).account_id
    return card.placement.consultant_id == own_id


def _first_day(card: PlacementCard) -> tuple[str, int]:
    day = card.first.due.by if card.first else card.placement.last_day
    return day.isoformat(), card.placement.id


_VIEWS: dict[str, Callable[[PlacementCard], bool]] = {
    _NOW: _is_now,
    _GOING_ON: lambda _card: True,
    _MINE: _is_mine,
}


def _choices(counts: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    names = {
        _NOW: _("Wat nu moet"),
        _GOING_ON: _("Lopend"),
        _MINE: _("Van mij"),
        _ENDED: _("Afgelopen"),
    }
    return [
        {
            "label": label,
            "url": url_for("consultant.placements", status=name or None),
            "count": counts[name],
            "current": name == chosen,
        }
        for name, label in names.items()
    ]
