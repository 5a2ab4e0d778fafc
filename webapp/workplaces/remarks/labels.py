"""What became of a remark, in words."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.workplaces.remarks.models import RemarkStatus

STATUSES: Mapping[RemarkStatus, str] = {
    RemarkStatus.WAITING: N_("Nog niet bekeken"),
    RemarkStatus.DONE: N_("Verwerkt"),
    RemarkStatus.NEEDLESS: N_("Niet nodig"),
}
