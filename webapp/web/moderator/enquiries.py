"""Questions that providers leave unanswered, and what they report as abuse."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.enquiries import operations, queries
from webapp.enquiries.models import Enquiry
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db, writes
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.site import current_municipality


@blueprint.get("/moderatie/vragen-aan-aanbieders")
@requires(Permission.MODERATE, MUNICIPALITY)
def enquiries() -> str:
    """Show how many questions wait too long, by workplace, and what was reported."""
    code = current_municipality().code
    return page(
        "enquiries",
        unanswered=queries.unanswered(db(), code),
        reported=queries.reported(db(), code),
    )


@blueprint.get("/moderatie/vragen-aan-aanbieders/<public_id>")
@requires(Permission.MODERATE, MUNICIPALITY)
@writes
def enquiry(public_id: str) -> str:
    """Show what was reported; the look is logged."""
    found = _reported(public_id)
    actor = require(Permission.MODERATE).actor
    operations.look_at_reported(db(), found, actor=actor, now=clock.now())
    return page("enquiry", enquiry=found)


@blueprint.post("/moderatie/vragen-aan-aanbieders/<public_id>/geen-misbruik")
@requires(Permission.MODERATE, MUNICIPALITY)
def enquiry_restore(public_id: str) -> Response:
    """Give an enquiry that is no abuse back to the provider."""
    actor = require(Permission.MODERATE).actor
    operations.restore(db(), _reported(public_id), actor=actor, now=clock.now())
    flash(_("De aanbieder kan de vraag weer lezen en beantwoorden."), "ok")
    return redirect(url_for("moderator.enquiries"), code=303)


def _reported(public_id: str) -> Enquiry:
    return queries.get_reported(db(), public_id, current_municipality().code)
