"""Noting what happens in a placement: a message, a talk, an advice, an extension, the end."""

from collections.abc import Mapping

from flask import abort, flash
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.i18n import N_
from webapp.permissions.table import Permission
from webapp.placements import marks
from webapp.placements.due import extendable_until
from webapp.placements.vocabulary import MarkKind
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.placement import back_to, by_whom, form_page, own
from webapp.web.consultant.placement_forms import EndForm, ExtendForm, MarkForm
from webapp.web.edge import db

# What can be noted, by its name in the address, with the heading of its page.
_KINDS: Mapping[str, tuple[MarkKind, str]] = {
    "voortgang": (MarkKind.PROGRESS, N_("Voortgangsbericht ontvangen")),
    "evaluatie-gepland": (MarkKind.EVALUATION_PLANNED, N_("Evaluatiegesprek gepland")),
    "evaluatie": (MarkKind.EVALUATION, N_("Evaluatiegesprek gehouden")),
    "advies": (MarkKind.ADVICE, N_("Advies gegeven")),
}


@blueprint.route("/consulent/plaatsingen/<public_id>/noteren/<key>", methods=["GET", "POST"])
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_mark(public_id: str, key: str) -> Response:
    """Note on which day something happened, or will."""
    kind, heading = _KINDS.get(key) or abort(404)
    found, form = own(public_id), MarkForm()
    if form.validate_on_submit():
        with form.showing_problems():
            draft, version = form.to_draft(kind), form.expected_version
            marks.mark(db(), found, draft, expected_version=version, **by_whom())
            flash(_("Bewaard."), "ok")
            return back_to(public_id)
    if not form.is_submitted() and kind is not MarkKind.EVALUATION_PLANNED:
        form.begin_with(clock.today())
    return form_page("placement_mark", found, form, heading=_(heading))


@blueprint.route("/consulent/plaatsingen/<public_id>/verlengen", methods=["GET", "POST"])
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_extend(public_id: str) -> Response:
    """Let a placement last longer."""
    found, form = own(public_id), ExtendForm()
    if form.validate_on_submit():
        with form.showing_problems():
            marks.extend(
                db(),
                found,
                form.to_draft(),
                key=form.once_key,
                expected_version=form.expected_version,
                **by_whom(),
            )
            flash(_("De plaatsing is verlengd. De termijnen zijn aangepast."), "ok")
            return back_to(public_id)
    return form_page("placement_extend", found, form, until=extendable_until(found))


@blueprint.route("/consulent/plaatsingen/<public_id>/afsluiten", methods=["GET", "POST"])
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_end(public_id: str) -> Response:
    """End a placement: when, why, and what came of it."""
    found, form = own(public_id), EndForm()
    if form.validate_on_submit():
        with form.showing_problems():
            version = form.expected_version
            marks.end(db(), found, form.to_draft(), expected_version=version, **by_whom())
            flash(_("De plaatsing is afgesloten."), "ok")
            return back_to(public_id)
    if not form.is_submitted():
        form.begin_with(min(found.last_day, clock.today()))
    return form_page("placement_end", found, form)
