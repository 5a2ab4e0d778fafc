"""The forms that invite somebody: to work for a municipality, the platform, an organisation."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from webapp.accounts.invited import Invitee
from webapp.accounts.models import RoleName
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Email, Line
from webapp.web.forms.rules import a_name, chosen, filled, no_longer_than
from webapp.web.staff_roles import role_label


class InviteeForm(Form):
    """Who is invited."""

    name = Line(
        _l("Naam"),
        [
            filled(_l("Vul de naam in.")),
            no_longer_than(100, _l("Maak de naam korter: hooguit 100 tekens.")),
            a_name,
        ],
        description=_l("Zo noemen we deze persoon in de mail."),
    )
    email = Email(
        _l("E-mailadres"),
        [filled(_l("Vul het e-mailadres in."))],
        description=_l("Naar dit adres sturen we de uitnodiging."),
        render_kw={"autocomplete": "off"},
    )
    role = RadioField(_l("Rol"), [chosen(_l("Kies een rol."))])

    def to_draft(self) -> Invitee:
        """Return who is invited."""
        return Invitee(name=self.name.data or "", email=self.email.data or "")


class InvitationForm(InviteeForm):
    """The form about staff."""

    def offer(self, roles: Iterable[RoleName]) -> None:
        """Let these roles be chosen from."""
        self.role.choices = [(role.value, role_label(role)) for role in roles]

    @property
    def chosen_role(self) -> RoleName:
        """The role that was chosen."""
        return RoleName(self.role.data)
