"""Logging in with an app beside the password: how it stands, setting it up, and ending it."""

from flask import flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.accounts import one_time_codes, recovery_codes, second_factor
from webapp.accounts.models import Account
from webapp.accounts.second_factor import PairedApp, Proof
from webapp.core import clock
from webapp.core.sealing import BrokenSealError
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, PLATFORM, on_the_way_in, requires
from webapp.web.account.blueprint import blueprint
from webapp.web.account.overview import own_account
from webapp.web.account.recovery_paper import lay_down
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.codes import AppCode
from webapp.web.forms.passwords import CurrentPassword
from webapp.web.login import current_principal, sign_in
from webapp.web.own_paths import own_path
from webapp.web.ports import ports
from webapp.web.qr_code import qr_code
from webapp.web.rate_limits import failures_per_account, per_caller
from webapp.web.site import current_site

_OFFERED = "offered_app_key"


class SetUpForm(Form):
    """What the app shows, once it has the key."""

    code = AppCode(description=_l("De zes cijfers die je app nu laat zien."))


class TurnOffForm(Form):
    """Both that somebody logs in with."""

    current_password = CurrentPassword(_l("Je wachtwoord"))
    code = AppCode(
        _l("Code uit je app, of een herstelcode"),
        description=_l("Heb je je oude telefoon niet meer? Gebruik dan een herstelcode."),
    )


@blueprint.get("/account/twee-stappen")
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
def two_steps() -> str:
    """Show whether there is an app beside the password."""
    account = own_account()
    return render_template(
        "pages/account/two_steps.html",
        factor=second_factor.find(db(), account.id),
        left=recovery_codes.count_left(db(), account.id),
    )


@blueprint.route("/account/twee-stappen/instellen", methods=["GET", "POST"])
@on_the_way_in
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
@per_caller("60 per hour")
def second_factor_setup() -> Response | tuple[str, int]:
    """Give a key to an app, and believe it when the app shows the right code."""
    account, destination = own_account(), own_path(request.args.get("next"))
    if second_factor.has_one(db(), account.id):
        return redirect(url_for("account.two_steps"), code=303)
    form, key = SetUpForm(), _offered_key(account)
    if form.validate_on_submit():
        with form.showing_problems():
            codes = second_factor.set_up(
                db(),
                account,
                PairedApp(key=key, code=form.code.data or ""),
                sealer=ports().sealer,
                site=current_site().for_mail,
                now=clock.now(),
            )
            sign_in(account)
            lay_down(account, codes)
            return redirect(url_for("account.recovery_paper", next=destination), code=303)
    return _page_with(key, account, form, destination), status_of(form)


@blueprint.route("/account/twee-stappen/uitzetten", methods=["GET", "POST"])
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
@per_caller("30 per hour")
@failures_per_account("10 per hour")
def second_factor_end() -> Response | tuple[str, int]:
    """End it, also to begin anew with another phone."""
    account, form = own_account(), TurnOffForm()
    if not second_factor.has_one(db(), account.id):
        return redirect(url_for("account.two_steps"), code=303)
    if form.validate_on_submit():
        with form.showing_problems():
            second_factor.turn_off(
                db(),
                account,
                Proof(password=form.current_password.data or "", code=form.code.data or ""),
                sealer=ports().sealer,
                site=current_site().for_mail,
                now=clock.now(),
            )
            flash(_("Inloggen in twee stappen staat uit. Je kunt het nu opnieuw instellen."), "ok")
            return redirect(url_for("account.second_factor_setup"), code=303)
    page = render_template(
        "pages/account/second_factor_end.html", form=form, is_needed=_is_needed(account)
    )
    return page, status_of(form)


def _page_with(key: str, account: Account, form: SetUpForm, destination: str | None) -> str:
    address = one_time_codes.key_address(key, account=account.email, issuer=current_site().name)
    principal = current_principal()
    return render_template(
        "pages/account/second_factor_setup.html",
        form=form,
        drawing=qr_code(address),
        address=address,
        key=key,
        is_held_up=principal is not None and principal.lacks_second_factor,
        destination=destination,
    )


def _offered_key(account: Account) -> str:
    """Return the key on offer in this session: the same one until it is taken."""
    sealer = ports().sealer
    try:
        return sealer.open(session.get(_OFFERED, ""), owner=account.public_id)
    except BrokenSealError:
        key = one_time_codes.new_key()
        session[_OFFERED] = sealer.seal(key, owner=account.public_id)
        return key


def _is_needed(account: Account) -> bool:
    """Tell whether this person cannot work here without."""
    return bool(account.roles) and ports().settings.second_factor == "required"
