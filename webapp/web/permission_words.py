"""What somebody may do, in words."""

from collections.abc import Mapping

from flask_babel import gettext as _

from webapp.accounts.models import RoleName
from webapp.core.i18n import N_
from webapp.permissions.principal import Principal
from webapp.permissions.table import Permission, Subject, is_allowed

WORDS: Mapping[Permission, str] = {
    Permission.MODERATE: N_("werkplekken en organisaties controleren, het logboek lezen"),
    Permission.ALLOW_EXCEPTIONS: N_("uitzonderingen toestaan"),
    Permission.EDIT_CONTENT: N_("teksten, tarieven en vindplaatsen wijzigen"),
    Permission.INVITE_STAFF: N_("medewerkers uitnodigen en hun rollen wijzigen"),
    Permission.SEARCH_FOR_CLIENT: N_("zoeken voor een inwoner"),
    Permission.FOLLOW_REGISTRATIONS: N_("aanmeldingen van inwoners zien en volgen"),
    Permission.FOLLOW_PLACEMENTS: N_("plaatsingen zien en volgen"),
    Permission.ADMINISTER: N_("gemeenten en accounts beheren"),
}
# What everybody with an account may do, and what goes with an organisation, no role gives.
NOT_BY_ROLE = frozenset(
    {
        Permission.HAVE_ACCOUNT,
        Permission.OFFER_WORKPLACES,
        Permission.MANAGE_ORGANISATION,
    }
)


def rights_in_words(role: RoleName, municipality_code: str | None) -> str:
    """Return what a role allows, as the table of permissions has it."""
    holder = Principal(0, "", "", "", roles=frozenset({(role, municipality_code)}))
    subject = Subject(municipality_code=municipality_code)
    allowed = [words for each, words in WORDS.items() if is_allowed(holder, each, subject)]
    return "; ".join(str(_(words)) for words in allowed)
