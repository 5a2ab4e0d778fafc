"""A shortlist as a resident and a consultant read it: what is in public view, and how to get there.

Nothing that consultants note is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from webapp.geo.coordinates import Coordinates
from webapp.shortlists.models import Shortlist, ShortlistItem
from webapp.web.edge import db
from webapp.web.location_rule import own_scope
from webapp.web.scope_map import ScopeMap, draw_points
from webapp.web.workplace_facts import Fact, address_lines, facts_of, hours_in_words
from webapp.web.workplace_links import path_of, shown_content
from webapp.web.workplace_words import Names, label_of, names_in
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import find_public_workplaces


@dataclass(frozen=True)
class ShownWorkplace:
    """A workplace of the list with its number; `facts` tell when, where and how to get there."""

    number: int
    public_id: str
    title: str
    url: str
    organisation: str
    summary: str
    facts: Sequence[Fact]
    point: Coordinates | None


@dataclass(frozen=True)
class ShownList:
    """What is in public view, how many are not (any more), and the map of those with a point."""

    workplaces: Sequence[ShownWorkplace]
    gone: int
    map: ScopeMap | None


def public_of(shortlist: Shortlist) -> dict[int, Workplace]:
    """Return the workplaces of a list that are in public view, by their id."""
    wanted = [each.workplace.public_id for each in shortlist.items if each.workplace]
    return {each.id: each for each in find_public_workplaces(db(), wanted)}


def shown(items: Sequence[ShortlistItem], public: dict[int, Workplace]) -> ShownList:
    """Return these items of a list as they are read; `public` is what `public_of` returns."""
    found = [
        public[each.workplace_id]
        for each in items
        if each.workplace_id is not None and each.workplace_id in public
    ]
    names = names_in(db(), *map(shown_content, found))
    workplaces = [_shown(number, each, names) for number, each in enumerate(found, start=1)]
    points = {each.number: each.point for each in workplaces if each.point is not None}
    drawn = draw_points(own_scope(), points) if points else None
    return ShownList(workplaces, len(items) - len(found), drawn)


def _shown(number: int, workplace: Workplace, names: Names) -> ShownWorkplace:
    content, version = shown_content(workplace), workplace.published_version
    point = (
        Coordinates(version.latitude, version.longitude)
        if version and version.latitude is not None and version.longitude is not None
        else None
    )
    return ShownWorkplace(
        number=number,
        public_id=workplace.public_id,
        title=content.title,
        url=path_of(workplace),
        organisation=workplace.organisation.name,
        summary=content.summary,
        facts=[
            Fact(str(_("Adres")), address_lines(content), in_own_words=True),
            *facts_of(content, ("day_parts",), names),
            Fact(str(_("Uren per week")), hours_in_words(content)),
            *facts_of(content, ("public_transport",), names),
            *_brought(workplace),
        ],
        point=point,
    )


def _brought(workplace: Workplace) -> Sequence[Fact]:
    """Return that the provider brings people there, where it does."""
    offered = shown_content(workplace).transport_offered
    return [Fact(label_of("transport_offered"), str(_("Ja")))] if offered else []
