"""The filters of a search in the shapes that the components take.

Public visitors and consultants see the same results; where their links lead differs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from webapp.search.facets import FACETS
from webapp.search.queries import ResultPage
from webapp.search.request import SearchRequest
from webapp.web.facet_words import FACET_NAMES, facet_values
from webapp.workplaces.models import Sector

# How many values of a facet are seen before the rest is folded away.
_AT_ONCE = 8

AddressOf = Callable[[SearchRequest], str]


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
