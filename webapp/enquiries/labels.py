"""The statuses of an enquiry in words."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.enquiries.models import EnquiryStatus

STATUSES: Mapping[EnquiryStatus, str] = {
    EnquiryStatus.OPEN: N_("Wacht op antwoord"),
    EnquiryStatus.ANSWERED: N_("Beantwoord"),
    EnquiryStatus.CLOSED: N_("Afgesloten"),
    EnquiryStatus.REPORTED: N_("Gemeld als misbruik"),
}
