"""The searches that somebody saved: to do again, to change and to remove."""

from dataclasses import dataclass
from datetime import date

from flask import Response, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.clock import day_of
from webapp.core.errors import ConflictError
from webapp.permissions.table import Permission
from webapp.search import consultant_searches
from webapp.search.saved import operations, queries
from webapp.search.saved.finding import request_of
from webapp.search.saved.models import SavedSearch
from webapp.search.saved.rules import MOST, kept_until
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import address_of, in_words, own_id
from webapp.web.consultant.page import page
from webapp.web.consultant.saved_search_form import RHYTHMS, SavedSearchForm, form_for
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_municipality


@dataclass(frozen=True)
class SavedLine:
    """A saved search in words: its name, what is asked, how often there is a mail, until when."""

    public_id: str
    name: str
    asked: str
    rhythm: str
    until: date


@blueprint.get("/consulent/zoekopdrachten")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def saved_searches() -> Response:
    """Show what somebody saved on this site, the newest first."""
    saved = queries.saved_by(db(), own_id(), current_municipality().code)
    return page("saved_searches", lines=[_line(each) for each in saved], most=MOST)


@blueprint.route("/consulent/zoekopdrachten/<public_id>", methods=["GET", "POST"])
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def saved_search(public_id: str) -> AnyResponse:
    """Show one, and change its name and how often there is a mail."""
    saved = _saved(public_id)
    form = form_for(saved)
    if form.validate_on_submit():
        try:
            with form.showing_problems():
                operations.change(
                    db(),
                    saved,
                    form.to_draft(),
                    expected_version=form.expected_version,
                    actor=_actor(),
                    now=clock.now(),
                )
                flash(_("De zoekopdracht is bewaard."), "ok")
                return redirect(url_for("consultant.saved_searches"), code=303)
        except ConflictError:
            form.renew(saved.version)
            return _page(saved, form, 409, theirs=_facts(saved))
    return _page(saved, form, status_of(form))


@blueprint.post("/consulent/zoekopdrachten/<public_id>/zoeken")
@per_caller("60 per minute")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def saved_search_run(public_id: str) -> AnyResponse:
    """Search again: as a search for a client, of which the place stands in no address."""
    saved, now = _saved(public_id), clock.now()
    asked = request_of(db(), saved)
    kept = consultant_searches.keep(
        db(),
        saved.municipality_code,
        actor=_actor(),
        now=now,
        where=saved.where,
        label=saved.name,
        query=saved.query,
    )
    operations.use(db(), saved, now=now)
    return redirect(address_of(asked, kept.public_id), code=303)


@blueprint.post("/consulent/zoekopdrachten/<public_id>/verwijderen")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def saved_search_remove(public_id: str) -> AnyResponse:
    """Forget a saved search at once, with where it searched."""
    operations.remove(db(), _saved(public_id), actor=_actor(), now=clock.now())
    flash(_("De zoekopdracht is verwijderd. Je krijgt er geen mail meer over."), "ok")
    return redirect(url_for("consultant.saved_searches"), code=303)


def _page(
    saved: SavedSearch,
    form: SavedSearchForm,
    status: int,
    *,
    theirs: list[dict[str, str]] | None = None,
) -> Response:
    return page("saved_search", status, line=_line(saved), form=form, theirs=theirs)


def _saved(public_id: str) -> SavedSearch:
    return queries.get_saved(db(), public_id, own_id(), current_municipality().code)


def _actor() -> Actor:
    return require(Permission.SEARCH_FOR_CLIENT).actor


def _facts(saved: SavedSearch) -> list[dict[str, str]]:
    return [
        {"label": str(_("Naam van de zoekopdracht")), "value": saved.name},
        {"label": str(_("Mail over nieuwe werkplekken")), "value": _(RHYTHMS[saved.rhythm])},
    ]


def _line(saved: SavedSearch) -> SavedLine:
    return SavedLine(
        public_id=saved.public_id,
        name=saved.name,
        asked=in_words(request_of(db(), saved)),
        rhythm=str(_(RHYTHMS[saved.rhythm])),
        until=day_of(kept_until(saved.used_at)),
    )
