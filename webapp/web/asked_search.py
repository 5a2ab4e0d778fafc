"""A search that somebody asks for, done: the same for the list and for the map."""

from collections.abc import Mapping, Sequence

from webapp.search import parameters, queries
from webapp.search.queries import Viewpoint
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.search_filters import AddressOf
from webapp.web.search_page import Shown, shown
from webapp.web.site import current_municipality, current_site
from webapp.workplaces.sectors import all_sectors


def search_for(
    values: Mapping[str, Sequence[str]], *, address_of: AddressOf, compare_url: str = ""
) -> Shown:
    """Return what a page shows of the search that `values` ask for on the site at hand.

    `values` has a list for each parameter; `address_of` makes the links of the page, and
    `compare_url` is where what is chosen on it is compared.
    """
    sectors = all_sectors(db())
    # How many stand on a page is for programs to say: a page of a hundred is slow on a phone.
    said = {name: each for name, each in values.items() if name != parameters.PER_PAGE}
    asked = parameters.understand(said, [sector.key for sector in sectors])
    viewpoint = Viewpoint(current_municipality().code, current_site().settings.adjacency)
    return shown(
        queries.search(db(), ports().search_engine, asked.request, viewpoint=viewpoint),
        asked.problems,
        sectors,
        viewpoint=viewpoint,
        address_of=address_of,
        compare_url=compare_url,
    )
