"""An invitation to work for a municipality or for the platform."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from webapp.accounts.invitations import Invitation, accept_invitation, get_invitation
from webapp.core import clock
from webapp.municipalities.queries import get_municipality
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.account.agreement import form_for
from webapp.web.account.blueprint import blueprint
from webapp.web.account.links import Answer, opened_by_link
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.login import current_principal
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_site
from webapp.web.staff_roles import role_label


@blueprint.route("/account/uitnodiging/<secret>", methods=["GET", "POST"])
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("30 per hour")
@opened_by_link
def invitation(secret: str) -> Answer:
    """Tell what somebody is invited to, and let them accept."""
    found, principal = get_invitation(db(), secret, now=clock.now()), current_principal()
    own_id = principal.account_id if principal else None
    form = form_for(found, own_id)
    if form.validate_on_submit():
        with form.showing_problems():
            accept_invitation(
                db(), secret, password=form.typed_password, signed_in_as=own_id, now=clock.now()
            )
            flash(_("Je hebt de uitnodiging aangenomen. Log in om te beginnen."), "ok")
            return redirect(url_for("account.login"), code=303)
    page = render_template(
        "pages/account/invitation.html",
        form=form,
        invitation=found,
        role=role_label(found.post.role),
        place=_place(found),
        action=url_for("account.invitation", secret=secret),
    )
    return page, status_of(form)


def _place(invitation: Invitation) -> str:
    code = invitation.post.municipality_code
    if code is None:
        return current_site().name
    return str(_("gemeente %(name)s", name=get_municipality(db(), code).name))
