"""The lists of workplaces that a consultant made, or that a colleague shares with them."""

from flask import Response, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.shortlists import operations, queries
from webapp.shortlists.models import Shortlist
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import own_id
from webapp.web.consultant.page import page
from webapp.web.consultant.shortlist_forms import NewListForm
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.once import made_once
from webapp.web.site import current_municipality, current_site


@blueprint.route("/consulent/lijstjes", methods=["GET", "POST"])
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlists() -> AnyResponse:
    """Show the lists, and make a new one."""
    form = NewListForm()
    if form.validate_on_submit():
        with form.showing_problems():
            made = make_list(form.label.data or "", form.once_key)
            flash(_("Het lijstje staat klaar. Zoek nu werkplekken om erop te zetten."), "ok")
            return redirect(url_for("consultant.shortlist", public_id=made.public_id), code=303)
    return _page(form)


def make_list(label: str, key: str) -> Shortlist:
    """Return a new list of who asks, or the one that was made with this key before."""
    actor = require(Permission.SEARCH_FOR_CLIENT).actor
    return made_once(
        lambda: queries.find_by_key(db(), key, own_id()),
        lambda: operations.make(
            db(), current_municipality().code, label, key=key, actor=actor, now=clock.now()
        ),
    )


def _page(form: NewListForm) -> Response:
    return page(
        "shortlists",
        status_of(form),
        form=form,
        lists=queries.lists_of(db(), own_id(), current_municipality().code),
        own_id=own_id(),
        months=current_site().settings.shortlist_retention_months,
    )
