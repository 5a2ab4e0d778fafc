"""The recovery codes of an account: shown while they are new, counted ever after."""

from flask import flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.accounts import recovery_codes, second_factor
from webapp.accounts.models import Account
from webapp.core import clock
from webapp.core.sealing import BrokenSealError
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, PLATFORM, requires
from webapp.web.account.arrival import go_on
from webapp.web.account.blueprint import blueprint
from webapp.web.account.overview import own_account
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.passwords import CurrentPassword
from webapp.web.own_paths import own_path
from webapp.web.ports import ports
from webapp.web.rate_limits import failures_per_account, per_caller

_KEY = "new_recovery_codes"


class RenewalForm(Form):
    """The password that shows whose codes these are."""

    current_password = CurrentPassword(_l("Je wachtwoord"))


def lay_down(account: Account, codes: list[str]) -> None:
    """Keep new codes, sealed, until their owner says that they have them."""
    session[_KEY] = ports().sealer.seal(" ".join(codes), owner=account.public_id)


@blueprint.route("/account/twee-stappen/herstelcodes", methods=["GET", "POST"])
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
@per_caller("30 per hour")
@failures_per_account("10 per hour")
def recovery_paper() -> Response | tuple[str, int]:
    """Show new codes; or how many of the old ones are left, and make new ones."""
    account, form = own_account(), RenewalForm()
    if not second_factor.has_one(db(), account.id):
        return redirect(url_for("account.two_steps"), code=303)
    if form.validate_on_submit():
        with form.showing_problems():
            password = form.current_password.data or ""
            codes = second_factor.renew_recovery_codes(
                db(), account, password=password, now=clock.now()
            )
            lay_down(account, codes)
            return redirect(url_for("account.recovery_paper"), code=303)
    page = render_template(
        "pages/account/recovery_paper.html",
        form=form,
        codes=_laid_down(account),
        left=recovery_codes.count_left(db(), account.id),
        destination=own_path(request.args.get("next")),
    )
    return page, status_of(form)


@blueprint.post("/account/twee-stappen/herstelcodes/bewaard")
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
def recovery_paper_kept() -> Response:
    """Show the codes no more: their owner has them."""
    session.pop(_KEY, None)
    flash(_("Klaar. Bij het inloggen vragen we je wachtwoord en een code uit je app."), "ok")
    return go_on(own_path(request.args.get("next")))


def _laid_down(account: Account) -> list[str]:
    try:
        return ports().sealer.open(session.get(_KEY, ""), owner=account.public_id).split()
    except BrokenSealError:
        return []
