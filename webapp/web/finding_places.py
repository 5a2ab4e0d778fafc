"""The finding places and the workplaces of a municipality: on one map, and in lists beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import request
from flask_babel import gettext as _

from webapp.core import clock
from webapp.core.clock import day_in_words
from webapp.core.i18n import N_
from webapp.findingplaces.labels import FIELDS, KINDS
from webapp.findingplaces.models import FindingPlace
from webapp.findingplaces.queries import active_in
from webapp.geo.coordinates import Coordinates
from webapp.search.scope import whole_municipality
from webapp.trajectories.ladder import rungs
from webapp.web.edge import db
from webapp.web.scope_map import ScopeMap, draw_points
from webapp.web.site import current_municipality
from webapp.web.workplace_links import path_of
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import public_lying_in
from webapp.workplaces.sectors import all_sectors

# How many workplaces stand on the page; who wants to see all searches.
_MOST_WORKPLACES = 100
Fact = dict[str, str]


@dataclass(frozen=True)
class Chosen:
    """What is asked for; '' for all."""

    rung: str
    sector: str
    rungs: Mapping[str, str]
    sectors: Mapping[str, str]

    def fits(self, steps: Sequence[Any], keys: Sequence[str]) -> bool:
        """Tell whether something for these rungs, in these sectors, is asked for."""
        has_rung = not self.rung or self.rung in map(str, steps)
        return has_rung and (not self.sector or self.sector in keys)


@dataclass(frozen=True)
class ListedPlace:
    """A finding place with its number on the map."""

    number: int
    name: str
    facts: Sequence[Fact]
    is_on_map: bool


@dataclass(frozen=True)
class ListedWork:
    """A workplace with its number on the map."""

    number: int
    title: str
    url: str
    about: str
    is_on_map: bool


@dataclass(frozen=True)
class Overview:
    """All that the component `finding_places` shows."""

    chosen: Chosen
    places: Sequence[ListedPlace]
    workplaces: Sequence[ListedWork]
    more: int
    drawn: ScopeMap


def overview() -> Overview:
    """Return what there is on the site at hand, as far as the address asks for it."""
    code, chosen = current_municipality().code, _chosen()
    found = [
        each
        for each in active_in(db(), code, today=clock.today())
        if chosen.fits(each.rungs, each.sectors)
    ]
    work = [
        (each, content)
        for each in public_lying_in(db(), code)
        if (content := _content(each)) and chosen.fits(content.rungs, content.sectors)
    ]
    shown = work[:_MOST_WORKPLACES]
    points = [*(each.point for each in found), *(_point(each) for each, _content_of in shown)]
    drawn = draw_points(
        whole_municipality(db(), code),
        {number: point for number, point in enumerate(points, 1) if point},
    )
    return Overview(
        chosen=chosen,
        places=[
            ListedPlace(number, each.name, facts_of(each), number in drawn.shown)
            for number, each in enumerate(found, 1)
        ],
        workplaces=[
            _listed(number, each, content, is_on_map=number in drawn.shown)
            for number, (each, content) in enumerate(shown, len(found) + 1)
        ],
        more=len(work) - len(shown),
        drawn=drawn,
    )


def facts_of(finding_place: FindingPlace) -> list[Fact]:
    """Return what is known of a finding place, in words; what was left open is left out."""
    names = {each.key: each.name for each in all_sectors(db())}
    known = {name: getattr(finding_place, name) for name in _AS_TYPED}
    words: dict[str, str] = {
        "kind": _(KINDS[finding_place.kind]),
        "address": finding_place.address,
        "rungs": ", ".join(finding_place.rungs),
        "sectors": ", ".join(names.get(key, key) for key in finding_place.sectors),
        "active_from": _day(finding_place.active_from),
        "active_to": _day(finding_place.active_to),
        **known,
    }
    labels = {**FIELDS, **_SHORT}
    return [
        {"label": str(_(labels[name])), "value": words[name], "url": _address_of(name, words[name])}
        for name in _ORDER
        if words[name]
    ]


_AS_TYPED = ("neighbourhood", "hours", "for_whom", "phone", "email", "website")
_ORDER = (
    "kind", "neighbourhood", "address", "hours", "for_whom", "rungs", "sectors",
    "phone", "email", "website", "active_from", "active_to",
)  # fmt: skip
# What is a link, and what comes before it in the address.
_SCHEMES = {"phone": "tel:", "email": "mailto:", "website": ""}


def _address_of(name: str, value: str) -> str:
    """Return the address of a way to reach a finding place; '' for anything else."""
    return _SCHEMES[name] + value.replace(" ", "") if name in _SCHEMES else ""


# Shorter than the question of the form.
_SHORT = {
    "address": N_("Adres"),
    "hours": N_("Wanneer"),
    "for_whom": N_("Voor wie"),
    "rungs": N_("Trede"),
    "sectors": N_("Soort werk"),
}


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""


def _chosen() -> Chosen:
    steps = {
        str(each.number): _("Trede %(number)s: %(name)s", number=each.number, name=each.name)
        for each in rungs()
    }
    keys = {each.key: each.name for each in all_sectors(db())}
    rung, sector = request.args.get("trede", ""), request.args.get("branche", "")
    return Chosen(
        rung=rung if rung in steps else "",
        sector=sector if sector in keys else "",
        rungs=steps,
        sectors=keys,
    )


def _content(workplace: Workplace) -> WorkplaceContent | None:
    return workplace.published_version.content if workplace.published_version else None


def _point(workplace: Workplace) -> Coordinates | None:
    version = workplace.published_version
    if version is None or version.latitude is None or version.longitude is None:
        return None
    return Coordinates(version.latitude, version.longitude)


def _listed(
    number: int, workplace: Workplace, content: WorkplaceContent, *, is_on_map: bool
) -> ListedWork:
    return ListedWork(
        number=number,
        title=content.title,
        url=path_of(workplace),
        about=f"{workplace.organisation.name}, {content.place}",
        is_on_map=is_on_map,
    )
