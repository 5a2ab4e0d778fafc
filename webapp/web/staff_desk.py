"""Managing who works for a municipality or for the platform, for moderators and administrators."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, flash, request
from flask_babel import gettext as _

from webapp.accounts import invitations, queries, staff
from webapp.accounts.invitations import Invitation
from webapp.accounts.models import Account, RoleName
from webapp.accounts.staff import Post
from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import require
from webapp.web.edge import db
from webapp.web.forms.invitation import InvitationForm
from webapp.web.site import Site
from webapp.web.staff_roles import role_hint, role_label


@dataclass(frozen=True)
class Desk:
    """The staff of one site. What is not of this site does not exist here."""

    site: Site

    @property
    def municipality_code(self) -> str | None:
        """The municipality that the staff works for; None: the platform."""
        return self.site.municipality.code if self.site.municipality else None

    @property
    def roles(self) -> tuple[RoleName, ...]:
        """The roles that there are here."""
        if self.municipality_code is None:
            return (RoleName.ADMINISTRATOR,)
        return (RoleName.CONSULTANT, RoleName.MODERATOR)

    @property
    def labels(self) -> dict[RoleName, str]:
        """What the roles are called."""
        return {role: role_label(role) for role in self.roles}

    @property
    def hints(self) -> dict[str, str]:
        """What the roles are for, by the value of a choice."""
        return {role.value: role_hint(role) for role in self.roles}

    @property
    def own_id(self) -> int:
        """The account of who looks."""
        return require(Permission.HAVE_ACCOUNT).account_id

    @property
    def staff(self) -> Sequence[Account]:
        """Who works here."""
        return queries.staff_of(db(), self.municipality_code)

    @property
    def invitations(self) -> Sequence[Invitation]:
        """Who was asked to, and did not answer yet."""
        return invitations.open_invitations(db(), self.municipality_code, now=clock.now())

    def roles_of(self, account: Account) -> list[RoleName]:
        """Return what somebody does here."""
        return [role for role in self.roles if account.has_role(role, self.municipality_code)]

    def form(self) -> InvitationForm:
        """Return the form that invites somebody here; a single role is chosen beforehand."""
        form = InvitationForm(role=self.roles[0].value if len(self.roles) == 1 else None)
        form.offer(self.roles)
        return form

    def invite(self, form: InvitationForm) -> None:
        """Mail an invitation; raise InvalidInputError."""
        invitations.invite_staff(
            db(),
            form.to_draft(),
            Post(form.chosen_role, self.municipality_code),
            actor=require(Permission.HAVE_ACCOUNT).actor,
            site=self.site.for_mail,
            now=clock.now(),
        )
        flash(_("De uitnodiging gaat naar %(email)s.", email=form.email.data), "ok")

    def withdraw_role(self, public_id: str) -> None:
        """Take the role that the pressed button names away; nobody takes away their own."""
        account = queries.get_staff_member(db(), public_id, self.municipality_code)
        actor = require(Permission.HAVE_ACCOUNT).actor
        if account.id == actor.account_id:
            flash(_("Je kunt je eigen rol niet weghalen. Vraag een collega."), "error")
            return
        staff.withdraw_role(db(), account, self._named_post(), actor=actor, now=clock.now())
        flash(_("%(name)s heeft deze rol niet meer.", name=account.name), "ok")

    def withdraw_invitation(self, public_id: str) -> None:
        """Take the invitation that the pressed button names back."""
        post, actor = self._named_post(), require(Permission.HAVE_ACCOUNT).actor
        for each in self.invitations:
            if (each.account.public_id, each.post) == (public_id, post):
                invitations.withdraw_invitation(
                    db(), each.account, post, actor=actor, now=clock.now()
                )
        flash(_("De uitnodiging is ingetrokken."), "ok")

    def _named_post(self) -> Post:
        name = request.form.get("role", "")
        if name not in {role.value for role in self.roles}:
            abort(404)
        return Post(RoleName(name), self.municipality_code)
