"""The settings of a municipality in words: their groups, labels, help and choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from webapp.content.placeholders import STABLE_PROGRESS
from webapp.core import resources
from webapp.core.i18n import N_
from webapp.municipalities.settings import MAY_GO_UNCHECKED, PRODUCT_NAMES, Adjacency
from webapp.web.product_words import product_names
from webapp.workplaces.labels import FIELDS


@dataclass(frozen=True)
class Group:
    """Settings that belong together; `key` stands in the address."""

    key: str
    title: str
    names: tuple[str, ...]


GROUPS = (
    Group(
        "uiterlijk",
        N_("Naam en uiterlijk"),
        ("approach_name", "site_name", "introduction", "theme"),
    ),
    Group(
        "contact",
        N_("Netwerk en contact"),
        (
            "network_name",
            "network_partners",
            "network_email",
            "help_phone",
            "privacy_email",
            "accessibility_email",
        ),
    ),
    Group(
        "meedoen",
        N_("Meedoen"),
        (
            "minimum_age",
            "own_contribution",
            "consultant_title",
            "orientation_by",
            "orientation_duration",
            "allowance_caps",
        ),
    ),
    Group(
        "werkplekken",
        N_("Werkplekken en trajecten"),
        (
            "products_offered",
            "adjacency",
            "street_map",
            "finding_places_public",
            "stable_progress",
            "calamity_working_days",
            "calamity_addressee",
            "admission_open",
            "admission_text",
        ),
    ),
    Group(
        "beheer",
        N_("Beheer van werkplekken"),
        (
            "return_reasons",
            "rejection_reasons",
            "unchecked_fields",
            "confirmation_months",
            "removal_grace_days",
        ),
    ),
    Group("trajecten", N_("Namen van soorten traject"), tuple(PRODUCT_NAMES.values())),
    Group(
        "gegevens",
        N_("Gegevens van mensen"),
        (
            "legal_basis",
            "registration_retention_months",
            "enquiry_legal_basis",
            "organisation_legal_basis",
            "staff_legal_basis",
            "officer_email",
        ),
    ),
    Group(
        "aanmeldingen",
        N_("Aanmeldingen van inwoners"),
        ("registration_answer_days", "registration_quiet_weeks"),
    ),
    Group(
        "vragen",
        N_("Vragen over werkplekken"),
        ("enquiry_reminder_days", "enquiry_retention_months"),
    ),
    Group(
        "plaatsingen",
        N_("Plaatsingen en lijstjes"),
        ("placement_reminder_days", "placement_retention_years", "shortlist_retention_months"),
    ),
    Group(
        "toegankelijkheid",
        N_("Toegankelijkheid"),
        ("accessibility_status", "accessibility_checked_on"),
    ),
)

LABELS: Mapping[str, str] = {
    "approach_name": N_("Hoe meedoen op een werkplek bij jullie heet"),
    "site_name": N_("Naam van de site"),
    "introduction": N_("Tekst op de voorpagina"),
    "theme": N_("Kleuren"),
    "network_name": N_("Naam van het netwerk"),
    "network_partners": N_("Organisaties in het netwerk"),
    "network_email": N_("E-mailadres van het netwerk"),
    "help_phone": N_("Telefoonnummer voor hulp"),
    "privacy_email": N_("E-mailadres voor vragen over gegevens"),
    "accessibility_email": N_("E-mailadres voor vragen over toegankelijkheid"),
    "minimum_age": N_("Vanaf welke leeftijd iemand mee kan doen"),
    "own_contribution": N_("Eigen bijdrage"),
    "consultant_title": N_("Hoe een consulent bij jullie heet"),
    "orientation_by": N_("Wie de oriëntatie doet"),
    "orientation_duration": N_("Hoelang de oriëntatie duurt"),
    "allowance_caps": N_("Hoogste onkostenvergoeding per jaar"),
    "products_offered": N_("Trajecten die jullie aanbieden"),
    "orientation_name": N_("Hoe de oriëntatiefase bij jullie heet"),
    "development_3_name": N_("Hoe ontwikkeling naar trede 3 bij jullie heet"),
    "development_4_name": N_("Hoe ontwikkeling naar trede 4 bij jullie heet"),
    "development_5_name": N_("Hoe ontwikkeling naar trede 5 bij jullie heet"),
    "stable_3_name": N_("Hoe stabiel op trede 3 bij jullie heet"),
    "stable_4_name": N_("Hoe stabiel op trede 4 bij jullie heet"),
    "adjacency": N_("Wat telt als omgeving"),
    "street_map": N_("Bezoekers kunnen een stratenkaart openen"),
    "finding_places_public": N_("Bezoekers zien de vindplaatsen en het overzicht per trede"),
    "stable_progress": N_("Voortgangsbericht bij een stabiel traject"),
    "calamity_working_days": N_("Binnen hoeveel werkdagen een calamiteit wordt gemeld"),
    "calamity_addressee": N_("Waar een calamiteit wordt gemeld"),
    "admission_open": N_("Nieuwe aanbieders kunnen zich nu inschrijven voor een contract"),
    "admission_text": N_("Uitleg over inschrijven voor een contract"),
    "legal_basis": N_("Wettelijke reden om gegevens van inwoners te bewaren"),
    "enquiry_legal_basis": N_("Wettelijke reden om vragen te bewaren"),
    "organisation_legal_basis": N_("Wettelijke reden om gegevens van werkgevers te bewaren"),
    "staff_legal_basis": N_("Wettelijke reden om accounts te bewaren"),
    "officer_email": N_("E-mailadres van de functionaris gegevensbescherming"),
    "registration_retention_months": N_("Hoeveel maanden een aanmelding wordt bewaard"),
    "registration_answer_days": N_("Binnen hoeveel werkdagen iemand een nieuwe aanmelding oppakt"),
    "registration_quiet_weeks": N_("Na hoeveel weken stilte een aanmelding opvalt"),
    "return_reasons": N_("Redenen om een werkplek terug te sturen"),
    "rejection_reasons": N_("Redenen om een werkplek af te wijzen"),
    "unchecked_fields": N_("Wat een aanbieder zonder controle mag wijzigen"),
    "confirmation_months": N_("Om de hoeveel maanden we vragen of een werkplek nog klopt"),
    "removal_grace_days": N_("Hoeveel dagen een verwijderde werkplek terug kan komen"),
    "enquiry_reminder_days": N_("Na hoeveel werkdagen we een aanbieder aan een vraag herinneren"),
    "enquiry_retention_months": N_("Hoeveel maanden een vraag wordt bewaard"),
    "placement_reminder_days": N_("Hoeveel dagen voor een termijn we een herinnering mailen"),
    "placement_retention_years": N_("Hoeveel jaar een plaatsing na het einde wordt bewaard"),
    "shortlist_retention_months": N_(
        "Hoeveel maanden we een lijstje met werkplekken voor een inwoner bewaren"
    ),
    "accessibility_status": N_("Status van de toegankelijkheid"),
    "accessibility_checked_on": N_("Laatst nagekeken op"),
}

_OWN_NAME = N_("Leeg? Dan gebruiken we de gewone naam.")
HELP: Mapping[str, str] = {
    **dict.fromkeys(PRODUCT_NAMES.values(), _OWN_NAME),
    "approach_name": N_("Bijvoorbeeld: Activerend Werk."),
    "site_name": N_("Leeg? Dan heet de site naar de aanpak en de gemeente."),
    "network_partners": N_("Bijvoorbeeld: De Tuin, Het Atelier en De Werkplaats."),
    "network_email": N_("Hier komen vragen van bezoekers binnen."),
    "minimum_age": N_("Staat na “Meedoen kan”. Bijvoorbeeld: vanaf 16 jaar."),
    "own_contribution": N_("Een hele zin, zoals: Je betaalt geen eigen bijdrage."),
    "orientation_by": N_("Staat na “samen met”. Bijvoorbeeld: een begeleider van het netwerk."),
    "orientation_duration": N_("Bijvoorbeeld: hooguit 3 maanden."),
    "allowance_caps": N_(
        "Alleen als het anders is dan het landelijke bedrag. Eén jaar per regel, zoals 2025: 2100."
    ),
    "street_map": N_(
        "De stratenkaart komt van PDOK. Wie haar opent, laat PDOK zijn internetadres zien."
    ),
    "finding_places_public": N_("Staat dit uit? Dan zien alleen jullie medewerkers ze."),
    "calamity_addressee": N_("Staat na “bij”. Bijvoorbeeld: de gemeente."),
    "admission_text": N_("Leeg? Dan staat er alleen of inschrijven voor een contract nu kan."),
    "legal_basis": N_("Staat op de privacypagina, midden in een zin, zonder punt."),
    "enquiry_legal_basis": N_("Staat bij het stellen van een vraag, midden in een zin."),
    "organisation_legal_basis": N_("Staat bij het aanmelden van een organisatie."),
    "staff_legal_basis": N_("Staat bij een uitnodiging en bij iemands eigen account."),
    "officer_email": N_("Leeg? Dan staat het adres voor vragen over gegevens er."),
    "return_reasons": N_(
        "Moderatoren kiezen hieruit. Eén zin per regel. Leeg? Dan schrijven ze zelf op waarom."
    ),
    "rejection_reasons": N_("Eén zin per regel."),
    "unchecked_fields": N_("Wijzigt er iets anders mee? Dan kijken jullie er eerst naar."),
    "confirmation_months": N_("Na 14 dagen zonder antwoord komt er een herinnering."),
    "removal_grace_days": N_("Daarna wissen we alles wat er stond."),
    "enquiry_reminder_days": N_(
        "De tweede herinnering komt na twee keer zo veel werkdagen. Daarna zie je de vraag zelf."
    ),
    "enquiry_retention_months": N_("Na het laatste bericht."),
    "placement_reminder_days": N_("Eén mail aan de werkgever, en één aan de consulent."),
    "placement_retention_years": N_(
        "Daarna wissen we de plaatsing. In de cijfers telt ze mee, zonder dagen of werkplek."
    ),
    "shortlist_retention_months": N_("Nadat iemand het voor het laatst veranderde."),
    "accessibility_checked_on": N_("Kijk de site elk jaar na. Laat haar elke 3 jaar onderzoeken."),
}

_ACCESSIBILITY: Mapping[str, str] = {
    "A": N_("A: voldoet volledig"),
    "B": N_("B: voldoet gedeeltelijk"),
    "C": N_("C: eerste maatregelen zijn genomen"),
    "D": N_("D: voldoet niet"),
    "E": N_("E: nog niets gedaan"),
}
_ADJACENCY: Mapping[str, str] = {
    Adjacency.MUNICIPALITY: N_("Een gemeente die aan de gemeente grenst"),
    Adjacency.PLACE: N_("Een woonplaats die aan de gemeente grenst"),
}


def names_of_choices(name: str) -> Mapping[str, str]:
    """Return what can be chosen for a setting, with its name; empty for one that is typed."""
    fixed: dict[str, Mapping[str, str]] = {
        "adjacency": _ADJACENCY,
        "stable_progress": STABLE_PROGRESS,
        "accessibility_status": _ACCESSIBILITY,
        "unchecked_fields": {field: FIELDS[field] for field in MAY_GO_UNCHECKED},
    }
    if name == "products_offered":
        return {code.value: name for code, name in product_names().items()}
    return _themes() if name == "theme" else fixed.get(name, {})


@cache
def _themes() -> Mapping[str, str]:
    """Return the themes that there are, by the name of their file."""
    files = sorted((resources.folder("static") / "css" / "themes").glob("*.css"))
    return {file.stem: file.stem.capitalize() for file in files if file.stem != "platform"}
