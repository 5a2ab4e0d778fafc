"""What differs per municipality: typed, with a default for each (domain §9)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, get_origin, get_type_hints

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.core.errors import refuse
from webapp.core.i18n import N_
from webapp.core.text import fold
from webapp.municipalities.models import Municipality, MunicipalitySetting
from webapp.municipalities.settings_rules import problems_of


class Adjacency(StrEnum):
    """Which neighbours count for the location rule [S0 Eis 8a, 8b]."""

    MUNICIPALITY = "municipality"
    PLACE = "place"


class StableProgress(StrEnum):
    """When a progress message is due in a stable trajectory: the sources differ (domain §7)."""

    AFTER_6_MONTHS = "after_6_months"
    EVERY_6_MONTHS = "every_6_months"
    HALF_WAY = "half_way"


# The fields of a workplace that may change without a check before it; a municipality may choose
# fewer.
MAY_GO_UNCHECKED = (
    "day_parts",
    "hours_min",
    "hours_max",
    "places",
    "availability",
    "contact_name",
    "contact_phone",
    "contact_email",
)

_PUBLIC_TASK = N_("een taak van de gemeente (privacywet AVG, artikel 6, lid 1, onder e)")

# Texts with a default that is translated.
SAID_TO_RESIDENTS = (
    "consultant_title",
    "minimum_age",
    "own_contribution",
    "orientation_by",
    "orientation_duration",
    "legal_basis",
    "enquiry_legal_basis",
)


@dataclass(frozen=True)
class MunicipalitySettings:
    """The settings of one municipality. Texts are Dutch, as visitors read them."""

    approach_name: str = "Activerend Werk"
    site_name: str = ""
    theme: str = "rivier"
    introduction: str = ""
    adjacency: Adjacency = Adjacency.MUNICIPALITY
    products_offered: tuple[str, ...] = (
        "orientatie",
        "ontwikkeling-3",
        "ontwikkeling-4",
        "ontwikkeling-5",
        "stabiel-3",
        "stabiel-4",
    )
    orientation_name: str = ""
    development_3_name: str = ""
    development_4_name: str = ""
    development_5_name: str = ""
    stable_3_name: str = ""
    stable_4_name: str = ""
    consultant_title: str = N_("Wmo-consulent")
    stable_progress: StableProgress = StableProgress.AFTER_6_MONTHS
    street_map: bool = False
    finding_places_public: bool = False
    calamity_working_days: int = 2
    calamity_addressee: str = N_("de gemeente")
    minimum_age: str = N_("vanaf 16 jaar")
    own_contribution: str = N_("Je betaalt geen eigen bijdrage.")
    orientation_by: str = N_("een begeleider van het netwerk")
    orientation_duration: str = N_("hooguit 3 maanden")
    admission_open: bool = False
    admission_text: str = ""
    network_name: str = ""
    network_partners: str = ""
    network_email: str = ""
    privacy_email: str = ""
    officer_email: str = ""
    accessibility_email: str = ""
    help_phone: str = ""
    legal_basis: str = _PUBLIC_TASK
    enquiry_legal_basis: str = _PUBLIC_TASK
    organisation_legal_basis: str = _PUBLIC_TASK
    staff_legal_basis: str = _PUBLIC_TASK
    registration_retention_months: int = 12
    registration_answer_days: int = 5
    registration_quiet_weeks: int = 6
    removal_grace_days: int = 30
    confirmation_months: int = 6
    unchecked_fields: tuple[str, ...] = MAY_GO_UNCHECKED
    return_reasons: tuple[str, ...] = (
        "Schrijf duidelijker op wat iemand gaat doen.",
        "Schrijf op wie er begeleidt, en hoe.",
        "Schrijf op welke dagen en uren iemand kan komen.",
        "Kijk het adres na: we vinden het niet.",
    )
    rejection_reasons: tuple[str, ...] = (
        "Dit is geen werkplek met begeleiding.",
        "De werkplek ligt niet in onze gemeente of in de buurt.",
        "Deze werkplek staat al op de site.",
    )
    enquiry_retention_months: int = 12
    enquiry_reminder_days: int = 5
    placement_reminder_days: int = 14
    placement_retention_years: int = 2
    shortlist_retention_months: int = 12
    accessibility_status: str = "C"
    accessibility_checked_on: str = ""
    allowance_caps: tuple[str, ...] = ()

    def name_of_site(self, municipality_name: str) -> str:
        """Return what the site of the municipality is called."""
        return self.site_name or f"{self.approach_name} {municipality_name}"

    @property
    def product_names(self) -> dict[str, str]:
        """The municipality's own names of products, by code; '' where it has none of its own."""
        return {code: getattr(self, name) for code, name in PRODUCT_NAMES.items()}


