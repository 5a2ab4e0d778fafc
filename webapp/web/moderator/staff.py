"""Who works for the municipality: its moderators decide."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
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


@blueprint.post("/moderatie/medewerkers/<public_id>/rol-weghalen")
@requires(Permission.INVITE_STAFF, MUNICIPALITY)
def staff_role_withdraw(public_id: str) -> Response:
    """Take a role away from somebody."""
    Desk(current_site()).withdraw_role(public_id)
    return redirect(url_for("moderator.staff"), code=303)


@blueprint.post("/moderatie/medewerkers/<public_id>/uitnodiging-intrekken")
@requires(Permission.INVITE_STAFF, MUNICIPALITY)
def staff_invitation_withdraw(public_id: str) -> Response:
    """Take an invitation back."""
    Desk(current_site()).withdraw_invitation(public_id)
    return redirect(url_for("moderator.staff"), code=303)
