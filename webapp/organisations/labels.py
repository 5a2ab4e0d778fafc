"""What the statuses of an organisation are called for people."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.organisations.models import MemberRole, OrganisationStatus

STATUSES: Mapping[OrganisationStatus, str] = {
    OrganisationStatus.UNCONFIRMED: N_("E-mailadres nog niet bevestigd"),
    OrganisationStatus.SUBMITTED: N_("Wacht op controle"),
    OrganisationStatus.APPROVED: N_("Goedgekeurd"),
    OrganisationStatus.REJECTED: N_("Afgewezen"),
}
MEMBER_ROLES: Mapping[MemberRole, str] = {
    MemberRole.MANAGER: N_("Beheerder"),
    MemberRole.EMPLOYEE: N_("Medewerker"),
}
