"""What visitors say is not right about a workplace that the municipality checks."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.claims import claim_on
from webapp.web.moderator.page import page
from webapp.web.remark_handling import RemarkHandlingForm, handled
from webapp.web.site import current_municipality
from webapp.workplaces.remarks import queries
from webapp.workplaces.remarks.labels import STATUSES


@blueprint.route("/moderatie/meldingen/<public_id>", methods=["GET", "POST"])
@requires(Permission.MODERATE, MUNICIPALITY)
def remark(public_id: str) -> Response | tuple[str, int]:
    """Show a remark, and let a moderator say what became of it."""
    found = queries.get_of_municipality(db(), public_id, current_municipality().code)
    form = RemarkHandlingForm()
    if handled(found, form, actor=require(Permission.MODERATE).actor):
        flash(_("Bewaard wat je met de melding deed."), "ok")
        return redirect(url_for("moderator.queue"), code=303)
    return page(
        "remark", remark=found, claim=claim_on("meldingen", public_id), form=form, labels=STATUSES
    ), status_of(form)
