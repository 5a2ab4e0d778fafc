"""Handing a registration over to the municipality where the resident lives."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms import BooleanField, SelectField

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.registrations import handing_over
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.registration import own
from webapp.web.consultant.registration_following import form_page
from webapp.web.edge import db
from webapp.web.forms.rules import filled
from webapp.web.forms.versioned import VersionedForm
from webapp.web.site import municipality_site


class HandingOverForm(VersionedForm):
    """To which municipality, and that the resident knows."""

    municipality = SelectField(
        _l("In welke gemeente woont de inwoner?"),
        [filled(_l("Kies een gemeente uit de lijst."))],
        validate_choice=False,
    )
    agreed = BooleanField(
        _l("Ik heb dit met de inwoner besproken"),
        [filled(_l("Bespreek dit eerst met de inwoner, en vink het dan aan."))],
    )


@blueprint.route("/consulent/aanmeldingen/<public_id>/overdragen", methods=["GET", "POST"])
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_hand_over(public_id: str) -> Response:
    """Let another municipality go on; from then on it is not seen here any more."""
    found, form = own(public_id), HandingOverForm()
    others = handing_over.can_take_over(db(), found)
    form.municipality.choices = [("", _("Kies een gemeente"))] + [
        (code, each.name) for code, each in others.items()
    ]
    if form.validate_on_submit():
        with form.showing_problems():
            chosen = handing_over.hand_over(
                db(),
                found,
                form.municipality.data,
                is_agreed=form.agreed.data,
                expected_version=form.expected_version,
                site_of=lambda municipality: municipality_site(db(), municipality).for_mail,
                actor=require(Permission.FOLLOW_REGISTRATIONS).actor,
                now=clock.now(),
            )
            said = _(
                "De gemeente %(name)s gaat verder met aanmelding %(reference)s.",
                name=chosen.name,
                reference=found.reference,
            )
            flash(said, "ok")
            return redirect(url_for("consultant.registrations"), code=303)
    return form_page("registration_hand_over", found, form)
