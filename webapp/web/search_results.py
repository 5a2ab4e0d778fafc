"""The results of a search in the shapes that the components take: cards, filters, links.

Public visitors and consultants see the same results; where their links lead differs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from flask_babel import gettext as _

from webapp.search.asking import Hit
from webapp.search.facets import FACETS
from webapp.search.queries import ResultPage
from webapp.search.request import SearchRequest
from webapp.search.scope import Reason
from webapp.web.facet_words import FACET_NAMES, facet_values
from webapp.web.filters import kilometres
from webapp.web.search_words import reason_in_words
from webapp.web.site import Site
from webapp.web.workplace_links import path_of, shown_content
from webapp.web.workplace_words import listed
from webapp.workplaces import labels
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import Sector
from webapp.workplaces.vocabulary import DAYS, Access, Availability

_SUMMARY_LENGTH = 140
# How many values of a facet are seen before the rest is folded away.
_AT_ONCE = 8

AddressOf = Callable[[SearchRequest], str]


@dataclass(frozen=True)
class Badge:
    """A trait in few words."""

    text: str
    kind: str = "neutral"
    symbol: str | None = None


@dataclass(frozen=True)
class Card:
    """One workplace in a list, as the component `card` shows it."""

    public_id: str
    title: str
    url: str
    organisation: str
    place: str
    distance: str | None
    reason: str
    days: str
    summary: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True)
class FilterOption:
    """A value that can be chosen, with the number of workplaces behind it."""

    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True)
class FilterGroup:
    """The values of one facet; `name` is the parameter. Of many values some are folded away."""

    legend: str
    name: str
    options: tuple[FilterOption, ...]
    folded: tuple[FilterOption, ...]


@dataclass(frozen=True)
class ActiveFilter:
    """A chosen value, and where to go to be rid of it."""

    label: str
    remove_url: str


def card_of(hit: Hit, site: Site) -> Card:
    """Return what the list shows of a workplace; the whole stays under sixty words."""
    content = shown_content(hit.workplace)
    return Card(
        public_id=hit.workplace.public_id,
        title=content.title,
        url=path_of(hit.workplace),
        organisation=hit.workplace.organisation.name,
        place=content.place or hit.municipality_name,
        distance=None if hit.distance_km is None else kilometres(hit.distance_km),
        reason=reason_in_words(hit, site),
        days=_days(content),
        summary=shorten(content.summary, _SUMMARY_LENGTH, placeholder="…"),
        badges=tuple(_badges(content, hit.reason)),
    )


def filter_groups(page: ResultPage, sectors: Sequence[Sector]) -> list[FilterGroup]:
    """Return the facets with the values that occur in the results, or are chosen."""
    groups = []
    for facet, kind in FACETS.items():
        counts, chosen = page.facets.get(facet, {}), page.request.choices(facet)
        options = tuple(
            FilterOption(value, label, counts.get(value, 0), value in chosen)
            for value, label in facet_values(facet, sectors).items()
            if counts.get(value) or value in chosen
        )
        if options:
            groups.append(FilterGroup(str(FACET_NAMES[facet]), kind.parameter, *_folded(options)))
    return groups


def _folded(options: tuple[FilterOption, ...]) -> tuple[tuple[FilterOption, ...], ...]:
    """Return what is seen at once, the chosen and the fullest, and the rest; each in its order."""
    chosen = sum(option.checked for option in options)
    ranked = sorted(options, key=lambda option: (not option.checked, -option.count))
    seen = ranked[: max(_AT_ONCE, chosen)]
    return (
        tuple(option for option in options if option in seen),
        tuple(option for option in options if option not in seen),
    )


def active_filters(
    request: SearchRequest, sectors: Sequence[Sector], address_of: AddressOf
) -> list[ActiveFilter]:
    """Return what is chosen in the facets, each with the way to be rid of it."""
    return [
        ActiveFilter(
            facet_values(facet, sectors).get(value, value),
            address_of(request.without_choice(facet, value)),
        )
        for facet in FACETS
        for value in request.choices(facet)
    ]


def _days(content: WorkplaceContent) -> str:
    """Return the days on which there is work: 'ma, wo en vr'."""
    present = {part.split("-")[0] for part in content.day_parts}
    days = [day for day in DAYS if day in present]
    return listed(days) if days else ""


def _badges(content: WorkplaceContent, reason: Reason) -> list[Badge]:
    badges = []
    if reason is Reason.EXCEPTION:
        badges.append(Badge(str(_("Uitzondering")), "info", "info"))
    if content.rungs:
        numbers = listed([str(rung) for rung in content.rungs])
        badges.append(Badge(str(_("Trede %(numbers)s", numbers=numbers))))
    if content.availability is not None:
        kind = {Availability.FREE: "ok", Availability.WAITING_LIST: "warning"}
        text = str(_(labels.AVAILABILITIES[content.availability]))
        badges.append(Badge(text, kind.get(content.availability, "neutral"), "person"))
    if content.try_out:
        badges.append(Badge(str(_("Proefplek mogelijk"))))
    if content.wheelchair is Access.YES:
        badges.append(Badge(str(_("Rolstoel")), symbol="wheelchair"))
    return badges
