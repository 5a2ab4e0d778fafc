"""One shortlist: what is on it, in large letters, its label, and wiping it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from flask import Response, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError
from webapp.enquiries.models import EnquiryTurn, Side
from webapp.permissions.table import Permission
from webapp.shortlists import operations, queries
from webapp.shortlists.asking import can_be_asked, waits
from webapp.shortlists.models import Shortlist, ShortlistItem
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import own_id
from webapp.web.consultant.page import page
from webapp.web.consultant.shortlist_forms import LabelForm
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.shortlist_shown import public_of, shown
from webapp.web.site import current_municipality


class ByWhom(TypedDict):
    """Who acts, and when."""

    actor: Actor
    now: datetime


@dataclass(frozen=True)
class Line:
    """A workplace on the list, for consultants: `answer` is the last thing the provider said."""

    item: ShortlistItem
    organisation: str
    is_public: bool
    waits: bool
    answer: EnquiryTurn | None


@blueprint.get("/consulent/lijstjes/<public_id>")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist(public_id: str) -> Response:
    """Show the workplaces on a list, with what was noted, asked and answered."""
    found = seen(public_id)
    public = public_of(found)
    return page(
        "shortlist",
        shortlist=found,
        is_own=is_own(found),
        lines=[_line(each, is_public=each.workplace_id in public) for each in found.items],
        can_ask=any(can_be_asked(each, public) for each in found.items),
    )


@blueprint.get("/consulent/lijstjes/<public_id>/afdrukken")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_print(public_id: str) -> Response:
    """Show the list as it is given to a resident on paper: without notes or label."""
    found = seen(public_id)
    return page("shortlist_print", shortlist=found, shown=shown(found.items, public_of(found)))


@blueprint.route("/consulent/lijstjes/<public_id>/wijzigen", methods=["GET", "POST"])
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_edit(public_id: str) -> AnyResponse:
    """Give the list another label."""
    found = owned(public_id)
    form = LabelForm(data={"label": found.label, "version": str(found.version)})
    if form.validate_on_submit():
        try:
            with form.showing_problems():
                version, label = form.expected_version, form.label.data or ""
                operations.rename(db(), found, label, expected_version=version, **by_whom())
                flash(_("Het kenmerk is bewaard."), "ok")
                return back_to(found)
        except ConflictError:
            form.renew(found.version)
            theirs = [{"label": str(_("Kenmerk")), "value": found.label}]
            return page("shortlist_edit", 409, shortlist=found, form=form, theirs=theirs)
    return page("shortlist_edit", status_of(form), shortlist=found, form=form)


@blueprint.post("/consulent/lijstjes/<public_id>/verwijderen")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_remove(public_id: str) -> AnyResponse:
    """Wipe the list at once, for colleagues and the resident too."""
    operations.remove(db(), owned(public_id), **by_whom())
    flash(_("Het lijstje is verwijderd."), "ok")
    return redirect(url_for("consultant.shortlists"), code=303)


def seen(public_id: str) -> Shortlist:
    """Return a list that who asks may see; 404 for any other."""
    return queries.get_list(db(), public_id, own_id(), current_municipality().code)


def owned(public_id: str) -> Shortlist:
    """Return a list that who asks made; 404 for any other."""
    return queries.get_own_list(db(), public_id, own_id(), current_municipality().code)


def is_own(found: Shortlist) -> bool:
    """Tell whether who asks made the list."""
    return found.owner_id == own_id()


def by_whom() -> ByWhom:
    """Return who acts, and when, for an operation."""
    return {"actor": require(Permission.SEARCH_FOR_CLIENT).actor, "now": clock.now()}


def back_to(found: Shortlist) -> AnyResponse:
    """Return to the page of the list."""
    return redirect(url_for("consultant.shortlist", public_id=found.public_id), code=303)


def answers_in(item: ShortlistItem) -> Sequence[EnquiryTurn]:
    """Return what the provider said about a workplace, the oldest first."""
    turns = (turn for each in item.questions for turn in each.enquiry.turns)
    return [turn for turn in turns if turn.side is Side.PROVIDER]


def _line(item: ShortlistItem, *, is_public: bool) -> Line:
    organisation = item.workplace.organisation.name if item.workplace else ""
    answers = answers_in(item)
    return Line(item, organisation, is_public, waits(item), answers[-1] if answers else None)
