"""A page with search results, as `components/search.html` shows it.

Public visitors and consultants see the same results; where their links lead differs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlsplit

from webapp.search.queries import ResultPage, Viewpoint
from webapp.web.nothing_found import Explained, explained
from webapp.web.result_cards import Card, card_of
from webapp.web.search_filters import (
    ActiveFilter,
    AddressOf,
    FilterGroup,
    active_filters,
    filter_groups,
)
from webapp.web.search_form import SearchForm, search_form
from webapp.web.search_words import SORT_NAMES
from webapp.web.site import current_site
from webapp.workplaces.models import Sector


@dataclass(frozen=True)
class Shown:
    """What stands on the page.

    `order` is what the order in use is called. `nothing` explains why there are no results, when
    there are none. `compare_url` is where chosen workplaces are compared, `hidden` what is sent
    along of the search.
    """

    page: ResultPage
    fields: SearchForm
    cards: list[Card]
    groups: list[FilterGroup]
    active: list[ActiveFilter]
    clear_url: str
    url_of: Callable[[int], str]
    maybe_url: str
    order: str
    compare_url: str
    hidden: list[tuple[str, str]]
    nothing: Explained | None


def shown(
    page: ResultPage,
    problems: Mapping[str, str],
    sectors: Sequence[Sector],
    *,
    viewpoint: Viewpoint,
    address_of: AddressOf,
    compare_url: str,
) -> Shown:
    """Return what the page shows of a search that was done; `address_of` makes its links."""
    site = current_site()
    symbols = {sector.key: sector.icon for sector in sectors}
    return Shown(
        page=page,
        fields=search_form(page, problems, site),
        cards=[card_of(hit, site, symbols) for hit in page.hits],
        groups=filter_groups(page, sectors),
        active=active_filters(page.request, sectors, address_of),
        clear_url=address_of(page.request.without_choices()),
        url_of=lambda number: address_of(replace(page.request, page=number)),
        maybe_url=address_of(replace(page.request, text=page.maybe, page=1)) if page.maybe else "",
        order=str(SORT_NAMES[page.sort]),
        compare_url=compare_url,
        hidden=parse_qsl(urlsplit(address_of(page.request)).query),
        nothing=explained(page, viewpoint, address_of)
        if not page.total or page.is_partial
        else None,
    )
