"""What the parts of a registration are called for people."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.registrations.models import FilledInBy, RegistrationStatus
from webapp.registrations.vocabulary import Need

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
    RegistrationStatus.NEW: N_("Nieuw"),
    RegistrationStatus.CONTACTED: N_("Contact gehad"),
    RegistrationStatus.ORIENTATION: N_("In oriëntatie"),
    RegistrationStatus.PLACED: N_("Werkplek gevonden"),
    RegistrationStatus.CLOSED: N_("Afgesloten"),
    RegistrationStatus.WITHDRAWN: N_("Gestopt"),
}
# What a consultant says on reaching each status.
STEPS: Mapping[RegistrationStatus, str] = {
    RegistrationStatus.CONTACTED: N_("Ik heb contact gehad"),
    RegistrationStatus.ORIENTATION: N_("De oriëntatie is begonnen"),
    RegistrationStatus.PLACED: N_("Er is een werkplek gevonden"),
    RegistrationStatus.CLOSED: N_("Sluit deze aanmelding af"),
}
# The statuses, as the resident reads it.
STATUSES_FOR_RESIDENT: Mapping[RegistrationStatus, str] = {
    RegistrationStatus.NEW: N_(
        "We hebben je aanmelding. Iemand van de gemeente gaat ermee aan de slag."
    ),
    RegistrationStatus.CONTACTED: N_("Iemand van de gemeente heeft contact met je gehad."),
    RegistrationStatus.ORIENTATION: N_("Je zoekt samen uit wat bij je past."),
    RegistrationStatus.PLACED: N_("Je hebt een werkplek gevonden."),
    RegistrationStatus.CLOSED: N_("Je aanmelding is afgesloten."),
    RegistrationStatus.WITHDRAWN: N_("Je aanmelding is gestopt."),
}