# The code of each product, with the setting that holds the municipality's own name for it.
PRODUCT_NAMES = {
    "orientatie": "orientation_name",
    "ontwikkeling-3": "development_3_name",
    "ontwikkeling-4": "development_4_name",
    "ontwikkeling-5": "development_5_name",
    "stabiel-3": "stable_3_name",
    "stabiel-4": "stable_4_name",
}
_HINTS = get_type_hints(MunicipalitySettings)


def get_settings(session: Session, municipality_code: str) -> MunicipalitySettings:
    """Return the settings of a municipality: its own values, and the default for the others."""
    rows = session.execute(
        select(MunicipalitySetting.name, MunicipalitySetting.value).where(
            MunicipalitySetting.municipality_code == municipality_code
        )
    )
    return _settings_of((row.name, row.value) for row in rows)


def find_with_settings(
    session: Session, slug: str
) -> tuple[Municipality, MunicipalitySettings] | None:
    """Return the municipality that takes part under this slug, with its settings.

    Every request asks this, so it is one statement.
    """
    rows = session.execute(_WITH_SETTINGS, {"slug": slug}).all()
    if not rows:
        return None
    own = ((name, value) for _, name, value in rows if name is not None)
    return rows[0][0], _settings_of(own)


_WITH_SETTINGS = (
    select(Municipality, MunicipalitySetting.name, MunicipalitySetting.value)
    .outerjoin(MunicipalitySetting, MunicipalitySetting.municipality_code == Municipality.code)
    .where(Municipality.slug == bindparam("slug"), Municipality.joined_at.is_not(None))
)


def _settings_of(rows: Iterable[tuple[str, Any]]) -> MunicipalitySettings:
    return MunicipalitySettings(
        **{name: _typed(name, value) for name, value in rows if name in _HINTS}
    )


def change_settings(
    session: Session,
    municipality_code: str,
    **values: Any,  # noqa: ANN401 (each setting has its own type)
) -> None:
    """Set settings of a municipality; raise InvalidInputError for an unknown name or value."""
    problems = {name: "Deze instelling bestaat niet." for name in values if name not in _HINTS}
    for name in values.keys() - problems.keys():
        try:
            _typed(name, values[name])
        except (TypeError, ValueError):
            problems[name] = "Deze waarde past niet bij de instelling."
    refuse(problems or problems_of(values) | _used_twice(session, municipality_code, values))
    for name, value in values.items():
        stored = list(value) if isinstance(value, tuple) else value
        session.merge(
            MunicipalitySetting(municipality_code=municipality_code, name=name, value=stored)
        )


def _used_twice(
    session: Session, municipality_code: str, values: Mapping[str, Any]
) -> dict[str, str]:
    """Return a problem for each new name of a product that another product has already."""
    new = {name: values[name] for name in PRODUCT_NAMES.values() if values.get(name)}
    if not new:
        return {}
    own = replace(get_settings(session, municipality_code), **new).product_names.values()
    names = Counter(fold(name) for name in own)
    return {
        name: N_("Een ander soort traject heet al zo. Kies een andere naam.")
        for name, text in new.items()
        if names[fold(text)] > 1
    }


def from_texts(texts: dict[str, str]) -> dict[str, Any]:
    """Return settings as they are typed on a command line: a list has semicolons in it."""
    return {name: _from_text(name, text) for name, text in texts.items()}


def _from_text(name: str, text: str) -> Any:  # noqa: ANN401
    if _HINTS.get(name) is bool:
        return text.lower() in {"1", "true", "yes", "ja"}
    return _items(text) if _is_list(name) else text


def _is_list(name: str) -> bool:
    return get_origin(_HINTS.get(name)) is tuple


def _items(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(";") if item.strip())


def _typed(name: str, value: Any) -> Any:  # noqa: ANN401
    kind = _HINTS[name]
    if isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    return kind(value)
