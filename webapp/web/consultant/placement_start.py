"""Beginning a placement: first the workplace, then what is agreed."""

from flask import Response, abort, flash, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core.text import one_line
from webapp.permissions.table import Permission
from webapp.placements import operations, queries
from webapp.search.outside import is_inside, workplaces_inside
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.placement import back_to, by_whom
from webapp.web.consultant.placement_forms import StartForm, offered_here
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.location_rule import own_scope
from webapp.web.once import made_once
from webapp.web.site import current_municipality
from webapp.web.workplace_links import shown_content
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import find_public_workplace

_MOST = 20


@blueprint.get("/consulent/plaatsingen/nieuw")
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_new() -> Response:
    """Show the workplaces here and around that fit `?q=`."""
    text = one_line(request.args.get("q", ""))
    found = workplaces_inside(db(), own_scope(), text, limit=_MOST + 1) if text else []
    return page(
        "placement_new",
        text=text,
        found=[(each, shown_content(each), name) for each, name in found[:_MOST]],
        has_more=len(found) > _MOST,
    )


@blueprint.route("/consulent/plaatsingen/nieuw/<public_id>", methods=["GET", "POST"])
@requires(Permission.FOLLOW_PLACEMENTS, MUNICIPALITY)
def placement_start(public_id: str) -> AnyResponse:
    """Begin a placement at a workplace, once however often it is pressed."""
    workplace, form = _near(public_id), StartForm()
    form.offer(offered_here())
    code = current_municipality().code
    if form.validate_on_submit():
        with form.showing_problems():
            draft = form.to_draft()
            made = made_once(
                lambda: queries.find_by_key(db(), draft.key, code),
                lambda: operations.start(
                    db(), workplace, draft, municipality_code=code, **by_whom()
                ),
            )
            flash(_("De plaatsing staat. Hieronder zie je wat er wanneer moet gebeuren."), "ok")
            return back_to(made.public_id)
    content = shown_content(workplace)
    return page("placement_start", status_of(form), workplace=workplace, content=content, form=form)


def _near(public_id: str) -> Workplace:
    """Return a workplace in public view of this municipality or around; 404 for any other."""
    workplace = find_public_workplace(db(), public_id)
    if workplace is None or not is_inside(workplace, own_scope()):
        abort(404)
    return workplace
