"""What the roles of staff are called, and what they are for."""

from flask_babel import gettext as _

from webapp.accounts.models import RoleName


def role_label(role: RoleName) -> str:
    """Return what a role is called."""
    labels = {
        RoleName.CONSULTANT: _("Consulent"),
        RoleName.MODERATOR: _("Moderator"),
        RoleName.ADMINISTRATOR: _("Beheerder"),
    }
    return str(labels[role])


def role_hint(role: RoleName) -> str:
    """Return what somebody with a role does."""
    hints = {
        RoleName.CONSULTANT: _("Zoekt werkplekken voor inwoners en volgt hun aanmeldingen."),
        RoleName.MODERATOR: _("Controleert werkplekken en organisaties. Beheert de teksten."),
        RoleName.ADMINISTRATOR: _("Beheert gemeenten en accounts."),
    }
    return str(hints[role])
