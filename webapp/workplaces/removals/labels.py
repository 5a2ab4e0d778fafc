"""What the reasons for a removal are called."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.workplaces.removals.models import RemovalReason

REASONS: Mapping[RemovalReason, str] = {
    RemovalReason.STOPPED: N_("De werkplek is er niet meer"),
    RemovalReason.NO_GUIDANCE: N_("Er is geen begeleiding meer"),
    RemovalReason.MOVED: N_("We werken nu ergens anders"),
    RemovalReason.DOUBLE: N_("De werkplek staat er dubbel op"),
    RemovalReason.OTHER: N_("Iets anders"),
}
