"""What the parts of a registration are called for people."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.registrations.message_rules import Closed
from webapp.registrations.models import FilledInBy, RegistrationStatus
from webapp.registrations.vocabulary import (
    ContactChannel,
    ContactOutcome,
    Need,
    StopReason,
)

# How long the data are kept: so many months, and then this.
KEPT_AFTER = N_("na de laatste verandering")
FILLED_IN_BY: Mapping[FilledInBy, str] = {
    FilledInBy.SELF: N_("Ik vul het in voor mezelf"),
    FilledInBy.EMPLOYER: N_("Ik ben werkgever en vul het in voor iemand anders"),
    FilledInBy.CONSULTANT: N_("Ik ben consulent of wijkcoach en vul het in voor iemand anders"),
    FilledInBy.OTHER: N_("Ik vul het in voor iemand die ik ken of help"),
}
HELPERS: Mapping[FilledInBy, str] = {
    FilledInBy.SELF: N_("De inwoner zelf"),
    FilledInBy.EMPLOYER: N_("Een werkgever"),
    FilledInBy.CONSULTANT: N_("Een consulent of wijkcoach"),
    FilledInBy.OTHER: N_("Iemand die de inwoner kent of helpt"),
}
NEEDS: Mapping[Need, str] = {
    Need.GUIDANCE_NEAR: N_("Een begeleider dichtbij"),
    Need.QUIET_PLACE: N_("Een rustige plek, met weinig geluid"),
    Need.CLEAR_INSTRUCTIONS: N_("Duidelijke uitleg, stap voor stap"),
    Need.SMALL_GROUP: N_("Een kleine groep"),
    Need.BREAKS: N_("Vaker een pauze"),
    Need.SITTING: N_("Werk dat ik zittend kan doen"),
    Need.WHEELCHAIR: N_("Een plek waar ik met een rolstoel kan komen"),
    Need.ADAPTED_TOILET: N_("Een aangepast toilet"),
    Need.NEAR_HOME: N_("Een plek dicht bij huis"),
    Need.LANGUAGE: N_("Hulp met de Nederlandse taal"),
}
STATUSES: Mapping[RegistrationStatus, str] = {
    RegistrationStatus.NEW: N_("Aangemeld"),
    RegistrationStatus.INTAKE: N_("Intake"),
    RegistrationStatus.ORIENTATION: N_("Oriëntatie"),
    RegistrationStatus.ADVICE: N_("Advies"),
    RegistrationStatus.TRAJECTORY: N_("Traject"),
    RegistrationStatus.COMPLETED: N_("Afgerond"),
    RegistrationStatus.STOPPED: N_("Gestopt"),
    RegistrationStatus.WITHDRAWN: N_("Ingetrokken door de inwoner"),
}
# What a consultant says on reaching each status.
STEPS: Mapping[RegistrationStatus, str] = {
    RegistrationStatus.INTAKE: N_("We doen een intake"),
    RegistrationStatus.ORIENTATION: N_("De oriëntatie is begonnen"),
    RegistrationStatus.ADVICE: N_("Er is een advies"),
    RegistrationStatus.TRAJECTORY: N_("Er is een werkplek: het traject begint"),
    RegistrationStatus.COMPLETED: N_("Het traject is afgerond"),
    RegistrationStatus.STOPPED: N_("Stop met deze aanmelding"),
}
# The statuses, as the resident reads it.
STATUSES_FOR_RESIDENT: Mapping[RegistrationStatus, str] = {
    RegistrationStatus.NEW: N_(
        "We hebben je aanmelding. Iemand van de gemeente gaat ermee aan de slag."
    ),
    RegistrationStatus.INTAKE: N_("Je hebt een gesprek met iemand van de gemeente."),
    RegistrationStatus.ORIENTATION: N_("Je zoekt samen uit wat bij je past."),
    RegistrationStatus.ADVICE: N_("Er is een advies. Je kiest samen een werkplek."),
    RegistrationStatus.TRAJECTORY: N_("Je hebt een werkplek gevonden."),
    RegistrationStatus.COMPLETED: N_("Je traject is klaar. Goed gedaan!"),
    RegistrationStatus.STOPPED: N_(
        "Je aanmelding is gestopt. Wil je weten waarom? Bel ons gerust."
    ),
    RegistrationStatus.WITHDRAWN: N_("Je hebt je aanmelding zelf gestopt."),
}
# Why nothing can be added, as the resident reads it; below it stands who to call.
CLOSED: Mapping[Closed, str] = {
    Closed.RESTRICTED: N_("Je aanmelding staat stil. Daarom kun je nu niets toevoegen."),
    Closed.FINISHED: N_("Je aanmelding is klaar of gestopt. Daarom kun je niets meer toevoegen."),
    Closed.ENOUGH_TODAY: N_("Je stuurde vandaag al 5 berichten. Morgen kun je er weer een sturen."),
    Closed.ENOUGH: N_("Je stuurde al 40 berichten. Meer kan hier niet."),
}
STOP_REASONS: Mapping[StopReason, str] = {
    StopReason.NO_CONTACT: N_("Het lukt niet om contact te krijgen"),
    StopReason.NO_WISH: N_("De inwoner wil niet meer"),
    StopReason.OTHER_HELP: N_("Iets anders past beter, zoals dagbesteding"),
    StopReason.OWN_WORK: N_("De inwoner heeft zelf werk of vrijwilligerswerk gevonden"),
    StopReason.NO_PLACE: N_("Er is geen werkplek die past"),
    StopReason.MOVED: N_("De inwoner is verhuisd"),
    StopReason.OTHER: N_("Een andere reden"),
}
CHANNELS: Mapping[ContactChannel, str] = {
    ContactChannel.PHONE: N_("Gebeld"),
    ContactChannel.EMAIL: N_("Gemaild"),
    ContactChannel.VISIT: N_("Langs geweest"),
    ContactChannel.HELPER: N_("Via wie de inwoner helpt"),
}
OUTCOMES: Mapping[ContactOutcome, str] = {
    ContactOutcome.REACHED: N_("We spraken elkaar"),
    ContactOutcome.MESSAGE_LEFT: N_("Ik liet een bericht achter"),
    ContactOutcome.NOT_REACHED: N_("Het lukte niet"),
}
