"""One's own account: what is kept of it, and where one works with it."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.accounts import queries, second_factor
from webapp.accounts.credentials import rename
from webapp.accounts.models import Account
from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, PLATFORM, require, requires
from webapp.web.account.blueprint import blueprint
from webapp.web.account.posts import posts_of
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Line
from webapp.web.forms.rules import a_name, filled, no_longer_than


class NameForm(Form):
    """How somebody is called."""

    name = Line(
        _l("Je naam"),
        [
            filled(_l("Vul je naam in.")),
            no_longer_than(100, _l("Maak je naam korter: hooguit 100 tekens.")),
            a_name,
        ],
        description=_l("Zo noemen we je in onze mails."),
        render_kw={"autocomplete": "name"},
    )


def own_account() -> Account:
    """Return the account of who is signed in."""
    return queries.get_account(db(), require(Permission.HAVE_ACCOUNT).account_id)


@blueprint.get("/account")
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
def overview() -> str:
    """Show name and address, and the sites on which this person has something to do."""
    account = own_account()
    return render_template(
        "pages/account/overview.html",
        account=account,
        posts=posts_of(account),
        has_second_factor=second_factor.has_one(db(), account.id),
    )


@blueprint.route("/account/naam", methods=["GET", "POST"])
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
def name_edit() -> Response | tuple[str, int]:
    """Change how one is called."""
    account = own_account()
    form = NameForm(obj=account)
    if form.validate_on_submit():
        rename(db(), account, form.name.data or "", now=clock.now())
        flash(_("Je naam is veranderd."), "ok")
        return redirect(url_for("account.overview"), code=303)
    return render_template("pages/account/name_edit.html", form=form), status_of(form)
