"""The second step of logging in: a code from the app, or one of the codes on paper."""

from flask import flash, render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.accounts import recovery_codes, second_factor
from webapp.accounts.models import Account
from webapp.core import clock
from webapp.core.i18n import N_
from webapp.web import half_way
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.account.arrival import arrive, go_on
from webapp.web.account.blueprint import blueprint
from webapp.web.edge import db
from webapp.web.failed_logins import note_wrong_code, warn_of_guessing
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.codes import AppCode, PaperCode
from webapp.web.login import current_principal
from webapp.web.own_paths import own_path
from webapp.web.ports import ports
from webapp.web.rate_limits import caller_key, failures_per_caller, is_within, per_caller
from webapp.web.site import current_site

_TOO_MANY = 429
_USED_UP = N_("Deze herstelcode werkt niet. Elke code werkt één keer: neem een andere.")


class CodeForm(Form):
    """What the app shows."""

    code = AppCode()

    def opens(self, account: Account) -> bool:
        """Tell whether the code opens the account; say what to do when it does not."""
        typed, sealer = self.code.data or "", ports().sealer
        if second_factor.check_code(db(), account, typed, sealer=sealer, now=clock.now()):
            return True
        self.add_problems({"code": second_factor.WRONG_CODE})
        note_wrong_code(account.id)
        return False

    def tell_what_is_left(self, _account: Account) -> None:
        """Say nothing: the app always has another code."""


class PaperForm(Form):
    """What lies on paper."""

    recovery_code = PaperCode()

    def opens(self, account: Account) -> bool:
        """Tell whether the code opens the account; say what to do when it does not."""
        typed, site = self.recovery_code.data or "", current_site().for_mail
        if second_factor.check_recovery_code(db(), account, typed, site=site, now=clock.now()):
            return True
        self.add_problems({"recovery_code": _(_USED_UP)})
        note_wrong_code(account.id)
        return False

    def tell_what_is_left(self, account: Account) -> None:
        """Say how many codes there still are."""
        left = recovery_codes.count_left(db(), account.id)
        if not left:
            flash(_("Dit was je laatste herstelcode. Maak nieuwe bij Mijn account."), "warning")
            return
        words = ngettext(
            "Je hebt nog %(num)s herstelcode.", "Je hebt nog %(num)s herstelcodes.", left
        )
        flash(words, "info")


@blueprint.route("/inloggen/code", methods=["GET", "POST"])
@anyone(MUNICIPALITY, PLATFORM)
@per_caller("60 per minute")
@failures_per_caller("30 per minute; 200 per hour")
def login_code() -> Response | tuple[str, int]:
    """Ask for the code after the password, and let in who has it."""
    destination = own_path(request.args.get("next"))
    is_paper = "recovery_code" in request.form
    # Counted before the database is asked anything: on SQLite one writer waits for another.
    may_try = request.method == "GET" or is_paper or _may_try()
    if current_principal() is not None:
        return go_on(destination)
    account = half_way.find_account()
    if account is None:
        page = render_template("pages/account/login_again.html", destination=destination)
        return page, 410
    code, paper = CodeForm(), PaperForm()
    form: CodeForm | PaperForm = paper if is_paper else code
    if not may_try:
        form.form_errors = [_("Er is te vaak een verkeerde code ingevuld. Lees wat je kunt doen.")]
    elif form.validate_on_submit() and form.opens(account):
        answer = arrive(account, destination)
        form.tell_what_is_left(account)
        return answer
    page = render_template(
        "pages/account/login_code.html",
        form=form,
        code=code,
        paper=paper,
        is_held_up=not may_try,
        destination=destination,
    )
    return page, status_of(form) if may_try else _TOO_MANY


def _may_try() -> bool:
    """Count a try of an app's code; tell whether it is one too many.

    A code is short, so tries are counted per account too. Only who knows the password gets here,
    and a new password starts a new count: so whoever guesses keeps nobody out. A recovery code is
    too long to guess, and always works.
    """
    account_id, key = half_way.account_id(), half_way.counting_key()
    if account_id is None:
        return True
    if not is_within("20 per 10 minutes", f"code {caller_key()} {key}"):
        return False
    if is_within("60 per day", f"code {key}"):
        return True
    if is_within("1 per day", f"code guessed {key}"):
        warn_of_guessing(account_id)
    return False
