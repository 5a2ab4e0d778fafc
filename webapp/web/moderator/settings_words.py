"""The settings of a municipality in words: their groups, labels, help and choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from webapp.content.placeholders import STABLE_PROGRESS
from webapp.core import resources
from webapp.core.i18n import N_
from webapp.municipalities.settings import Adjacency
from webapp.trajectories.products import products


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
            "stable_progress",
            "calamity_working_days",
            "calamity_addressee",
            "admission_open",
            "admission_text",
        ),
    ),
    Group(
        "gegevens", N_("Gegevens van inwoners"), ("legal_basis", "registration_retention_months")
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
    "adjacency": N_("Wat telt als aangrenzend"),
    "stable_progress": N_("Voortgangsbericht bij een stabiel traject"),
    "calamity_working_days": N_("Binnen hoeveel werkdagen een calamiteit wordt gemeld"),
    "calamity_addressee": N_("Waar een calamiteit wordt gemeld"),
    "admission_open": N_("Nieuwe aanbieders kunnen zich nu inschrijven voor een contract"),
    "admission_text": N_("Uitleg over inschrijven voor een contract"),
    "legal_basis": N_("Wettelijke reden om gegevens te bewaren"),
    "registration_retention_months": N_("Hoeveel maanden een aanmelding wordt bewaard"),
    "accessibility_status": N_("Status van de toegankelijkheid"),
    "accessibility_checked_on": N_("Laatst nagekeken op"),
}

HELP: Mapping[str, str] = {
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
    "calamity_addressee": N_("Staat na “bij”. Bijvoorbeeld: de gemeente."),
    "admission_text": N_("Leeg? Dan staat er alleen of inschrijven nu kan."),
    "legal_basis": N_("Staat op de privacypagina, midden in een zin, zonder punt."),
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
    }
    if name == "products_offered":
        return {product.code.value: product.name for product in products()}
    return _themes() if name == "theme" else fixed.get(name, {})


@cache
def _themes() -> Mapping[str, str]:
    """Return the themes that there are, by the name of their file."""
    files = sorted((resources.folder("static") / "css" / "themes").glob("*.css"))
    return {file.stem: file.stem.capitalize() for file in files if file.stem != "platform"}
