"""Managing who works for a municipality or for the platform, for moderators and administrators."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import Response, abort, flash, request
from flask_babel import gettext as _

from webapp.accounts import invitations, queries, second_factor, staff
from webapp.accounts.invitations import Invitation
from webapp.accounts.models import Account, RoleName
from webapp.accounts.staff import Post
from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import has, require
from webapp.web.edge import db
from webapp.web.forms.invitation import InvitationForm
from webapp.web.forms.roles import RolesForm
from webapp.web.site import Site
from webapp.web.staff_rights import rights_file
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

    @cached_property
    def staff(self) -> Sequence[Account]:
        """Who works here."""
        return queries.staff_of(db(), self.municipality_code)

    @cached_property
    def with_second_factor(self) -> set[int]:
        """The accounts of the staff that log in in two steps."""
        return second_factor.holders(db(), [account.id for account in self.staff])

    @property
    def invitations(self) -> Sequence[Invitation]:
        """Who was asked to, and did not answer yet."""
        return invitations.open_invitations(db(), self.municipality_code, now=clock.now())

    def roles_of(self, account: Account) -> list[RoleName]:
        """Return what somebody does here."""
        return [role for role in self.roles if account.has_role(role, self.municipality_code)]

    def role_names(self, account: Account) -> list[str]:
        """Return what the roles of somebody here are called."""
        return [self.labels[role] for role in self.roles_of(account)]

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

    def member(self, public_id: str, *, to_change: bool = False) -> Account:
        """Return somebody who works here; NotFoundError for anybody else."""
        return queries.get_staff_member(
            db(), public_id, self.municipality_code, to_change=to_change
        )

    def colleague(self, public_id: str) -> Account:
        """Return somebody else who works here, to change something; 403 for oneself."""
        account = self.member(public_id, to_change=True)
        if account.id == self.own_id:
            abort(403)
        return account

    def roles_form(self, account: Account) -> RolesForm:
        """Return the form with what somebody does here."""
        form = RolesForm()
        form.offer(self.roles, self.roles_of(account))
        return form

    def change_roles(self, account: Account, form: RolesForm) -> bool:
        """Let somebody have the roles that were ticked; False when a colleague was first."""
        if not form.is_of(self.roles_of(account)):
            return False
        actor, code = require(Permission.HAVE_ACCOUNT).actor, self.municipality_code
        site, now = self.site.for_mail, clock.now()
        staff.change_roles(db(), account, code, form.chosen_roles, site=site, actor=actor, now=now)
        flash(_("De rollen van %(name)s zijn gewijzigd.", name=account.name), "ok")
        return True

    def end_access(self, public_id: str) -> None:
        """Let somebody work here no more; they are logged out everywhere."""
        account, actor = self.colleague(public_id), require(Permission.HAVE_ACCOUNT).actor
        site, now = self.site.for_mail, clock.now()
        staff.end_access(db(), account, self.municipality_code, site=site, actor=actor, now=now)
        flash(_("%(name)s werkt hier niet meer en is overal uitgelogd.", name=account.name), "ok")

    def may_reset(self, account: Account) -> bool:
        """Tell whether it is for who looks to take the second step of somebody away.

        Who works elsewhere too is safe there by the same step: an administrator weighs that.
        """
        codes = {role.municipality_code for role in account.roles}
        return has(Permission.ADMINISTER) or codes == {self.municipality_code}

    def reset_second_factor(self, public_id: str) -> None:
        """Let somebody who lost the phone and the paper begin anew; they get a mail."""
        account, actor = self.colleague(public_id), require(Permission.HAVE_ACCOUNT).actor
        if not self.may_reset(account):
            abort(403)
        site, now = self.site.for_mail, clock.now()
        was_there = second_factor.take_away(db(), account, actor=actor, site=site, now=now)
        if was_there:
            flash(_("%(name)s krijgt een mail en kan opnieuw beginnen.", name=account.name), "ok")
        else:
            flash(_("%(name)s had geen tweede stap.", name=account.name), "info")

    def rights_file(self) -> Response:
        """Return who may do what here, as a file; of the platform: everywhere."""
        actor = require(Permission.HAVE_ACCOUNT).actor
        if self.municipality_code is None:
            return rights_file(queries.all_staff(db()), None, actor=actor)
        return rights_file(self.staff, frozenset({self.municipality_code}), actor=actor)

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
