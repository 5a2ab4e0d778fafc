"""Inviting people to act for an organisation, once more, or no longer."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.organisations import invitations
from webapp.organisations.labels import MEMBER_ROLES
from webapp.organisations.models import MemberRole
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.fields import choices_of
from webapp.web.forms.invitation import InviteeForm
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import managed_organisation, page, provider
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_site


class MemberInvitationForm(InviteeForm):
    """The form about a member."""

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 (WTForms' own)
        super().__init__(**values)
        self.role.choices = choices_of(
            {role: MEMBER_ROLES[role] for role in (MemberRole.EMPLOYEE, MemberRole.MANAGER)}
        )

    @property
    def chosen_role(self) -> MemberRole:
        """The role that was chosen."""
        return MemberRole(self.role.data)


@blueprint.route("/aanbieder/organisaties/<public_id>/leden/uitnodigen", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
@per_caller("60 per hour")
def member_invite(public_id: str) -> Response | tuple[str, int]:
    """Invite somebody by mail, whether they have an account or not."""
    mine = managed_organisation(public_id)
    form = MemberInvitationForm()
    if form.validate_on_submit():
        with form.showing_problems():
            invitations.invite_member(
                db(),
                mine,
                form.to_draft(),
                form.chosen_role,
                actor=provider().actor,
                site=current_site().for_mail,
                now=clock.now(),
            )
            flash(_("De uitnodiging gaat naar %(email)s.", email=form.email.data), "ok")
            return redirect(url_for("provider.members_overview", public_id=public_id), code=303)
    hints = {
        MemberRole.EMPLOYEE: _("Maakt en wijzigt werkplekken en de gegevens."),
        MemberRole.MANAGER: _("Kan dat ook, en beslist wie bij de organisatie horen."),
    }
    return page("member_invite", organisation=mine, form=form, hints=hints), status_of(form)


@blueprint.post("/aanbieder/organisaties/<public_id>/uitnodigingen/<account_id>/opnieuw")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
@per_caller("60 per hour")
def invitation_renew(public_id: str, account_id: str) -> Response:
    """Mail an invitation once more."""
    invitation = invitations.invite_again(
        db(),
        managed_organisation(public_id),
        account_id,
        actor=provider().actor,
        site=current_site().for_mail,
        now=clock.now(),
    )
    flash(_("De uitnodiging gaat naar %(email)s.", email=invitation.account.email), "ok")
    return redirect(url_for("provider.members_overview", public_id=public_id), code=303)


@blueprint.post("/aanbieder/organisaties/<public_id>/uitnodigingen/<account_id>/intrekken")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def invitation_withdraw(public_id: str, account_id: str) -> Response:
    """Take an invitation back."""
    invitations.withdraw_invitation(
        db(),
        managed_organisation(public_id),
        account_id,
        actor=provider().actor,
        now=clock.now(),
    )
    flash(_("De uitnodiging is ingetrokken."), "ok")
    return redirect(url_for("provider.members_overview", public_id=public_id), code=303)
