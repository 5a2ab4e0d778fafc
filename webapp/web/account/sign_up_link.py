"""The link that confirms a sign-up. Opening it changes nothing: mail programs open links too."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from webapp.accounts import tokens
from webapp.accounts.models import TokenPurpose
from webapp.core import clock
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.account.blueprint import blueprint
from webapp.web.account.links import Answer, opened_by_link
from webapp.web.edge import db
from webapp.web.rate_limits import per_caller
from webapp.workplaces import signing_up


@blueprint.get("/account/bevestigen/<secret>")
@anyone(MUNICIPALITY, PLATFORM)
@opened_by_link
def sign_up_link(secret: str) -> Answer:
    """Show the one button that confirms a sign-up."""
    tokens.get_open(db(), secret, TokenPurpose.CONFIRM_EMAIL, now=clock.now())
    return render_template("pages/account/sign_up_link.html", secret=secret)


@blueprint.post("/account/bevestigen/<secret>")
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("30 per hour")
@opened_by_link
def sign_up_confirm(secret: str) -> Answer:
    """Confirm a sign-up, and let its owner log in."""
    _account, organisation = signing_up.confirm(db(), secret, now=clock.now())
    flash(_("Je e-mailadres is bevestigd. Log in met je wachtwoord."), "ok")
    if organisation is not None:
        flash(
            _(
                "De gemeente kijkt nu naar je aanmelding. Dat kan een paar dagen duren. "
                "Je krijgt daarover een mail."
            ),
            "info",
        )
    return redirect(url_for("account.login"), code=303)
