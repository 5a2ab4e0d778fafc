"""Another password for who knows the old one."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.accounts.credentials import change_password
from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, PLATFORM, requires
from webapp.web.account.blueprint import blueprint
from webapp.web.account.overview import own_account
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.passwords import CurrentPassword, NewPassword
from webapp.web.login import sign_in
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_site


class PasswordChangeForm(Form):
    """The old password and a new one."""

    current_password = CurrentPassword(_l("Je wachtwoord van nu"))
    password = NewPassword(_l("Nieuw wachtwoord"))


@blueprint.route("/account/wachtwoord", methods=["GET", "POST"])
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
@per_caller("20 per hour")
def password_change() -> Response | tuple[str, int]:
    """Change the password; other devices are signed out, this one stays signed in."""
    account, form = own_account(), PasswordChangeForm()
    if form.validate_on_submit():
        with form.showing_problems():
            change_password(
                db(),
                account,
                current=form.current_password.data or "",
                new=form.password.data or "",
                site=current_site().for_mail,
                now=clock.now(),
            )
            sign_in(account)
            flash(_("Je wachtwoord is veranderd. Op andere apparaten ben je nu uitgelogd."), "ok")
            return redirect(url_for("account.overview"), code=303)
    return render_template("pages/account/password_change.html", form=form), status_of(form)
