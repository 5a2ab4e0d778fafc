"""Where a consultant begins."""

from flask import Response

from webapp.permissions.table import Permission
from webapp.registrations.models import RegistrationStatus
from webapp.registrations.queries import Wanted, count_of, counts_by_status
from webapp.search.engine import Sort
from webapp.search.queries import ResultPage
from webapp.search.request import SearchRequest
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.placements import count_now
from webapp.web.consultant.recent_searches import recent_searches
from webapp.web.edge import db
from webapp.web.search_form import SearchForm, search_form
from webapp.web.site import current_municipality, current_site


@blueprint.get("/consulent")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def overview() -> Response:
    """Show what there is to do."""
    nothing_yet = ResultPage(SearchRequest(), Sort.DISTANCE, (), 0, {})
    return begin(search_form(nothing_yet, {}, current_site()))


def begin(
    fields: SearchForm, *, label: str = "", label_error: str = "", status: int = 200
) -> Response:
    """Return the overview with `fields` and `label` in its search form."""
    code = current_municipality().code
    counts = counts_by_status(db(), code)
    return page(
        "overview",
        status,
        fields=fields,
        label=label,
        label_error=label_error,
        recent=recent_searches(),
        placements_now=count_now(),
        new=counts[RegistrationStatus.NEW],
        with_news=count_of(db(), code, Wanted(has_news=True)),
    )
