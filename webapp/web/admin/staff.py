"""Who works for the municipalities and for the platform."""

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import queries, staff
from webapp.accounts.models import Account
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.municipalities.queries import find_by_slug
from webapp.permissions.table import Permission
from webapp.web.access import PLATFORM, require, requires
from webapp.web.admin.blueprint import blueprint
from webapp.web.admin.page import page
from webapp.web.edge import db, writes
from webapp.web.forms.base import status_of
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_site, municipality_site
from webapp.web.staff_desk import Desk

# Stands for the platform itself where an address names a municipality. None can have this slug.
OWN = "platform"


@blueprint.get("/beheer/beheerders")
@requires(Permission.ADMINISTER, PLATFORM)
def administrators() -> str:
    """Show who administers the platform."""
    return page("staff", desk=_desk(OWN), slug=OWN)


@blueprint.get("/beheer/medewerkers/<slug>")
@requires(Permission.ADMINISTER, PLATFORM)
def staff_list(slug: str) -> str | Response:
    """Show who works for a municipality."""
    if slug == OWN:
        return redirect(url_for("admin.administrators"), code=303)
    return page("staff", desk=_desk(slug), slug=slug)


@blueprint.route("/beheer/medewerkers/<slug>/uitnodigen", methods=["GET", "POST"])
@requires(Permission.ADMINISTER, PLATFORM)
def staff_invite(slug: str) -> Response | tuple[str, int]:
    """Invite somebody to work for a municipality, or for the platform."""
    desk = _desk(slug)
    form = desk.form()
    if form.validate_on_submit():
        with form.showing_problems():
            desk.invite(form)
            return _back_to(slug)
    return page("staff_invite", form=form, desk=desk, slug=slug), status_of(form)


@blueprint.route("/beheer/medewerkers/<slug>/<public_id>", methods=["GET", "POST"])
@requires(Permission.ADMINISTER, PLATFORM)
def staff_member(slug: str, public_id: str) -> Response | tuple[str, int]:
    """Show what somebody does there, and change it."""
    desk = _desk(slug)
    is_sent = request.method == "POST"
    account = desk.colleague(public_id) if is_sent else desk.member(public_id)
    form = desk.roles_form(account)
    if form.validate_on_submit() and desk.change_roles(account, form):
        return _back_to(slug)
    return page("staff_member", desk=desk, account=account, form=form, slug=slug), status_of(form)


@blueprint.post("/beheer/medewerkers/<slug>/<public_id>/toegang-stoppen")
@requires(Permission.ADMINISTER, PLATFORM)
def staff_access_end(slug: str, public_id: str) -> Response:
    """Let somebody work there no more."""
    _desk(slug).end_access(public_id)
    return _back_to(slug)


@blueprint.post("/beheer/medewerkers/<slug>/<public_id>/tweede-stap-weghalen")
@requires(Permission.ADMINISTER, PLATFORM)
@per_caller("30 per hour")
def staff_second_factor_reset(slug: str, public_id: str) -> Response:
    """Let somebody who lost the phone begin anew."""
    _desk(slug).reset_second_factor(public_id)
    return _back_to_member(slug, public_id)


@blueprint.get("/beheer/medewerkers/<slug>/rechten.csv")
@requires(Permission.ADMINISTER, PLATFORM)
@writes
def staff_rights_file(slug: str) -> Response:
    """Give who may do what as a file; that this was done is in the log."""
    return _desk(slug).rights_file()


@blueprint.post("/beheer/medewerkers/<slug>/<public_id>/uitnodiging-intrekken")
@requires(Permission.ADMINISTER, PLATFORM)
def staff_invitation_withdraw(slug: str, public_id: str) -> Response:
    """Take an invitation back."""
    _desk(slug).withdraw_invitation(public_id)
    return _back_to(slug)


@blueprint.post("/beheer/medewerkers/<slug>/<public_id>/account-sluiten")
@requires(Permission.ADMINISTER, PLATFORM)
def account_close(slug: str, public_id: str) -> Response:
    """Close the account of a member of staff: it is signed out everywhere at once."""
    account, actor = _member(slug, public_id)
    if account.id == actor.account_id:
        flash(_("Je kunt je eigen account niet sluiten. Vraag een collega."), "error")
        return _back_to_member(slug, public_id)
    staff.disable(db(), account, actor=actor, now=clock.now())
    flash(_("%(name)s kan niet meer inloggen.", name=account.name), "ok")
    return _back_to_member(slug, public_id)


@blueprint.post("/beheer/medewerkers/<slug>/<public_id>/account-openen")
@requires(Permission.ADMINISTER, PLATFORM)
def account_open(slug: str, public_id: str) -> Response:
    """Open the account of a member of staff again."""
    account, actor = _member(slug, public_id)
    staff.enable(db(), account, actor=actor, now=clock.now())
    flash(_("%(name)s kan weer inloggen.", name=account.name), "ok")
    return _back_to_member(slug, public_id)


def _desk(slug: str) -> Desk:
    if slug == OWN:
        return Desk(current_site())
    municipality = find_by_slug(db(), slug)
    if municipality is None:
        abort(404)
    return Desk(municipality_site(db(), municipality))


def _member(slug: str, public_id: str) -> tuple[Account, Actor]:
    """Return a member of the staff at hand, and who is doing something to them."""
    account = queries.get_staff_member(db(), public_id, _desk(slug).municipality_code)
    return account, require(Permission.ADMINISTER).actor


def _back_to(slug: str) -> Response:
    return redirect(url_for("admin.staff_list", slug=slug), code=303)


def _back_to_member(slug: str, public_id: str) -> Response:
    return redirect(url_for("admin.staff_member", slug=slug, public_id=public_id), code=303)
