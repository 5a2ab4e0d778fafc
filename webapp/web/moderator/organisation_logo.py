"""The logo of an organisation, which a moderator sees and can take away."""

from flask import Response as FileResponse
from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError
from webapp.moderation.logos import take_logo_away
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.decision_forms import LogoRemovalForm
from webapp.web.moderator.decisions import told
from webapp.web.moderator.organisation_check import review_of, show
from webapp.web.sent_files import FOR_ONE, logo_response
from webapp.web.site import current_site


@blueprint.get("/moderatie/organisaties/<public_id>/logo/<key>/<name>")
@requires(Permission.MODERATE, MUNICIPALITY)
def organisation_logo(public_id: str, key: str, name: str) -> FileResponse:
    """Show the logo to who checks the organisation."""
    return logo_response(review_of(public_id).organisation, key, name, given=FOR_ONE)


@blueprint.post("/moderatie/organisaties/<public_id>/logo/weghalen")
@requires(Permission.MODERATE, MUNICIPALITY)
def organisation_logo_take_away(public_id: str) -> Response | tuple[str, int]:
    """Take away the logo that the moderator saw, and no other."""
    organisation = review_of(public_id).organisation
    form = LogoRemovalForm("logo")
    if not form.validate_on_submit():
        return show(public_id, logo_form=form), 422
    try:
        take_logo_away(
            db(),
            organisation,
            **form.to_draft(),
            site=current_site().for_mail,
            actor=require(Permission.MODERATE).actor,
            now=clock.now(),
        )
    except ConflictError:
        db().rollback()
        flash(_("Het logo is intussen veranderd of weggehaald. Er is niets gedaan."), "warning")
        return show(public_id, logo_form=form), 409
    done = _("Het logo van %(name)s is weggehaald.", name=organisation.name)
    flash(f"{done} {told(organisation)}", "success")
    return redirect(url_for("moderator.organisation_check", public_id=public_id), code=303)
