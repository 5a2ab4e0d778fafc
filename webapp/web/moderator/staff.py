"""Who works for the municipality: its moderators decide."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import writes
from webapp.web.forms.base import status_of
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_site
from webapp.web.staff_desk import Desk


@blueprint.get("/moderatie/medewerkers")
@requires(Permission.INVITE_STAFF, MUNICIPALITY)
def staff() -> str:
    """Show who works for the municipality, and who was invited."""
    return page("staff", desk=Desk(current_site()))


@blueprint.route("/moderatie/medewerkers/uitnodigen", methods=["GET", "POST"])
@requires(Permission.INVITE_STAFF, MUNICIPALITY)
@per_caller("60 per hour")
def staff_invite() -> Response | tuple[str, int]:
    """Invite somebody to work for the municipality."""
    desk = Desk(current_site())
    form = desk.form()
    if form.validate_on_submit():
        with form.showing_problems():
            desk.invite(form)
            return redirect(url_for("moderator.staff"), code=303)
    return page("staff_invite", desk=desk, form=form), status_of(form)


@blueprint.route("/moderatie/medewerkers/<public_id>", methods=["GET", "POST"])
@requires(Permission.INVITE_STAFF, MUNICIPALITY)
def staff_member(public_id: str) -> Response | tuple[str, int]:
    """Show what somebody does here, and change it."""
    desk = Desk(current_site())
    is_sent = request.method == "POST"
    account = desk.colleague(public_id) if is_sent else desk.member(public_id)
    form = desk.roles_form(account)
    if form.validate_on_submit() and desk.change_roles(account, form):
        return redirect(url_for("moderator.staff"), code=303)
    return page("staff_member", desk=desk, account=account, form=form), status_of(form)


@blueprint.post("/moderatie/medewerkers/<public_id>/toegang-stoppen")
@requires(Permission.INVITE_STAFF, MUNICIPALITY)
def staff_access_end(public_id: str) -> Response:
    """Let somebody work here no more."""
    Desk(current_site()).end_access(public_id)
    return redirect(url_for("moderator.staff"), code=303)


@blueprint.post("/moderatie/medewerkers/<public_id>/tweede-stap-weghalen")
@requires(Permission.INVITE_STAFF, MUNICIPALITY)
@per_caller("30 per hour")
def staff_second_factor_reset(public_id: str) -> Response:
    """Let somebody who lost the phone begin anew."""
    Desk(current_site()).reset_second_factor(public_id)
    return redirect(url_for("moderator.staff_member", public_id=public_id), code=303)


@blueprint.get("/moderatie/medewerkers/rechten.csv")
@requires(Permission.INVITE_STAFF, MUNICIPALITY)
@writes
def staff_rights_file() -> Response:
    """Give who may do what as a file; that this was done is in the log."""
    return Desk(current_site()).rights_file()


@blueprint.post("/moderatie/medewerkers/<public_id>/uitnodiging-intrekken")
@requires(Permission.INVITE_STAFF, MUNICIPALITY)
def staff_invitation_withdraw(public_id: str) -> Response:
    """Take an invitation back."""
    Desk(current_site()).withdraw_invitation(public_id)
    return redirect(url_for("moderator.staff"), code=303)
