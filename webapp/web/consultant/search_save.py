"""Saving a search that somebody just did, under a name of their own."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.search import parameters
from webapp.search.models import ConsultantSearch
from webapp.search.request import SearchRequest
from webapp.search.saved import operations
from webapp.search.saved.models import Rhythm
from webapp.search.saved.operations import Criteria
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import (
    address_of,
    find_kept,
    in_words,
    save_address_of,
    understood,
    without_place,
)
from webapp.web.consultant.page import page
from webapp.web.consultant.saved_search_form import SavedSearchForm
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.ports import ports
from webapp.web.site import current_municipality
from webapp.workplaces.sectors import all_sectors


@blueprint.route("/consulent/zoeken/<public_id>/bewaren", methods=["GET", "POST"])
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def search_save(public_id: str) -> Response:
    """Ask for a name and how often there must be a mail, and save the search."""
    kept = find_kept(public_id)
    if kept is None:
        return page("search_gone", 404)
    asked = understood(kept, request.args, all_sectors(db())).request
    form = SavedSearchForm(data={"rhythm": Rhythm.NEVER.value})
    if form.validate_on_submit():
        with form.showing_problems():
            _save(kept, asked, form)
            flash(_("De zoekopdracht is bewaard."), "ok")
            return redirect(url_for("consultant.saved_searches"), code=303)
    return page(
        "search_save",
        status_of(form),
        form=form,
        action=save_address_of(asked, public_id),
        results_url=address_of(asked, public_id),
        asked=in_words(asked),
    )


def _save(kept: ConsultantSearch, asked: SearchRequest, form: SavedSearchForm) -> None:
    operations.save(
        db(),
        ports().search_engine,
        current_municipality().code,
        Criteria(kept.criteria["where"], parameters.query_string(without_place(asked))),
        form.to_draft(),
        actor=require(Permission.SEARCH_FOR_CLIENT).actor,
        now=clock.now(),
    )
