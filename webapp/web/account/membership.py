"""An invitation to act for an organisation."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from webapp.core import clock
from webapp.organisations.invitations import accept_invitation, get_invitation
from webapp.organisations.labels import MEMBER_ROLES
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.account.agreement import form_for
from webapp.web.account.blueprint import blueprint
from webapp.web.account.links import Answer, opened_by_link
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.login import current_principal
from webapp.web.rate_limits import per_caller


@blueprint.route("/account/organisatie/<secret>", methods=["GET", "POST"])
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("30 per hour")
@opened_by_link
def membership(secret: str) -> Answer:
    """Tell for which organisation somebody is asked to act, and let them accept."""
    found, organisation = get_invitation(db(), secret, now=clock.now())
    principal = current_principal()
    own_id = principal.account_id if principal else None
    form = form_for(found, own_id)
    if form.validate_on_submit():
        with form.showing_problems():
            accept_invitation(
                db(), secret, password=form.typed_password, signed_in_as=own_id, now=clock.now()
            )
            flash(_("Je hoort nu bij %(name)s.", name=organisation.name), "ok")
            return redirect(url_for("account.login"), code=303)
    page = render_template(
        "pages/account/invitation.html",
        form=form,
        invitation=found,
        role=_(MEMBER_ROLES[found.role]),
        place=organisation.name,
        action=url_for("account.membership", secret=secret),
    )
    return page, status_of(form)
