"""The finding places of a municipality, for who may change them."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.findingplaces import operations, queries
from webapp.findingplaces.labels import KINDS
from webapp.findingplaces.models import FindingPlace
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.finding_places import facts_of
from webapp.web.forms.base import status_of
from webapp.web.forms.versioned import VersionedForm
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.editor import editor
from webapp.web.moderator.finding_place_form import FindingPlaceForm, finding_place_form
from webapp.web.moderator.page import page
from webapp.web.ports import ports
from webapp.web.site import current_municipality

Answer = str | Response | tuple[str, int]


@blueprint.get("/moderatie/vindplaatsen")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def finding_places() -> str:
    """Show all, also those that are not there yet or any more."""
    found = queries.all_of(db(), current_municipality().code)
    return page("finding_places", found=found, kinds=KINDS, today=clock.today())


@blueprint.route("/moderatie/vindplaatsen/nieuw", methods=["GET", "POST"])
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def finding_place_add() -> Answer:
    """Add one; the same one twice is added once."""
    form = finding_place_form()
    if form.validate_on_submit():
        try:
            operations.add(
                db(),
                current_municipality().code,
                form.to_draft(),
                geocoder=ports().geocoder,
                actor=editor(),
                now=clock.now(),
            )
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        else:
            return _done(_("De vindplaats is toegevoegd."))
    return _form_page(form, None), status_of(form)


@blueprint.route("/moderatie/vindplaatsen/<public_id>", methods=["GET", "POST"])
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def finding_place_edit(public_id: str) -> Answer:
    """Change one; the second of two who do so at once is told, and keeps what they typed."""
    finding_place = _found(public_id)
    form = finding_place_form(finding_place)
    if form.validate_on_submit():
        try:
            _change(finding_place, form)
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        except ConflictError:
            form.renew(finding_place.version)
            return _form_page(form, finding_place, is_late=True), 409
        else:
            return _done(_("De vindplaats is bewaard."))
    return _form_page(form, finding_place), status_of(form)


@blueprint.post("/moderatie/vindplaatsen/<public_id>/verwijderen")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def finding_place_remove(public_id: str) -> Response:
    """Remove one; that it was there stays in the log."""
    operations.remove(
        db(),
        _found(public_id),
        expected_version=VersionedForm().expected_version,
        actor=editor(),
        now=clock.now(),
    )
    return _done(_("De vindplaats is verwijderd."))


def _found(public_id: str) -> FindingPlace:
    return queries.get_finding_place(db(), current_municipality().code, public_id)


def _change(finding_place: FindingPlace, form: FindingPlaceForm) -> None:
    operations.change(
        db(),
        finding_place,
        form.to_draft(),
        expected_version=form.expected_version,
        geocoder=ports().geocoder,
        actor=editor(),
        now=clock.now(),
    )


def _form_page(
    form: FindingPlaceForm, finding_place: FindingPlace | None, *, is_late: bool = False
) -> str:
    theirs = None
    if is_late and finding_place is not None:
        name = {"label": str(_("Naam")), "value": finding_place.name}
        theirs = [name, *facts_of(finding_place)]
    return page("finding_place_form", form=form, finding_place=finding_place, theirs=theirs)


def _done(sentence: str) -> Response:
    flash(sentence, "ok")
    return redirect(url_for("moderator.finding_places"), code=303)
