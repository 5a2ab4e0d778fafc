"""What the fields of everything that the log speaks of are called, and what they choose from."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.findingplaces.labels import FIELDS as FINDING_PLACE_FIELDS
from webapp.findingplaces.labels import KINDS
from webapp.organisations.details import LABELS as ORGANISATION_FIELDS
from webapp.organisations.labels import STATUSES as ORGANISATION_STATUSES
from webapp.registrations.labels import STATUSES as REGISTRATION_STATUSES
from webapp.workplaces.labels import (
    ACCESS,
    ALLOWANCES,
    AVAILABILITIES,
    FIELDS,
    GUIDANCE_KINDS,
    INDEPENDENCES,
    WORK_PRESSURES,
)
from webapp.workplaces.labels import STATUSES as VERSION_STATUSES

_OTHER_FIELDS: Mapping[str, str] = {
    "status": N_("Hoe het ervoor staat"),
    "question": N_("Vraag"),
    "answer": N_("Antwoord"),
    "group_key": N_("Groep"),
    "words": N_("Woorden"),
    "product": N_("Soort traject"),
    "product_code": N_("Productcode"),
    "unit": N_("Per"),
    "amount": N_("Bedrag"),
    "valid_from": N_("Eerste dag"),
    "valid_to": N_("Laatste dag"),
    "note": N_("Toelichting"),
    "is_example": N_("Voorbeeld"),
    "email": N_("E-mailadres"),
    "phone": N_("Telefoonnummer"),
    "residence": N_("Postcode of woonplaats"),
}
_BY_SUBJECT: Mapping[str, Mapping[str, str]] = {
    "finding_place": FINDING_PLACE_FIELDS,
    "organisation": ORGANISATION_FIELDS,
    "placement": {
        "reference": N_("Eigen kenmerk"),
        "requested_on": N_("Aangevraagd of besloten op"),
        "first_day": N_("Eerste dag"),
        "last_day": N_("Laatste dag"),
        "weekly_hours": N_("Uren per week"),
        "rung_before": N_("Trede bij het begin"),
    },
    "registration": {"name": N_("Naam")},
    "workplace": FIELDS,
}
_STATUSES: Mapping[str, Mapping[str, str]] = {
    "organisation": {key.value: label for key, label in ORGANISATION_STATUSES.items()},
    "registration": {key.value: label for key, label in REGISTRATION_STATUSES.items()},
    "workplace": {key.value: label for key, label in VERSION_STATUSES.items()},
}
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "kind": {key.value: label for key, label in KINDS.items()},
    "work_pressure": {key.value: label for key, label in WORK_PRESSURES.items()},
    "independence": {key.value: label for key, label in INDEPENDENCES.items()},
    "guidance_kind": {key.value: label for key, label in GUIDANCE_KINDS.items()},
    "wheelchair": {key.value: label for key, label in ACCESS.items()},
    "toilet": {key.value: label for key, label in ACCESS.items()},
    "quiet_room": {key.value: label for key, label in ACCESS.items()},
    "availability": {key.value: label for key, label in AVAILABILITIES.items()},
    "allowance": {key.value: label for key, label in ALLOWANCES.items()},
}


def label_of(subject_kind: str, field: str, others: Mapping[str, str]) -> str:
    """Return what a field is called, not yet translated; `others` holds names of more fields."""
    known = {**_OTHER_FIELDS, **others, **_BY_SUBJECT.get(subject_kind, {})}
    return known.get(field, field)


def choices_of(subject_kind: str, field: str) -> Mapping[str, str]:
    """Return the names of what a field chooses from."""
    if field == "status":
        return _STATUSES.get(subject_kind, {})
    return _CHOICES.get(field, {})
