"""The words of the log: what each action, subject and field is called."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _

from webapp.core.actor import ActorKind
from webapp.core.i18n import N_


class Sort(StrEnum):
    """A kind of action, as one chooses it; the value is how addresses name it."""

    DECISIONS = "besluiten"
    CHANGES = "wijzigingen"
    LOGINS = "inloggen"
    PERSONAL = "persoonsgegevens"
    STAFF = "medewerkers"
    LISTS = "lijsten"


SORTS: Mapping[Sort, str] = {
    Sort.DECISIONS: N_("Besluiten"),
    Sort.CHANGES: N_("Wijzigingen"),
    Sort.LOGINS: N_("Inloggen en uitloggen"),
    Sort.PERSONAL: N_("Gegevens van inwoners"),
    Sort.STAFF: N_("Medewerkers en accounts"),
    Sort.LISTS: N_("Lijsten en logboek"),
}
_BY_SORT: Mapping[Sort, Mapping[str, str]] = {
    Sort.DECISIONS: {
        "workplace.approved": N_("Werkplek goedgekeurd"),
        "workplace.returned": N_("Werkplek teruggestuurd om aan te passen"),
        "workplace.rejected": N_("Werkplek afgewezen"),
        "workplace.withdrawn": N_("Werkplek ingetrokken"),
        "workplace.undone": N_("Besluit over een werkplek teruggedraaid"),
        "workplace.removed": N_("Werkplek weggehaald"),
        "workplace.removal_refused": N_("Weghalen van een werkplek geweigerd"),
        "workplace.restored": N_("Weggehaalde werkplek teruggezet"),
        "organisation.undone": N_("Besluit over een organisatie ongedaan gemaakt"),
        "organisation.approved": N_("Organisatie goedgekeurd"),
        "organisation.rejected": N_("Organisatie afgewezen"),
        "organisation.identity_approved": N_("Andere naam of KvK-nummer goedgekeurd"),
        "organisation.identity_refused": N_("Andere naam of KvK-nummer geweigerd"),
        "organisation.logo_taken_away": N_("Logo van een organisatie weggehaald door de gemeente"),
        "organisation.trusted": N_("Organisatie mag wijzigen zonder controle vooraf"),
        "organisation.trust_ended": N_("Organisatie weer vooraf gecontroleerd"),
        "exception.granted": N_("Uitzondering toegestaan"),
        "exception.changed": N_("Uitzondering gewijzigd"),
        "exception.ended": N_("Uitzondering beëindigd"),
    },
    Sort.CHANGES: {
        "workplace.offered": N_("Werkplek begonnen"),
        "workplace.changed": N_("Werkplek gewijzigd"),
        "workplace.submitted": N_("Werkplek ingediend"),
        "workplace.change_taken_back": N_("Wijziging van een werkplek teruggenomen"),
        "workplace.left": N_("Werkplek naar een andere gemeente gegaan"),
        "workplace.hidden": N_("Werkplek verborgen"),
        "workplace.shown": N_("Werkplek weer getoond"),
        "workplace.spoken_about": N_("Bericht over een werkplek gestuurd"),
        "workplace.noted": N_("Notitie bij een werkplek gemaakt"),
        "workplace.confirmed": N_("Bevestigd dat een werkplek nog klopt"),
        "workplace.not_confirmed": N_("Niet bevestigd dat een werkplek nog klopt"),
        "workplace.went_live": N_("Wijziging meteen op de site gezet"),
        "workplace.seen": N_("Wijziging achteraf bekeken"),
        "workplace.discarded": N_("Concept van een werkplek weggegooid"),
        "workplace.removal_requested": N_("Gevraagd om een werkplek weg te halen"),
        "workplace.removal_withdrawn": N_("Vraag om een werkplek weg te halen ingetrokken"),
        "workplace.erased": N_("Werkplek gewist"),
        "remark.made": N_("Opmerking bij een werkplek gemaakt"),
        "remark.done": N_("Opmerking bij een werkplek verwerkt"),
        "remark.needless": N_("Opmerking bij een werkplek niet nodig"),
        "organisation.registered": N_("Organisatie aangemeld"),
        "organisation.taken_in": N_("Organisatie overgenomen uit een bestand"),
        "organisation.activated": N_("Aanmelding van de organisatie bevestigd"),
        "organisation.changed": N_("Gegevens van de organisatie gewijzigd"),
        "organisation.identity_requested": N_("Andere naam of KvK-nummer gevraagd"),
        "organisation.identity_withdrawn": N_("Vraag om andere naam of KvK-nummer ingetrokken"),
        "organisation.sheet_read": N_("Bestand met werkplekken ingelezen"),
        "organisation.sheet_saved": N_("Werkplekken uit een bestand als concept bewaard"),
        "organisation.logo_changed": N_("Logo van de organisatie geplaatst of vervangen"),
        "organisation.logo_removed": N_("Logo van de organisatie weggehaald"),
        "organisation.member_added": N_("Lid van de organisatie toegevoegd"),
        "organisation.member_invited": N_("Lid van de organisatie uitgenodigd"),
        "organisation.invitation_withdrawn": N_("Uitnodiging van de organisatie ingetrokken"),
        "organisation.member_removed": N_("Lid uit de organisatie gehaald"),
        "organisation.member_left": N_("Lid uit de organisatie gegaan"),
        "organisation.role_changed": N_("Rol binnen de organisatie gewijzigd"),
        "settings.changed": N_("Instellingen gewijzigd"),
        "faq.added": N_("Vraag toegevoegd"),
        "faq.changed": N_("Vraag of antwoord gewijzigd"),
        "faq.hidden": N_("Vraag verborgen"),
        "faq.shown": N_("Vraag weer getoond"),
        "faq.restored": N_("Eerste antwoord teruggezet"),
        "tariff.added": N_("Tarief toegevoegd"),
        "tariff.changed": N_("Tarief gewijzigd"),
        "tariff.removed": N_("Tarief verwijderd"),
        "finding_place.added": N_("Vindplaats toegevoegd"),
        "finding_place.changed": N_("Vindplaats gewijzigd"),
        "finding_place.removed": N_("Vindplaats verwijderd"),
        "synonyms.added": N_("Synoniemen toegevoegd"),
        "synonyms.changed": N_("Synoniemen gewijzigd"),
        "synonyms.removed": N_("Synoniemen verwijderd"),
        "municipality.joined": N_("Gemeente doet mee"),
        "municipality.merger_planned": N_("Samengaan van gemeenten gepland"),
        "municipality.merger_cancelled": N_("Samengaan van gemeenten afgezegd"),
        "municipality.merged": N_("Gemeenten samengegaan"),
        "geography.imported": N_("Grenzen van gemeenten bijgewerkt"),
    },
    Sort.LOGINS: {
        "login.done": N_("Ingelogd"),
        "login.ended": N_("Uitgelogd"),
        "login.failed": N_("Inloggen mislukt: ander wachtwoord"),
        "login.code_failed": N_("Inloggen mislukt: de code klopte niet"),
        "login.refused": N_("Inloggen geweigerd: dit account is niet in gebruik"),
    },
    Sort.PERSONAL: {
        "enquiry.made": N_("Vraag over een werkplek gesteld"),
        "enquiry.ask": N_("Verder gevraagd over een werkplek"),
        "enquiry.answer": N_("Vraag over een werkplek beantwoord"),
        "enquiry.close": N_("Vraag over een werkplek afgesloten"),
        "enquiry.report": N_("Vraag over een werkplek gemeld bij de gemeente"),
        "enquiry.restore": N_("Gemelde vraag weer geopend"),
        "enquiry.looked_at": N_("Vraag over een werkplek bekeken"),
        "enquiry.erased": N_("Gegevens bij een vraag gewist"),
        "registration.made": N_("Inwoner aangemeld"),
        "registration.looked_at": N_("Aanmelding bekeken"),
        "registrations.listed": N_("Lijst met aanmeldingen bekeken"),
        "registration.followed": N_("Stap gezet in een aanmelding"),
        "registration.assigned": N_("Verdeeld wie een aanmelding volgt"),
        "registration.contact_tried": N_("Geprobeerd een inwoner te bereiken"),
        "registration.message_added": N_("Bericht van een inwoner gekregen"),
        "registration.message_answered": N_("Bericht aan een inwoner geschreven"),
        "registration.messages_dealt_with": N_("Bericht van een inwoner afgehandeld"),
        "registration.messages_seen": N_("Bericht van de gemeente bekeken via de link"),
        "registration.intake_planned": N_("Intake gepland"),
        "registration.handed_over": N_("Aanmelding overgedragen aan een andere gemeente"),
        "registration.taken_over": N_("Aanmelding gekregen van een andere gemeente"),
        "registration.exported": N_("Alles over een inwoner als bestand opgehaald"),
        "registrations.erased": N_("Oude aanmeldingen gewist"),
        "enquiries.erased": N_("Oude vragen gewist"),
        "registration.restricted": N_("Aanmelding stilgezet op verzoek"),
        "registration.restriction_lifted": N_("Aanmelding weer in gebruik"),
        "enquiry.restricted": N_("Vraag over een werkplek stilgezet op verzoek"),
        "enquiry.restriction_lifted": N_("Vraag over een werkplek weer in gebruik"),
        "enquiry.exported": N_("Alles bij een vraag als bestand opgehaald"),
        "person.searched": N_("Gezocht wat er van iemand bewaard wordt"),
        "records.erased": N_("Oude gegevens gewist"),
        "registration.corrected": N_("Gegevens van een inwoner verbeterd"),
        "registration.link_renewed": N_("Nieuwe link naar een aanmelding gemaakt"),
        "registration.link_revoked": N_("Link naar een aanmelding gestopt"),
        "registration.withdrawn": N_("Aanmelding gestopt en gegevens gewist"),
        "placement.started": N_("Plaatsing begonnen"),
        "placement.changed": N_("Plaatsing verbeterd"),
        "placement.taken": N_("Plaatsing overgenomen"),
        "placement.marked": N_("Vastgelegd wat er in een plaatsing gebeurde"),
        "placement.taken_back": N_("Stap in een plaatsing teruggedraaid"),
        "placement.erased": N_("Plaatsing gewist"),
        "placements.erased": N_("Oude plaatsingen gewist"),
        "client.searched": N_("Gezocht voor een inwoner"),
        "search.saved": N_("Zoekopdracht bewaard"),
        "search.changed": N_("Bewaarde zoekopdracht gewijzigd"),
        "search.removed": N_("Bewaarde zoekopdracht verwijderd"),
        "shortlist.made": N_("Lijstje gemaakt"),
        "shortlist.changed": N_("Kenmerk van een lijstje gewijzigd"),
        "shortlist.added": N_("Werkplek op een lijstje gezet"),
        "shortlist.taken_off": N_("Werkplek van een lijstje gehaald"),
        "shortlist.ordered": N_("Volgorde van een lijstje gewijzigd"),
        "shortlist.noted": N_("Aantekening of uitkomst op een lijstje gewijzigd"),
        "shortlist.shared": N_("Lijstje met een collega gedeeld"),
        "shortlist.unshared": N_("Lijstje niet meer met een collega gedeeld"),
        "shortlist.link_made": N_("Link naar een lijstje gemaakt"),
        "shortlist.link_revoked": N_("Link naar een lijstje gestopt"),
        "shortlist.asked": N_("Werkgevers gevraagd of er plek is"),
        "shortlist.passed_on": N_("Lijstje van wie weg is aan een collega gegeven"),
        "shortlist.removed": N_("Lijstje verwijderd"),
        "shortlists.erased": N_("Oude lijstjes gewist"),
    },
    Sort.STAFF: {
        "staff.invited": N_("Medewerker uitgenodigd"),
        "staff.invitation_withdrawn": N_("Uitnodiging ingetrokken"),
        "staff.role_given": N_("Rol gegeven"),
        "staff.role_withdrawn": N_("Rol weggehaald"),
        "staff.access_ended": N_("Toegang gestopt"),
        "account.confirmed": N_("Account in gebruik genomen"),
        "account.disabled": N_("Account gesloten"),
        "account.enabled": N_("Account weer geopend"),
        "account.name_changed": N_("Naam gewijzigd"),
        "account.password_changed": N_("Wachtwoord gewijzigd"),
        "account.email_changed": N_("E-mailadres gewijzigd"),
        "account.session_ended": N_("Op één apparaat uitgelogd"),
        "account.sessions_ended": N_("Overal uitgelogd"),
        "second_factor.set_up": N_("Inloggen in twee stappen aangezet"),
        "second_factor.turned_off": N_("Inloggen in twee stappen uitgezet"),
        "second_factor.codes_renewed": N_("Nieuwe herstelcodes gemaakt"),
        "second_factor.recovery_code_used": N_("Herstelcode gebruikt"),
        "second_factor.reset": N_("Inloggen in twee stappen weggehaald bij iemand anders"),
    },
    Sort.LISTS: {
        "log.exported": N_("Logboek gedownload"),
        "log.purged": N_("Oude regels van het logboek verwijderd"),
        "figures.exported": N_("Cijfers gedownload"),
        "staff.exported": N_("Overzicht van rechten gedownload"),
    },
}
ACTIONS: Mapping[str, str] = {
    action: label for labels in _BY_SORT.values() for action, label in labels.items()
}
SUBJECTS: Mapping[str, str] = {
    "account": N_("Account"),
    "enquiry": N_("Vraag over een werkplek"),
    "faq_question": N_("Vraag"),
    "finding_place": N_("Vindplaats"),
    "geography": N_("Gemeentegrenzen"),
    "location_exception": N_("Uitzondering"),
    "log": N_("Logboek"),
    "figures": N_("Cijfers"),
    "municipality": N_("Gemeente"),
    "organisation": N_("Organisatie"),
    "records": N_("Bewaarde gegevens"),
    "placement": N_("Plaatsing"),
    "registration": N_("Aanmelding"),
    "saved_search": N_("Bewaarde zoekopdracht"),
    "shortlist": N_("Lijstje met werkplekken"),
    "staff": N_("Medewerkers"),
    "synonyms": N_("Synoniemen"),
    "tariff": N_("Tarief"),
    "workplace": N_("Werkplek"),
}
_DOERS: Mapping[ActorKind, str] = {
    ActorKind.SYSTEM: N_("Het systeem"),
    ActorKind.RESIDENT: N_("Een inwoner"),
    ActorKind.UNKNOWN: N_("Onbekend wie"),
    ActorKind.PERSON: N_("Iemand zonder account"),
}


def actions_of(sort: Sort) -> frozenset[str]:
    """Return the actions of a kind."""
    return frozenset(_BY_SORT[sort])


def doer_in_words(kind: ActorKind, public_id: str | None, name: str) -> str:
    """Return who did it: by the name of today, for who still has an account."""
    if public_id is None:
        return str(_(_DOERS[kind]))
    return name or str(_("Iemand die hier niet meer werkt"))


def action_in_words(action: str) -> str:
    """Return what was done."""
    return str(_(ACTIONS[action]))


def subject_in_words(kind: str, identifier: str, name: str) -> str:
    """Return what it was done to: its kind, and its name or else its id."""
    return f"{_(SUBJECTS[kind])} “{name or identifier}”"


def value_in_words(value: Any, names: Mapping[str, str]) -> str:  # noqa: ANN401
    """Return a value of before or after; `names` holds those of choices."""
    if value is None or value in ("", []):
        return str(_("leeg"))
    if isinstance(value, bool):
        return str(_("Ja") if value else _("Nee"))
    if isinstance(value, list):
        return ", ".join(value_in_words(item, names) for item in value)
    return str(_(names[value])) if isinstance(value, str) and value in names else str(value)
