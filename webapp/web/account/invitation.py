"""An invitation to work for a municipality or for the platform."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from webapp.accounts.invitations import Invitation, accept_invitation, get_invitation
from webapp.core import clock
from webapp.municipalities.queries import get_municipality
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.account.blueprint import blueprint
from webapp.web.account.links import Answer, opened_by_link
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.passwords import NewPassword
from webapp.web.rate_limits import per_caller
from webapp.web.staff_roles import role_label


class AcceptForm(Form):
    """A yes."""


class FirstPasswordForm(AcceptForm):
    """A yes with a password, for an account that is not yet in use."""

    password = NewPassword()


@blueprint.route("/account/uitnodiging/<secret>", methods=["GET", "POST"])
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("30 per hour")
@opened_by_link
def invitation(secret: str) -> Answer:
    """Tell what somebody is invited to, and let them accept."""
    found = get_invitation(db(), secret, now=clock.now())
    form = FirstPasswordForm() if found.asks_password else AcceptForm()
    if form.validate_on_submit():
        with form.showing_problems():
            accept_invitation(db(), secret, password=_password_in(form), now=clock.now())
            flash(_("Je hebt de uitnodiging aangenomen. Log in om te beginnen."), "ok")
            return redirect(url_for("account.login"), code=303)
    page = render_template(
        "pages/account/invitation.html",
        form=form,
        invitation=found,
        role=role_label(found.post.role),
        place=_place(found),
        secret=secret,
    )
    return page, status_of(form)


def _password_in(form: AcceptForm) -> str:
    return form.password.data or "" if isinstance(form, FirstPasswordForm) else ""


def _place(invitation: Invitation) -> str | None:
    code = invitation.post.municipality_code
    return get_municipality(db(), code).name if code else None
