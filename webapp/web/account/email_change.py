"""Another e-mail address: asked for by who is signed in, confirmed in the new mailbox."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.accounts import credentials, tokens
from webapp.accounts.models import TokenPurpose
from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone, requires
from webapp.web.account.blueprint import blueprint
from webapp.web.account.links import Answer, opened_by_link
from webapp.web.account.overview import own_account
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Email
from webapp.web.forms.passwords import CurrentPassword
from webapp.web.forms.rules import filled
from webapp.web.login import current_principal, sign_in
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_site
from webapp.web.steady_time import hide_time


class EmailChangeForm(Form):
    """A new address, and the password that shows whose account it is."""

    email = Email(
        _l("Nieuw e-mailadres"),
        [filled(_l("Vul je nieuwe e-mailadres in."))],
        description=_l("We sturen een mail naar dit adres, met een link om het te bevestigen."),
    )
    current_password = CurrentPassword(_l("Je wachtwoord"))


@blueprint.route("/account/e-mail", methods=["GET", "POST"])
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
@per_caller("10 per hour")
def email_change() -> Response | tuple[str, int]:
    """Mail a link to a new address, unless it belongs to somebody else's account."""
    form = EmailChangeForm()
    if form.validate_on_submit():
        hide_time()
        with form.showing_problems():
            credentials.request_email_change(
                db(),
                own_account(),
                new_email=form.email.data or "",
                password=form.current_password.data or "",
                site=current_site().for_mail,
                now=clock.now(),
            )
            _tell_of_mail(form.email.data or "")
            return redirect(url_for("account.overview"), code=303)
    return render_template("pages/account/email_change.html", form=form), status_of(form)


@blueprint.get("/account/e-mail-bevestigen/<secret>")
@anyone(MUNICIPALITY, PLATFORM)
@opened_by_link
def email_link(secret: str) -> Answer:
    """Show the one button that puts a new address into use."""
    tokens.get_open(db(), secret, TokenPurpose.CHANGE_EMAIL, now=clock.now())
    return render_template("pages/account/email_link.html", secret=secret)


@blueprint.post("/account/e-mail-bevestigen/<secret>")
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("30 per hour")
@opened_by_link
def email_confirm(secret: str) -> Answer:
    """Put the new address into use; other devices are signed out, this one is not."""
    principal = current_principal()
    account = credentials.confirm_email_change(
        db(), secret, site=current_site().for_mail, now=clock.now()
    )
    if principal and principal.account_id == account.id:
        sign_in(account)
    flash(_("Je logt vanaf nu in met %(email)s.", email=account.email), "ok")
    return redirect(url_for("account.overview"), code=303)


def _tell_of_mail(email: str) -> None:
    sentence = _(
        "We hebben een mail gestuurd naar %(email)s. Klik op de link in die mail. "
        "Daarna log je in met het nieuwe adres.",
        email=email,
    )
    flash(sentence, "ok")
