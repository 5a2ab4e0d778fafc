"""What a saved search finds now: only what is in public view, by the rule of the municipality."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qs

from sqlalchemy.orm import Session

from webapp.municipalities.settings import get_settings
from webapp.search import parameters
from webapp.search.asking import Hit
from webapp.search.engine import SearchEngine, Sort
from webapp.search.queries import Searching, Viewpoint
from webapp.search.request import SearchRequest
from webapp.search.saved.models import SavedSearch
from webapp.workplaces.sectors import all_sectors

# More than lie anywhere near each other.
_ALL = 5_000


def request_of(session: Session, saved: SavedSearch) -> SearchRequest:
    """Return the search as it would be asked now; what exists no longer is left out of it."""
    values = {**parse_qs(saved.query), "postcode": [saved.where] if saved.where else []}
    return parameters.understand(values, [each.key for each in all_sectors(session)]).request


@dataclass(frozen=True)
class Finder:
    """Looks for what searches find, as seen from a municipality on a day."""

    session: Session
    searching: Searching

    def hits(self, request: SearchRequest) -> Sequence[Hit]:
        """Return all that fits `request` as it was typed, the newest first.

        What only resembles it is for who looks at the page and can tell.
        """
        whole = replace(request, page=1, per_page=_ALL, sort=Sort.NEWEST)
        found = self.searching.page_of(whole)
        return () if found.instead or found.is_partial else found.hits


def finder_for(
    session: Session, engine: SearchEngine, municipality_code: str, *, today: date
) -> Finder:
    """Return what looks from a municipality, with the neighbours that count for it today."""
    adjacency = get_settings(session, municipality_code).adjacency
    viewpoint = Viewpoint(municipality_code, adjacency, today)
    return Finder(session, Searching(session, engine, viewpoint))
