"""The searches that a consultant did in the last hours, to go on with or to forget."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import parse_qs

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.search import consultant_searches, parameters
from webapp.search.models import ConsultantSearch
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import address_of, own_id
from webapp.web.edge import db
from webapp.web.search_words import search_in_words
from webapp.web.site import current_municipality, current_site
from webapp.workplaces.sectors import all_sectors


@dataclass(frozen=True)
class RecentSearch:
    """A line of the list: for whom, what was asked, and from and until what time it is kept."""

    public_id: str
    name: str
    asked: str
    url: str
    at: str
    until: str


def recent_searches() -> list[RecentSearch]:
    """Return the searches of who asks on this site, the newest first."""
    kept = consultant_searches.recent(db(), own_id(), current_municipality().code, now=clock.now())
    sectors = [sector.key for sector in all_sectors(db())] if kept else []
    return [_line(each, sectors) for each in kept]


@blueprint.post("/consulent/zoeken/<public_id>/wissen")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def search_forget(public_id: str) -> Response:
    """Forget a search at once, with where the client lives."""
    consultant_searches.forget(db(), public_id, own_id())
    flash(_("De zoekopdracht is gewist."), "ok")
    return redirect(url_for("consultant.overview"), code=303)


def _line(kept: ConsultantSearch, sectors: Sequence[str]) -> RecentSearch:
    where = kept.criteria["where"]
    values = {**parse_qs(kept.criteria["query"]), "postcode": [where]}
    asked = parameters.understand(values, sectors).request
    return RecentSearch(
        public_id=kept.public_id,
        name=kept.criteria["label"] or str(_("Inwoner in %(place)s", place=where)),
        asked=search_in_words(replace(asked, where=str(_("de inwoner"))), None, current_site()),
        url=address_of(asked, kept.public_id),
        at=_clock(kept.created_at),
        until=_clock(kept.expires_at),
    )


def _clock(moment: datetime) -> str:
    """Return the time of day; none of the searches is from another day's same hour."""
    return moment.astimezone(clock.AMSTERDAM).strftime("%H:%M")
