"""Putting workplaces on a shortlist that were ticked in results, or are open on a page."""

from collections.abc import Sequence

from flask import Response, flash, request
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as AnyResponse

from webapp.permissions.table import Permission
from webapp.search.models import ConsultantSearch
from webapp.shortlists import operations, queries
from webapp.shortlists.models import Shortlist
from webapp.shortlists.rules import MOST_ITEMS
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import address_of, find_kept, own_id, understood
from webapp.web.consultant.page import page
from webapp.web.consultant.shortlist import back_to, by_whom, seen
from webapp.web.consultant.shortlist_forms import NEW, AddForm
from webapp.web.consultant.shortlists import make_list
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.site import current_municipality
from webapp.web.workplace_links import shown_content
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import find_public_workplaces
from webapp.workplaces.sectors import all_sectors


@blueprint.route("/consulent/lijstjes/toevoegen", methods=["GET", "POST"])
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_add() -> AnyResponse:
    """Ask on which list the workplaces `?id=` go, and put them there.

    `?zoekopdracht=` is the search that they were found by.
    """
    kept = find_kept(request.values.get("zoekopdracht", ""))
    workplaces = _chosen()
    form = AddForm(data={"label": kept.criteria["label"] if kept else "", "list": ""})
    form.offer(queries.lists_of(db(), own_id(), current_municipality().code))
    if workplaces and form.validate_on_submit():
        with form.showing_problems(), db().begin_nested():
            return _add(workplaces, form)
    return _page(workplaces, form, kept)


def _chosen() -> Sequence[Workplace]:
    ids = list(dict.fromkeys(request.values.getlist("id")))[:MOST_ITEMS]
    return find_public_workplaces(db(), ids)


def _add(workplaces: Sequence[Workplace], form: AddForm) -> AnyResponse:
    shortlist = _list_of(form)
    count = operations.add(db(), shortlist, workplaces, **by_whom())
    if count:
        added = ngettext("%(num)s werkplek staat", "%(num)s werkplekken staan", count)
        flash(_("%(added)s nu op het lijstje.", added=added), "ok")
    else:
        flash(_("Wat je koos, stond al op het lijstje."), "info")
    return back_to(shortlist)


def _list_of(form: AddForm) -> Shortlist:
    if form.list.data == NEW:
        return make_list(form.label.data or "", form.once_key)
    return seen(form.list.data)


def _page(
    workplaces: Sequence[Workplace], form: AddForm, kept: ConsultantSearch | None
) -> Response:
    results_url = ""
    if kept:
        asked = understood(kept, request.values, all_sectors(db())).request
        results_url = address_of(asked, kept.public_id)
    return page(
        "shortlist_add",
        status_of(form) if workplaces else 422,
        form=form,
        workplaces=[(each.public_id, shown_content(each).title) for each in workplaces],
        search_id=kept.public_id if kept else "",
        results_url=results_url,
    )
