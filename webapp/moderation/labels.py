"""What moderators read of the steps of a version, and of where a workplace stands."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.moderation.overview import Standing
from webapp.workplaces.workflow import Action

STEPS: Mapping[str, str] = {
    Action.SUBMIT.value: N_("Ingediend"),
    Action.APPROVE.value: N_("Goedgekeurd"),
    Action.RETURN.value: N_("Teruggestuurd om aan te passen"),
    Action.REJECT.value: N_("Afgewezen"),
    Action.SUPERSEDE.value: N_("Vervangen door een nieuwere versie"),
    Action.WITHDRAW.value: N_("Ingetrokken"),
}
STANDINGS: Mapping[Standing, str] = {
    Standing.WAITING: N_("Wacht op controle"),
    Standing.SHOWN: N_("Op de site"),
    Standing.HIDDEN: N_("Goedgekeurd, maar verborgen"),
    Standing.RETURNED: N_("Terug voor aanpassing"),
    Standing.REJECTED: N_("Afgewezen"),
    Standing.WITHDRAWN: N_("Ingetrokken"),
}
