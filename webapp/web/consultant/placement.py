"""One placement: what must be done when, what happened, and what can be noted."""

from typing import Any

from flask import Response, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.placements import labels, marks, operations, queries
from webapp.placements.due import extendable_until
from webapp.placements.models import Placement
from webapp.trajectories.ladder import rungs
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.placement_forms import EditForm, offered_here
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.versioned import VersionedForm
from webapp.web.placements import calendar_of, due_rows, product_name
from webapp.web.site import current_municipality, current_site
from webapp.web.workplace_links import path_of
from webapp.workplaces.public import find_public_workplace


@blueprint.get("/consulent/plaatsingen/<public_id>")
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement(public_id: str) -> Response:
    """Show a placement."""
    found, settings = own(public_id), current_site().settings
    form = VersionedForm()
    form.renew(found.version)
    workplace = found.workplace and find_public_workplace(db(), found.workplace.public_id)
    return page(
        "placement",
        placement=found,
        rows=_facts(found),
        dues=due_rows(found, settings),
        can_extend=found.is_open and extendable_until(found) is not None,
        is_mine=found.consultant_id == require(Permission.FOLLOW_PLACEMENTS).account_id,
        words=labels,
        form=form,
        workplace_url=path_of(workplace) if workplace else None,
    )


@blueprint.get("/consulent/plaatsingen/<public_id>/termijnen.ics")
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_file(public_id: str) -> AnyResponse:
    """Give what is to be done as a file for a calendar."""
    found = own(public_id)
    name = f"plaatsing-{found.public_id}"
    return calendar_of(name, [(found, current_site().settings)], is_own=True)


@blueprint.route("/consulent/plaatsingen/<public_id>/wijzigen", methods=["GET", "POST"])
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_edit(public_id: str) -> AnyResponse:
    """Mend what was filled in."""
    found, form = own(public_id), EditForm()
    form.offer([*{*offered_here(), found.product}])
    if not form.is_submitted():
        form.begin_with(found)
        form.offer([*{*offered_here(), found.product}])
    if form.validate_on_submit():
        with form.showing_problems():
            version = form.expected_version
            operations.change(db(), found, form.to_draft(), expected_version=version, **by_whom())
            flash(_("De plaatsing is bewaard."), "ok")
            return back_to(public_id)
    return form_page("placement_edit", found, form)


@blueprint.post("/consulent/plaatsingen/<public_id>/overnemen")
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_take(public_id: str) -> AnyResponse:
    """Follow a placement up from now on."""
    version = VersionedForm().expected_version
    operations.take(db(), own(public_id), expected_version=version, **by_whom())
    flash(_("Jij volgt deze plaatsing nu. De herinneringen komen bij jou."), "ok")
    return back_to(public_id)


@blueprint.post("/consulent/plaatsingen/<public_id>/terugdraaien")
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_take_back(public_id: str) -> AnyResponse:
    """Undo what was noted last."""
    marks.take_back(
        db(),
        own(public_id),
        request.form.get("stap", ""),
        expected_version=VersionedForm().expected_version,
        **by_whom(),
    )
    flash(_("De laatste stap is teruggedraaid."), "ok")
    return back_to(public_id)


@blueprint.route("/consulent/plaatsingen/<public_id>/wissen", methods=["GET", "POST"])
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_erase(public_id: str) -> AnyResponse:
    """Wipe a placement that was made by mistake."""
    found, form = own(public_id), VersionedForm()
    if form.validate_on_submit():
        operations.erase(db(), found, expected_version=form.expected_version, **by_whom())
        flash(_("De plaatsing is gewist."), "ok")
        return redirect(url_for("consultant.placements"), code=303)
    return form_page("placement_erase", found, form)


def _facts(found: Placement) -> list[dict[str, Any]]:
    """Return what is agreed, and what came of it, as the rows of a data list."""
    names = {rung.number: f"{rung.number}. {rung.name}" for rung in rungs()}
    asked = found.requested_on
    facts: dict[str, Any] = {
        _("Werkplek"): f"{found.workplace_title}, {found.organisation_name}",
        _("Traject"): product_name(found, current_site().settings),
        _("Eerste dag"): clock.day_in_words(found.first_day),
        _("Laatste dag"): clock.day_in_words(found.last_day),
        _("Uren per week"): found.weekly_hours,
        _("Aangevraagd of besloten op"): clock.day_in_words(asked) if asked else "",
        _("Trede bij het begin"): names[found.rung_before],
        _("Wie deze plaatsing volgt"): found.consultant.name if found.consultant else _("Niemand"),
    }
    if found.ended_on and found.end_reason and found.next_step:
        facts |= {
            _("Afgesloten op"): clock.day_in_words(found.ended_on),
            _("Waarom"): _(labels.END_REASONS[found.end_reason]),
            _("Trede aan het eind"): names.get(found.rung_after or 0, _("Niet bekend")),
            _("Hierna"): _(labels.NEXT_STEPS[found.next_step]),
        }
    return [{"label": label, "value": value} for label, value in facts.items()]


def own(public_id: str) -> Placement:
    """Return a placement that this municipality pays; 404 for any other."""
    return queries.get_placement(db(), public_id, current_municipality().code)


def by_whom() -> dict[str, Any]:
    """Return who does something, and when."""
    return {"actor": require(Permission.FOLLOW_PLACEMENTS).actor, "now": clock.now()}


def form_page(
    view: str,
    found: Placement,
    form: VersionedForm,
    **context: Any,  # noqa: ANN401
) -> Response:
    """Return a page with a form about a placement."""
    if not form.is_submitted():
        form.renew(found.version)
    return page(view, status_of(form), placement=found, form=form, **context)


def back_to(public_id: str) -> AnyResponse:
    """Go on to the placement."""
    return redirect(url_for("consultant.placement", public_id=public_id), code=303)
