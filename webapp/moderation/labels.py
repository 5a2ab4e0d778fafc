"""What moderators read of the steps of a version, and of where a workplace stands."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.moderation.contact_checks import ContactSign
from webapp.moderation.likenesses import Sign
from webapp.moderation.line import WaitingKind
from webapp.moderation.overview import Standing
from webapp.workplaces.workflow import Action

STEPS: Mapping[str, str] = {
    Action.SUBMIT.value: N_("Ingediend"),
    Action.APPROVE.value: N_("Goedgekeurd"),
    Action.RETURN.value: N_("Teruggestuurd om aan te passen"),
    Action.REJECT.value: N_("Afgewezen"),
    Action.SUPERSEDE.value: N_("Vervangen door een nieuwere versie"),
    Action.WITHDRAW.value: N_("Ingetrokken"),
    Action.UNDO.value: N_("Besluit ongedaan gemaakt"),
    Action.RESTORE.value: N_("Weer op de site gezet"),
    Action.TAKE_BACK.value: N_("Wijziging teruggenomen"),
    Action.REINSTATE.value: N_("Goedgekeurde versie weer de laatste"),
    Action.GO_LIVE.value: N_("Meteen op de site gezet"),
    Action.SEND_BACK.value: N_("Van de site gehaald en teruggestuurd"),
}
KINDS: Mapping[WaitingKind, str] = {
    WaitingKind.ORGANISATION: N_("Nieuwe organisatie"),
    WaitingKind.IDENTITY: N_("Andere naam of KvK-nummer"),
    WaitingKind.NEW: N_("Nieuwe werkplek"),
    WaitingKind.CHANGED: N_("Wijziging"),
    WaitingKind.REMARK: N_("Gemeld"),
    WaitingKind.REMOVAL: N_("Verwijdering gevraagd"),
    WaitingKind.NOT_CONFIRMED: N_("Niet recent bevestigd"),
    WaitingKind.AFTERWARDS: N_("Achteraf bekijken"),
}
SIGNS: Mapping[Sign, str] = {
    Sign.TITLE: N_("bijna dezelfde naam"),
    Sign.ADDRESS: N_("hetzelfde adres, van een andere organisatie"),
    Sign.KVK_NUMBER: N_("hetzelfde KvK-nummer, van een andere organisatie"),
}
CONTACT_SIGNS: Mapping[ContactSign, str] = {
    ContactSign.ELSEWHERE: N_(
        "Dit e-mailadres hoort niet bij de website, en niet bij iemand die de organisatie beheert."
    ),
    ContactSign.OF_ANOTHER: N_("Een andere organisatie gebruikt hetzelfde e-mailadres."),
    ContactSign.NO_PHONE: N_("Er is geen telefoonnummer. Wie niet mailt, kan niemand bereiken."),
}
STANDINGS: Mapping[Standing, str] = {
    Standing.WAITING: N_("Wacht op controle"),
    Standing.SHOWN: N_("Op de site"),
    Standing.HIDDEN: N_("Goedgekeurd, maar verborgen"),
    Standing.RETURNED: N_("Terug voor aanpassing"),
    Standing.REJECTED: N_("Afgewezen"),
    Standing.WITHDRAWN: N_("Ingetrokken"),
}
