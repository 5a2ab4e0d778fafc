"""The link that confirms a sign-up. Opening it changes nothing: mail programs open links too."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.core import clock
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.account.agreement import AgreementForm, FirstPasswordForm
from webapp.web.account.blueprint import blueprint
from webapp.web.account.links import Answer, opened_by_link
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.rate_limits import per_caller
from webapp.workplaces import signing_up

_CHECK_FOLLOWS = _l(
    "De gemeente kijkt nu naar je aanmelding. Dat kan een paar dagen duren. "
    "Je krijgt daarover een mail."
)


@blueprint.route("/account/bevestigen/<secret>", methods=["GET", "POST"])
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("30 per hour")
@opened_by_link
def sign_up_link(secret: str) -> Answer:
    """Tell who signs up, and let them confirm it; a new account gets its password here."""
    found = signing_up.get_sign_up(db(), secret, now=clock.now())
    form = FirstPasswordForm() if found.is_for_new_account else AgreementForm()
    if form.validate_on_submit():
        with form.showing_problems():
            signing_up.confirm(db(), secret, password=form.typed_password, now=clock.now())
            flash(_("Je e-mailadres is bevestigd. Log in met je wachtwoord."), "ok")
            if found.organisation is not None:
                flash(str(_CHECK_FOLLOWS), "info")
            return redirect(url_for("account.login"), code=303)
    page = render_template(
        "pages/account/sign_up_link.html", form=form, sign_up=found, secret=secret
    )
    return page, status_of(form)
