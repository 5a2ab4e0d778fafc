"""Sharing a shortlist: with colleagues, and with the resident by a link that ends."""

from flask import Response, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core.clock import day_of
from webapp.permissions.table import Permission
from webapp.shortlists import queries, sharing
from webapp.shortlists.models import Shortlist
from webapp.shortlists.rules import LINK_LASTS
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.shortlist import by_whom, owned
from webapp.web.consultant.shortlist_forms import ColleagueForm
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.site import current_site


@blueprint.route("/consulent/lijstjes/<public_id>/delen", methods=["GET", "POST"])
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_share(public_id: str) -> AnyResponse:
    """Show who sees a list, and share it with a colleague."""
    found, form = owned(public_id), ColleagueForm()
    possible = {each.public_id: each for each in queries.possible_colleagues(db(), found)}
    form.offer(list(possible.values()))
    if form.validate_on_submit():
        with form.showing_problems():
            colleague = possible[form.colleague.data]
            sharing.share_with(db(), found, colleague.id, **by_whom())
            flash(_("%(name)s ziet dit lijstje nu ook.", name=colleague.name), "ok")
            return _back(found)
    return _page(found, form)


@blueprint.post("/consulent/lijstjes/<public_id>/delen/stoppen")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_unshare(public_id: str) -> AnyResponse:
    """Share the list with a colleague no more."""
    found, chosen = owned(public_id), request.form.get("collega", "")
    account_id = next(
        (each.account_id for each in found.colleagues if each.account.public_id == chosen), None
    )
    sharing.share_no_more(db(), found, account_id, **by_whom())
    flash(_("Je collega ziet dit lijstje niet meer."), "ok")
    return _back(found)


@blueprint.post("/consulent/lijstjes/<public_id>/link")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_link(public_id: str) -> Response:
    """Make a link for the resident, and show it this once."""
    found = owned(public_id)
    secret = sharing.make_link(db(), found, **by_whom())
    link = current_site().url + url_for("public.resident_shortlist", secret=secret)
    form = ColleagueForm(formdata=None)
    form.offer(queries.possible_colleagues(db(), found))
    return _page(found, form, link=link)


@blueprint.post("/consulent/lijstjes/<public_id>/link/stoppen")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_link_revoke(public_id: str) -> AnyResponse:
    """Let the link for the resident work no more."""
    found = owned(public_id)
    sharing.revoke_link(db(), found, **by_whom())
    flash(_("De link werkt niet meer."), "ok")
    return _back(found)


def _back(found: Shortlist) -> AnyResponse:
    return redirect(url_for("consultant.shortlist_share", public_id=found.public_id), code=303)


def _page(found: Shortlist, form: ColleagueForm, *, link: str = "") -> Response:
    return page(
        "shortlist_share",
        status_of(form),
        shortlist=found,
        form=form,
        link=link,
        until=day_of(found.link.expires_at) if found.link else None,
        days=LINK_LASTS.days,
    )
