"""One workplace on a shortlist: what is noted, what came of it, and the talk with the provider."""

from flask import Response, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core.errors import ConflictError, NotFoundError
from webapp.enquiries import operations as enquiries
from webapp.enquiries.models import Enquiry
from webapp.enquiries.workflow import Action, can
from webapp.permissions.table import Permission
from webapp.shortlists import operations, queries
from webapp.shortlists.models import Shortlist, ShortlistItem
from webapp.shortlists.vocabulary import OUTCOMES, Outcome
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.shortlist import back_to, by_whom, seen
from webapp.web.consultant.shortlist_forms import NotesForm, notes_form
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.turn import TurnForm
from webapp.web.site import current_site
from webapp.web.workplace_links import path_of
from webapp.workplaces.public import find_public_workplace


@blueprint.route("/consulent/lijstjes/<public_id>/<item_id>", methods=["GET", "POST"])
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_item(public_id: str, item_id: str) -> AnyResponse:
    """Show a workplace on a list, and note something of it."""
    shortlist, item = _found(public_id, item_id)
    form = notes_form(item)
    if form.validate_on_submit():
        try:
            with form.showing_problems():
                notes, version = form.to_notes(), form.expected_version
                operations.write_notes(
                    db(), shortlist, item, notes, expected_version=version, **by_whom()
                )
                flash(_("Bewaard."), "ok")
                # Who was placed has a placement to follow: its page is one step from there.
                is_placed = notes.outcome is Outcome.PLACED
                return _to(shortlist, item) if is_placed else back_to(shortlist)
        except ConflictError:
            form.renew(item.version)
            return _page(shortlist, item, form, status=409, theirs=_facts(item))
    return _page(shortlist, item, form, status=status_of(form))


@blueprint.post("/consulent/lijstjes/<public_id>/<item_id>/schrijf-terug")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_write_back(public_id: str, item_id: str) -> AnyResponse:
    """Write the provider back about the last question."""
    shortlist, item = _found(public_id, item_id)
    enquiry, turn = _last_question(item), TurnForm()
    if enquiry is None:
        raise NotFoundError(item_id)
    if turn.validate_on_submit():
        with turn.showing_problems():
            enquiries.write_back(
                db(), enquiry, turn.to_draft(), site=current_site().for_mail, **by_whom()
            )
            flash(
                _(
                    "Je bericht is verstuurd. Het antwoord zie je hier. De mail gaat naar wie de "
                    "vraag stelde."
                ),
                "ok",
            )
            return _to(shortlist, item)
    # The form of the notes was not sent: what is noted now stands in it.
    notes = notes_form(item)
    return _page(shortlist, item, notes, status=status_of(turn), turn=turn)


@blueprint.post("/consulent/lijstjes/<public_id>/<item_id>/hoger")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_move_up(public_id: str, item_id: str) -> AnyResponse:
    """Put a workplace one place higher."""
    shortlist, item = _found(public_id, item_id)
    operations.move_up(db(), shortlist, item, **by_whom())
    return back_to(shortlist)


@blueprint.post("/consulent/lijstjes/<public_id>/<item_id>/weghalen")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_take_off(public_id: str, item_id: str) -> AnyResponse:
    """Take a workplace off the list."""
    shortlist, item = _found(public_id, item_id)
    title = item.title
    operations.take_off(db(), shortlist, item, **by_whom())
    said = _(
        "“%(title)s” staat niet meer op het lijstje. De aantekening en de uitkomst zijn ook weg.",
        title=title,
    )
    flash(said, "ok")
    return back_to(shortlist)


def _found(public_id: str, item_id: str) -> tuple[Shortlist, ShortlistItem]:
    shortlist = seen(public_id)
    return shortlist, queries.item_of(shortlist, item_id)


def _last_question(item: ShortlistItem) -> Enquiry | None:
    return item.questions[-1].enquiry if item.questions else None


def _to(shortlist: Shortlist, item: ShortlistItem) -> AnyResponse:
    address = url_for(
        "consultant.shortlist_item", public_id=shortlist.public_id, item_id=item.public_id
    )
    return redirect(address, code=303)


def _page(
    shortlist: Shortlist,
    item: ShortlistItem,
    form: NotesForm,
    *,
    status: int,
    turn: TurnForm | None = None,
    theirs: list[dict[str, str]] | None = None,
) -> Response:
    listed = item.workplace
    workplace = find_public_workplace(db(), listed.public_id) if listed else None
    last = _last_question(item)
    return page(
        "shortlist_item",
        status,
        shortlist=shortlist,
        item=item,
        form=form,
        turn=turn or TurnForm(formdata=None),
        theirs=theirs,
        workplace=workplace,
        workplace_url=path_of(workplace) if workplace else None,
        can_write=last is not None and can(last, Action.ASK),
        is_placed=item.outcome is Outcome.PLACED,
    )


def _facts(item: ShortlistItem) -> list[dict[str, str]]:
    outcome = _(OUTCOMES[item.outcome]) if item.outcome else str(_("Nog niets"))
    return [
        {"label": str(_("Aantekening")), "value": item.note},
        {"label": str(_("Wat is eruit gekomen?")), "value": outcome},
        {"label": str(_("Waarom?")), "value": item.reason},
    ]
