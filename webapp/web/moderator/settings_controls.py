"""The field in which a setting of a municipality is changed."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field

from webapp.web.forms.fields import Checkboxes, Email, Line, Paragraphs, choices_of
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import Day, OneChoice, WholeNumber
from webapp.web.moderator.settings_words import HELP, LABELS, names_of_choices

_KINDS: Mapping[str, type[Field]] = {
    "introduction": Paragraphs,
    "admission_text": Paragraphs,
    "allowance_caps": Paragraphs,
    "return_reasons": Paragraphs,
    "rejection_reasons": Paragraphs,
    "network_email": Email,
    "privacy_email": Email,
    "officer_email": Email,
    "accessibility_email": Email,
    "calamity_working_days": WholeNumber,
    "registration_retention_months": WholeNumber,
    "registration_answer_days": WholeNumber,
    "registration_quiet_weeks": WholeNumber,
    "removal_grace_days": WholeNumber,
    "confirmation_months": WholeNumber,
    "enquiry_retention_months": WholeNumber,
    "enquiry_reminder_days": WholeNumber,
    "placement_reminder_days": WholeNumber,
    "placement_retention_years": WholeNumber,
    "shortlist_retention_months": WholeNumber,
    "admission_open": BooleanField,
    "street_map": BooleanField,
    "finding_places_public": BooleanField,
    "products_offered": Checkboxes,
    "unchecked_fields": Checkboxes,
    "theme": OneChoice,
    "adjacency": OneChoice,
    "stable_progress": OneChoice,
    "accessibility_status": OneChoice,
    "accessibility_checked_on": Day,
}
_REQUIRED = frozenset(
    {
        "approach_name",
        "minimum_age",
        "own_contribution",
        "consultant_title",
        "orientation_by",
        "orientation_duration",
        "calamity_working_days",
        "calamity_addressee",
        "legal_basis",
        "enquiry_legal_basis",
        "organisation_legal_basis",
        "staff_legal_basis",
        "registration_retention_months",
        "registration_answer_days",
        "registration_quiet_weeks",
        "removal_grace_days",
        "confirmation_months",
        "enquiry_retention_months",
        "enquiry_reminder_days",
        "placement_reminder_days",
        "placement_retention_years",
        "shortlist_retention_months",
        "theme",
        "adjacency",
        "stable_progress",
        "accessibility_status",
    }
)


def control(name: str) -> Any:  # noqa: ANN401 (an unbound field, for which wtforms has no type)
    """Return the field for a setting."""
    kind = _KINDS.get(name, Line)
    options: dict[str, Any] = {"description": _l(HELP[name]) if name in HELP else ""}
    if names_of_choices(name):
        options["choices"] = choices_of(names_of_choices(name))
    label = _l(LABELS[name])
    sentence = _l("Vul dit in: “%(label)s”.", label=label)
    return kind(label, [filled(sentence)] if name in _REQUIRED else [], **options)
