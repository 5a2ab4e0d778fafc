"""Correcting and wiping a registration, for a resident who asks for it."""

from flask import Response, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.registrations import operations
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.registration import looked_at, own
from webapp.web.contact_correction import correct, form_for
from webapp.web.edge import db, writes
from webapp.web.forms.base import status_of
from webapp.web.forms.contact import ContactCorrectionForm
from webapp.web.site import current_site


@blueprint.get("/consulent/aanmeldingen/<public_id>/contactgegevens")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
@writes
def registration_contact(public_id: str) -> Response:
    """Ask how the resident can be reached now."""
    found = looked_at(public_id, purpose="correction")
    return page("registration_contact", registration=found, form=form_for(found))


@blueprint.post("/consulent/aanmeldingen/<public_id>/contactgegevens")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_contact_correct(public_id: str) -> AnyResponse:
    """Keep how the resident can be reached now."""
    found, form = own(public_id), ContactCorrectionForm()
    if correct(found, form, actor=require(Permission.FOLLOW_REGISTRATIONS).actor):
        flash(_("De contactgegevens zijn bewaard."), "ok")
        return redirect(url_for("consultant.registration", public_id=public_id), code=303)
    return page("registration_contact", status_of(form), registration=found, form=form)


@blueprint.get("/consulent/aanmeldingen/<public_id>/wissen")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_withdrawal(public_id: str) -> Response:
    """Ask whether the resident asked for it; only the reference is shown."""
    return page("registration_withdrawal", registration=own(public_id))


@blueprint.post("/consulent/aanmeldingen/<public_id>/wissen")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_withdraw(public_id: str) -> AnyResponse:
    """Wipe what is personal."""
    operations.withdraw(
        db(),
        own(public_id),
        site=current_site().for_mail,
        actor=require(Permission.FOLLOW_REGISTRATIONS).actor,
        now=clock.now(),
    )
    flash(_("De gegevens zijn gewist."), "ok")
    return redirect(url_for("consultant.registration", public_id=public_id), code=303)
