"""Who acts for an organisation; its managers decide about that."""

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.organisations import invitations, members
from webapp.organisations.labels import MEMBER_ROLES
from webapp.organisations.members import LastManagerError
from webapp.organisations.models import MemberRole, Organisation
from webapp.organisations.queries import get_member, memberships_of
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.forms.base import Form
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.member_acts import ACTS, MemberAct
from webapp.web.provider.page import (
    is_manager,
    managed_organisation,
    own_organisation,
    page,
    provider,
)
from webapp.web.site import current_site


class ConfirmationForm(Form):
    """A yes."""


@blueprint.get("/aanbieder/organisaties/<public_id>/leden")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def members_overview(public_id: str) -> str:
    """Show who acts for an organisation, and to its managers who was invited."""
    mine = own_organisation(public_id)
    manages = is_manager(mine)
    return page(
        "members",
        organisation=mine,
        memberships=memberships_of(db(), mine.id),
        invitations=invitations.open_invitations(db(), mine, now=clock.now()) if manages else (),
        manages=manages,
        own_id=provider().account_id,
        role_labels=MEMBER_ROLES,
        acts=ACTS,
    )


@blueprint.post("/aanbieder/organisaties/<public_id>/leden/<account_id>/rol")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def member_role(public_id: str, account_id: str) -> Response:
    """Give a member the role that the pressed button names."""
    mine = managed_organisation(public_id)
    member = get_member(db(), mine.id, account_id)
    name = request.form.get("role", "")
    if name not in set(MemberRole):
        abort(404)
    role, actor = MemberRole(name), provider().actor
    try:
        members.change_role(
            db(), mine, member, role, site=current_site().for_mail, actor=actor, now=clock.now()
        )
    except LastManagerError:
        _tell_of_last_manager()
    else:
        label = str(_(MEMBER_ROLES[role])).lower()
        flash(_("%(name)s is nu %(role)s.", name=member.name, role=label), "ok")
    return redirect(url_for("provider.members_overview", public_id=public_id), code=303)


@blueprint.route(
    "/aanbieder/organisaties/<public_id>/leden/<account_id>/<act_name>", methods=["GET", "POST"]
)
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def member_act(public_id: str, account_id: str, act_name: str) -> str | Response:
    """Say what will happen to a member, and do it when that is agreed to."""
    if act_name not in set(MemberAct):
        abort(404)
    act = ACTS[MemberAct(act_name)]
    mine = managed_organisation(public_id)
    member = get_member(db(), mine.id, account_id)
    if member.id == provider().account_id:
        abort(404)
    form = ConfirmationForm()
    if form.validate_on_submit():
        act.do(
            db(),
            mine,
            member,
            site=current_site().for_mail,
            actor=provider().actor,
            now=clock.now(),
        )
        flash(act.done(member.name), "ok")
        return redirect(url_for("provider.members_overview", public_id=public_id), code=303)
    return page("member_act", organisation=mine, member=member, act=act, form=form)


@blueprint.route("/aanbieder/organisaties/<public_id>/vertrekken", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def organisation_leave(public_id: str) -> str | Response:
    """Let a member go; the last manager first finds another."""
    mine, form = own_organisation(public_id), ConfirmationForm()
    if not form.validate_on_submit():
        return page("organisation_leave", organisation=mine, form=form)
    try:
        members.leave(db(), mine, actor=provider().actor, now=clock.now())
    except LastManagerError:
        _tell_of_last_manager()
        return redirect(url_for("provider.members_overview", public_id=public_id), code=303)
    return _gone(mine)


def _gone(left: Organisation) -> Response:
    """Go where somebody may still come who left an organisation."""
    flash(_("Je hoort niet meer bij %(name)s.", name=left.name), "ok")
    others = require(Permission.HAVE_ACCOUNT).organisation_ids - {left.id}
    return redirect(url_for("provider.overview" if others else "account.overview"), code=303)


def _tell_of_last_manager() -> None:
    flash(_("Er moet altijd een beheerder zijn. Maak eerst iemand anders beheerder."), "error")
