"""What somebody searches for, as understood from an address, a form or a program."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from webapp.search.engine import Sort
from webapp.search.facets import Facet
from webapp.search.scope import Area

DEFAULT_KM = 10
DEFAULT_PER_PAGE = 20


@dataclass(frozen=True)
class SearchRequest:
    """Words, a place, choices and an order. `where` is a postcode or the name of a place, as typed.

    `sort` is None when nobody chose; then the best order follows from the rest.
    """

    text: str = ""
    area: Area = Area.SURROUNDINGS
    where: str = ""
    km: int = DEFAULT_KM
    chosen: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort | None = None
    page: int = 1
    per_page: int = DEFAULT_PER_PAGE

    def choices(self, facet: Facet) -> tuple[str, ...]:
        """Return the values chosen within a facet."""
        return self.chosen.get(facet, ())

    @property
    def chosen_facets(self) -> tuple[Facet, ...]:
        """The facets in which something is chosen."""
        return tuple(facet for facet, values in self.chosen.items() if values)

    def without_facet(self, facet: Facet) -> Self:
        """Return the same search with nothing chosen in one facet, from its first page."""
        left = {each: values for each, values in self.chosen.items() if each is not facet}
        return replace(self, chosen=left, page=1)

    def without_choice(self, facet: Facet, value: str) -> Self:
        """Return the same search without one chosen value, from its first page."""
        left = tuple(each for each in self.choices(facet) if each != value)
        return replace(self, chosen={**self.chosen, facet: left}, page=1)

    def without_choices(self) -> Self:
        """Return the same search with nothing chosen in any facet, from its first page."""
        return replace(self, chosen={}, page=1)
