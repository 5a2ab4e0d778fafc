"""A forgotten password."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.accounts import recovery, tokens
from webapp.core import clock
from webapp.mail.addresses import normalise
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.account.blueprint import blueprint
from webapp.web.account.links import Answer, opened_by_link
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Email
from webapp.web.forms.passwords import NewPassword
from webapp.web.forms.rules import filled
from webapp.web.rate_limits import field_key, is_within, per_caller, per_caller_and_field
from webapp.web.site import current_site
from webapp.web.steady_time import hide_time


class ForgottenForm(Form):
    """The address of an account."""

    email = Email(
        _l("E-mailadres"),
        [filled(_l("Vul je e-mailadres in."))],
        description=_l("Het adres waarmee je inlogt."),
    )


class NewPasswordForm(Form):
    """A new password."""

    password = NewPassword(_l("Nieuw wachtwoord"))


@blueprint.route("/wachtwoord-vergeten", methods=["GET", "POST"])
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("10 per hour")
@per_caller_and_field("5 per hour", "email")
def password_forgotten() -> Response | tuple[str, int]:
    """Mail a link to choose a new password, if there is an account to mail it to."""
    form = ForgottenForm()
    if form.validate_on_submit():
        hide_time()
        # A refusal here would let others keep a person out; a mailbox is spared all the same.
        is_bearable = is_within("20 per hour", f"password_forgotten {field_key('email')}")
        with form.showing_problems():
            address = normalise(form.email.data or "")
            if is_bearable:
                recovery.request_password_reset(
                    db(), address, site=current_site().for_mail, now=clock.now()
                )
            return redirect(url_for("account.password_mailed"), code=303)
    page = render_template("pages/account/password_forgotten.html", form=form)
    return page, status_of(form)


@blueprint.get("/wachtwoord-vergeten/verstuurd")
@anyone(MUNICIPALITY, PLATFORM)
def password_mailed() -> str:
    """Tell what to look for, in the same words for everyone."""
    return render_template("pages/account/password_mailed.html")


@blueprint.route("/account/wachtwoord-herstellen/<secret>", methods=["GET", "POST"])
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("30 per hour")
@opened_by_link
def password_reset(secret: str) -> Answer:
    """Let who opened the link choose a new password."""
    now = clock.now()
    tokens.get_open(db(), secret, recovery.PURPOSE, now=now)
    form = NewPasswordForm()
    if form.validate_on_submit():
        chosen = form.password.data or ""
        with form.showing_problems():
            recovery.reset_password(db(), secret, chosen, site=current_site().for_mail, now=now)
            flash(_("Je nieuwe wachtwoord is bewaard. Je kunt er nu mee inloggen."), "ok")
            return redirect(url_for("account.login"), code=303)
    page = render_template("pages/account/password_reset.html", form=form, secret=secret)
    return page, status_of(form)
