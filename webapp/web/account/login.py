"""Logging in and out."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.accounts import second_factor, staff_log
from webapp.accounts.credentials import authenticate
from webapp.accounts.models import Account
from webapp.accounts.queries import get_account
from webapp.core import clock
from webapp.web import half_way
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.account.arrival import arrive, go_on
from webapp.web.account.blueprint import blueprint
from webapp.web.edge import db
from webapp.web.failed_logins import note_failure
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Email
from webapp.web.forms.passwords import CurrentPassword
from webapp.web.forms.rules import filled
from webapp.web.login import current_principal, sign_out
from webapp.web.own_paths import own_path
from webapp.web.rate_limits import (
    failures_per_caller,
    failures_per_caller_and_field,
    per_caller,
)


class LoginForm(Form):
    """An e-mail address and a password."""

    email = Email(_l("E-mailadres"), [filled(_l("Vul je e-mailadres in."))])
    password = CurrentPassword()


@blueprint.route("/inloggen", methods=["GET", "POST"])
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("60 per minute")
@failures_per_caller("30 per minute; 200 per hour")
@failures_per_caller_and_field("10 per 10 minutes", "email")
def login() -> Response | tuple[str, int]:
    """Let somebody in, and send them on to where they were going."""
    destination = own_path(request.args.get("next"))
    if current_principal() is not None:
        return go_on(destination)
    form = LoginForm()
    account = _account_of(form) if form.validate_on_submit() else None
    if account is not None and second_factor.has_one(db(), account.id):
        half_way.begin(account)
        return redirect(url_for("account.login_code", next=destination), code=303)
    if account is not None:
        return arrive(account, destination)
    page = render_template("pages/account/login.html", form=form, destination=destination)
    return page, status_of(form)


@blueprint.post("/uitloggen")
@anyone(MUNICIPALITY, PLATFORM)
def logout() -> Response:
    """End the session."""
    principal = current_principal()
    if principal is not None:
        account = get_account(db(), principal.account_id)
        staff_log.note_logout(db(), account, now=clock.now())
    sign_out()
    flash(_("Je bent uitgelogd."), "ok")
    return redirect(url_for("public.home"), code=303)


def _account_of(form: LoginForm) -> Account | None:
    """Return whose address and password were filled in; the form says so when they are nobody's."""
    email = form.email.data or ""
    account = authenticate(db(), email, form.password.data or "")
    if account is None:
        note_failure(email)
        form.form_errors = [
            _("Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk ze na.")
        ]
    return account
