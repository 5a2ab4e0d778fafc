"""A search for a client: what of it is kept on the server, and what stands in its addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.search import consultant_searches, parameters
from webapp.search.models import ConsultantSearch
from webapp.search.parameters import Understood
from webapp.search.request import SearchRequest
from webapp.web.access import require
from webapp.web.edge import db
from webapp.web.search_words import search_in_words
from webapp.web.site import current_site
from webapp.workplaces.models import Sector


def own_id() -> int:
    """Return the account of who searches."""
    return require(Permission.SEARCH_FOR_CLIENT).account_id


def find_kept(public_id: str) -> ConsultantSearch | None:
    """Return a search of who asks that is still kept, or None."""
    return consultant_searches.find(db(), public_id, own_id(), now=clock.now())


def values_near_client(
    kept: ConsultantSearch, values: MultiDict[str, str]
) -> Mapping[str, Sequence[str]]:
    """Return `values` with the place where the client of `kept` lives, and no other, in them."""
    return {**values.to_dict(flat=False), "postcode": [kept.criteria["where"]]}


def understood(
    kept: ConsultantSearch, values: MultiDict[str, str], sectors: Sequence[Sector]
) -> Understood:
    """Return the search that `values` ask for, near where the client of `kept` lives."""
    asked = values_near_client(kept, values)
    return parameters.understand(asked, [sector.key for sector in sectors])


def address_of(asked: SearchRequest, public_id: str) -> str:
    """Return the address of the results: all of a search but where the client lives."""
    return _address("consultant.search", asked, public_id)


def map_address_of(asked: SearchRequest, public_id: str) -> str:
    """Return the address of the map of the results."""
    return _address("consultant.search_map", asked, public_id)


def save_address_of(asked: SearchRequest, public_id: str) -> str:
    """Return the address at which this search can be saved."""
    return _address("consultant.search_save", asked, public_id)


def without_place(asked: SearchRequest) -> SearchRequest:
    """Return what of a search may stand in an address."""
    return replace(asked, where="")


def in_words(asked: SearchRequest) -> str:
    """Return what is searched for, and not where the client lives."""
    words = search_in_words(replace(asked, where=str(_("de inwoner"))), None, current_site())
    count = sum(map(len, asked.chosen.values()))
    chosen = ngettext(", met %(num)s filter", ", met %(num)s filters", count) if count else ""
    return f"{words}{chosen}"


def _address(endpoint: str, asked: SearchRequest, public_id: str) -> str:
    query = parameters.query_string(without_place(asked))
    return url_for(endpoint, public_id=public_id) + (f"?{query}" if query else "")
