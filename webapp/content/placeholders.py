"""Placeholders: a text says {gemeente}, and each municipality reads its own name."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from babel.support import NullTranslations

from webapp.core.clock import day_in_words
from webapp.core.i18n import N_
from webapp.core.money import in_whole_euros
from webapp.core.settings import Settings
from webapp.core.text import one_line
from webapp.languages import catalogues
from webapp.municipalities.allowances import cap_for
from webapp.municipalities.models import Municipality
from webapp.municipalities.settings import Adjacency, MunicipalitySettings, StableProgress
from webapp.trajectories.products import ProductCode, products

_PLACEHOLDER = re.compile(r"\{([^{}\s]*)\}")
_MARKUP = re.compile(r"([\\`*_\[\]<>()#])")


class Placeholder(StrEnum):
    """A name between braces, as moderators write it."""

    MUNICIPALITY = "gemeente"
    APPROACH_NAME = "aanpak"
    SITE_NAME = "site_naam"
    WEBSITE = "website"
    NETWORK_NAME = "netwerk_naam"
    NETWORK_EMAIL = "netwerk_email"
    NETWORK_PARTNERS = "netwerk_partners"
    PLATFORM_NAME = "platform_naam"
    PLATFORM_EMAIL = "platform_email"
    PRIVACY_EMAIL = "privacy_email"
    ACCESSIBILITY_EMAIL = "toegankelijkheid_email"
    ACCESSIBILITY_STATUS = "toegankelijkheid_status"
    ACCESSIBILITY_CHECKED_ON = "toegankelijkheid_datum"
    CONSULTANT_TITLE = "consulent"
    MINIMUM_AGE = "minimumleeftijd"
    CALAMITY_TERM = "calamiteit_termijn"
    CALAMITY_ADDRESSEE = "calamiteit_meldpunt"
    STABLE_PROGRESS = "voortgang_stabiel"
    OWN_CONTRIBUTION = "eigen_bijdrage"
    ORIENTATION_BY = "orientatie_uitvoerder"
    ORIENTATION_DURATION = "orientatie_duur"
    ORIENTATION_NAME = "traject_orientatie"
    DEVELOPMENT_3_NAME = "traject_ontwikkeling_3"
    DEVELOPMENT_4_NAME = "traject_ontwikkeling_4"
    DEVELOPMENT_5_NAME = "traject_ontwikkeling_5"
    STABLE_3_NAME = "traject_stabiel_3"
    STABLE_4_NAME = "traject_stabiel_4"
    ADMISSION = "toelating_aanbieders"
    LOCATION_RULE = "locatieregel"
    ALLOWANCE_CAP = "vergoeding_maximum"
    LEGAL_BASIS = "grondslag"
    RETENTION = "bewaartermijn_aanmelding"


Words = Mapping[Placeholder, str]

_PRODUCT_NAMES: Mapping[ProductCode, Placeholder] = {
    ProductCode.ORIENTATION: Placeholder.ORIENTATION_NAME,
    ProductCode.DEVELOPMENT_3: Placeholder.DEVELOPMENT_3_NAME,
    ProductCode.DEVELOPMENT_4: Placeholder.DEVELOPMENT_4_NAME,
    ProductCode.DEVELOPMENT_5: Placeholder.DEVELOPMENT_5_NAME,
    ProductCode.STABLE_3: Placeholder.STABLE_3_NAME,
    ProductCode.STABLE_4: Placeholder.STABLE_4_NAME,
}

STABLE_PROGRESS: Mapping[str, str] = {
    StableProgress.AFTER_6_MONTHS: N_("na 6 maanden"),
    StableProgress.EVERY_6_MONTHS: N_("elke 6 maanden"),
    StableProgress.HALF_WAY: N_("op de helft van het traject"),
}


def words_of_platform(platform: Settings, own: MunicipalitySettings) -> Words:
    """Return what stands for the placeholders that make sense without a municipality."""
    email = platform.platform_email
    return {
        Placeholder.SITE_NAME: platform.platform_name,
        Placeholder.WEBSITE: platform.host_of(None),
        Placeholder.PLATFORM_NAME: platform.platform_name,
        Placeholder.PLATFORM_EMAIL: email,
        Placeholder.PRIVACY_EMAIL: own.privacy_email or email,
        Placeholder.ACCESSIBILITY_EMAIL: own.accessibility_email or email,
        Placeholder.ACCESSIBILITY_STATUS: own.accessibility_status,
        Placeholder.ACCESSIBILITY_CHECKED_ON: _checked_on(own),
    }


def words_of_municipality(
    municipality: Municipality,
    own: MunicipalitySettings,
    platform: Settings,
    *,
    today: date,
    language: str = "nl",
) -> Words:
    """Return what stands for each placeholder; an empty setting gives what can be said without.

    In another language each is translated, as far as it is not the municipality's own wording.
    """
    known = catalogues.translations(language)
    words = {
        **words_of_platform(platform, own),
        **_names(municipality, own, platform, known),
        **_product_names(own),
        Placeholder.CONSULTANT_TITLE: own.consultant_title,
        Placeholder.MINIMUM_AGE: own.minimum_age,
        Placeholder.CALAMITY_TERM: _calamity_term(own.calamity_working_days),
        Placeholder.CALAMITY_ADDRESSEE: own.calamity_addressee,
        Placeholder.STABLE_PROGRESS: STABLE_PROGRESS[own.stable_progress],
        Placeholder.OWN_CONTRIBUTION: own.own_contribution,
        Placeholder.ORIENTATION_BY: own.orientation_by,
        Placeholder.ORIENTATION_DURATION: own.orientation_duration,
        Placeholder.ADMISSION: own.admission_text or _admission(own),
        Placeholder.LOCATION_RULE: _location_rule(municipality, own),
        Placeholder.ALLOWANCE_CAP: _allowance_cap(own, today, known),
        Placeholder.LEGAL_BASIS: own.legal_basis,
        Placeholder.RETENTION: _retention(own.registration_retention_months, known),
    }
    return {
        placeholder: known.gettext(word) if word else word for placeholder, word in words.items()
    }


def fill(text: str, words: Words) -> str:
    """Return a plain text with its placeholders filled in; what has no word stays as it is."""
    return _PLACEHOLDER.sub(lambda found: _word(found, words), text)


def fill_markdown(text: str, words: Words) -> str:
    """Return a Markdown text with its placeholders filled in, as words and never as markup."""
    return _PLACEHOLDER.sub(lambda found: _MARKUP.sub(r"\\\1", _word(found, words)), text)


def unknown_in(text: str) -> list[str]:
    """Return the names between braces that are no placeholder, each once."""
    names = dict.fromkeys(_PLACEHOLDER.findall(text))
    return [name for name in names if name not in {known.value for known in Placeholder}]


def _word(found: "re.Match[str]", words: Words) -> str:
    known = {placeholder.value: word for placeholder, word in words.items()}
    return one_line(known.get(found[1], found[0]))


def _names(
    municipality: Municipality,
    own: MunicipalitySettings,
    platform: Settings,
    known: NullTranslations,
) -> Words:
    network = known.gettext(N_("het netwerk %(approach)s %(municipality)s"))
    return {
        Placeholder.MUNICIPALITY: municipality.name,
        Placeholder.APPROACH_NAME: own.approach_name,
        Placeholder.SITE_NAME: own.name_of_site(municipality.name),
        Placeholder.WEBSITE: platform.host_of(municipality.slug),
        Placeholder.NETWORK_NAME: own.network_name
        or network % {"approach": own.approach_name, "municipality": municipality.name},
        Placeholder.NETWORK_EMAIL: own.network_email or platform.platform_email,
        Placeholder.NETWORK_PARTNERS: own.network_partners or N_("organisaties uit de regio"),
    }


def _product_names(own: MunicipalitySettings) -> Words:
    return {
        _PRODUCT_NAMES[product.code]: product.called(own.product_names) for product in products()
    }


def _checked_on(own: MunicipalitySettings) -> str:
    """Return the day of the last check, or that there was none yet."""
    if not own.accessibility_checked_on:
        return N_("nog niet")
    return day_in_words(date.fromisoformat(own.accessibility_checked_on))


def _calamity_term(working_days: int) -> str:
    """Return the term for reporting a calamity [S0 Eis 9: two working days; S2: the next one]."""
    if working_days == 1:
        return "uiterlijk de volgende werkdag"
    return f"binnen {working_days} werkdagen"


def _admission(own: MunicipalitySettings) -> str:
    if own.admission_open:
        return "Je kunt je daarvoor nu inschrijven."
    return "Op dit moment kun je je daarvoor niet inschrijven."


def _location_rule(municipality: Municipality, own: MunicipalitySettings) -> str:
    """Return the location rule in one sentence [S0 Eis 8a, 8b]."""
    if own.adjacency is Adjacency.PLACE:
        beside = "in een woonplaats die daaraan grenst"
    else:
        beside = "in een gemeente ernaast"
    return f"Het werk is in de gemeente {municipality.name} of {beside}."


def _allowance_cap(own: MunicipalitySettings, today: date, known: NullTranslations) -> str:
    """Return the amount and its year; of an older year whether it still holds is to be asked."""
    cap = cap_for(own, today.year)
    sentence = N_("%(amount)s per jaar (het bedrag van %(year)s)")
    if cap.year != today.year:
        sentence = N_("%(amount)s per jaar (het bedrag van %(year)s; vraag of dit nog klopt)")
    return known.gettext(sentence) % {"amount": in_whole_euros(cap.amount_eur), "year": cap.year}


def _retention(months: int, known: NullTranslations) -> str:
    return known.ngettext("%(num)s maand", "%(num)s maanden", months) % {"num": months}
