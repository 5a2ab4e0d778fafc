"""What visitors filter on: one line for each facet.

What the facets and their values are called for people stands in `webapp.web.facet_words`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from webapp.trajectories.products import ProductCode
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.vocabulary import PARTS, Access, Availability

_WEEKEND = "weekend"
_WEEKEND_DAYS = frozenset({"za", "zo"})
# Only what can be used in full: who depends on it must not find a door that is half open.
_ACCESS_FIELDS = {"rolstoel": "wheelchair", "toilet": "toilet", "prikkelarm": "quiet_room"}


class Facet(IntEnum):
    """What a visitor can filter on; the value is its place in `Facts.facets`."""

    SECTOR = 0
    RUNG = 1
    PRODUCT = 2
    PART_OF_DAY = 3
    ACCESSIBILITY = 4
    AVAILABILITY = 5
    TRY_OUT = 6


@dataclass(frozen=True)
class FacetKind:
    """How a facet is asked for, and what a workplace has for it.

    `choices` are all values there can be; () when the database knows them.
    """

    parameter: str
    values_of: Callable[[WorkplaceContent], tuple[str, ...]]
    choices: tuple[str, ...] = ()


def _parts_of_day(content: WorkplaceContent) -> tuple[str, ...]:
    """Return the parts of a day on which there is work on any day, and whether at weekends."""
    chosen = [tuple(each.split("-")) for each in content.day_parts]
    parts = {part for _, part in chosen}
    weekend = (_WEEKEND,) if any(day in _WEEKEND_DAYS for day, _ in chosen) else ()
    return (*(part for part in PARTS if part in parts), *weekend)


def _accessible(content: WorkplaceContent) -> tuple[str, ...]:
    return tuple(
        value for value, field in _ACCESS_FIELDS.items() if getattr(content, field) is Access.YES
    )


FACETS: Mapping[Facet, FacetKind] = {
    Facet.SECTOR: FacetKind("branche", lambda content: content.sectors),
    Facet.RUNG: FacetKind("trede", lambda content: tuple(map(str, content.rungs)), tuple("123456")),
    Facet.PRODUCT: FacetKind(
        "traject", lambda content: tuple(map(str, content.products)), tuple(ProductCode)
    ),
    Facet.PART_OF_DAY: FacetKind("dagdeel", _parts_of_day, (*PARTS, _WEEKEND)),
    Facet.ACCESSIBILITY: FacetKind("toegankelijkheid", _accessible, tuple(_ACCESS_FIELDS)),
    Facet.AVAILABILITY: FacetKind(
        "plek",
        lambda content: () if content.availability is None else (content.availability.value,),
        tuple(Availability),
    ),
    Facet.TRY_OUT: FacetKind(
        "proefplek", lambda content: ("ja",) if content.try_out else (), ("ja",)
    ),
}


def facets_of(content: WorkplaceContent) -> tuple[tuple[str, ...], ...]:
    """Return what a workplace has for each facet, in the order of the facets."""
    return tuple(FACETS[facet].values_of(content) for facet in Facet)
