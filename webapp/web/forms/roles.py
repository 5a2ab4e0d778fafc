"""The form with what somebody does at a municipality."""

from collections.abc import Collection

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from webapp.accounts.models import RoleName
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Checkboxes
from webapp.web.forms.rules import filled
from webapp.web.staff_roles import role_label


class RolesForm(Form):
    """Roles to tick; `known` holds those that its reader saw."""

    roles = Checkboxes(
        _l("Rollen"),
        [filled(_l("Kies een rol. Werkt deze persoon hier niet meer? Stop dan de toegang."))],
    )
    known = HiddenField()

    def offer(self, roles: Collection[RoleName], present: Collection[RoleName]) -> None:
        """Let these roles be ticked; what somebody has at `present` is, when it is not sent."""
        self.roles.choices = [(role.value, role_label(role)) for role in roles]
        if not self.is_submitted():
            self.roles.data = [role.value for role in present]
            self.known.data = _text_of(present)

    def is_of(self, present: Collection[RoleName]) -> bool:
        """Tell whether nobody changed the roles meanwhile; after this they can be saved."""
        is_same: bool = self.known.data == _text_of(present)
        if not is_same:
            self.known.data = _text_of(present)
            self.form_errors = [
                _(
                    "Een collega heeft de rollen intussen gewijzigd. Kijk hoe het nu is, "
                    "en bewaar nog eens wat jij wilt."
                )
            ]
        return is_same

    @property
    def chosen_roles(self) -> set[RoleName]:
        """What was ticked."""
        return {RoleName(value) for value in self.roles.data or []}


def _text_of(roles: Collection[RoleName]) -> str:
    return " ".join(sorted(role.value for role in roles))
