"""A page with search results, as `components/search.html` shows it.

Public visitors and consultants see the same results; where their links lead differs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from webapp.search.queries import ResultPage, Viewpoint
from webapp.search.wider import wider_searches
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.search_form import SearchForm, search_form
from webapp.web.search_results import (
    ActiveFilter,
    AddressOf,
    Card,
    FilterGroup,
    active_filters,
    card_of,
    filter_groups,
)
from webapp.web.search_words import result_sentence
from webapp.web.site import current_site
from webapp.workplaces.models import Sector


@dataclass(frozen=True)
class Shown:
    """What stands on the page; `wider` has a sentence and an address for each wider search."""

    page: ResultPage
    fields: SearchForm
    cards: list[Card]
    groups: list[FilterGroup]
    active: list[ActiveFilter]
    clear_url: str
    url_of: Callable[[int], str]
    wider: list[tuple[str, str]]
    maybe_url: str


def shown(
    page: ResultPage,
    problems: Mapping[str, str],
    sectors: Sequence[Sector],
    *,
    viewpoint: Viewpoint,
    address_of: AddressOf,
) -> Shown:
    """Return what the page shows of a search that was done; `address_of` makes its links."""
    site = current_site()
    return Shown(
        page=page,
        fields=search_form(page, problems, site),
        cards=[card_of(hit, site) for hit in page.hits],
        groups=filter_groups(page, sectors),
        active=active_filters(page.request, sectors, address_of),
        clear_url=address_of(page.request.without_choices()),
        url_of=lambda number: address_of(replace(page.request, page=number)),
        wider=[] if page.total else _wider(page, viewpoint, address_of),
        maybe_url=address_of(replace(page.request, text=page.maybe, page=1)) if page.maybe else "",
    )


def _wider(page: ResultPage, viewpoint: Viewpoint, address_of: AddressOf) -> list[tuple[str, str]]:
    """Return what to try when nothing was found: a sentence with its number, and the address."""
    site = current_site()
    home = site.municipality_name or ""
    found = wider_searches(
        db(), ports().search_engine, page.request, viewpoint=viewpoint, home=home
    )
    return [
        (result_sentence(each.request, each.total, each.where, site), address_of(each.request))
        for each in found
    ]
