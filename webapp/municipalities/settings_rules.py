"""What a setting of a municipality must be, beyond its type."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from webapp.core.errors import InvalidInputError
from webapp.core.i18n import N_
from webapp.mail.addresses import normalise

ACCESSIBILITY_STATUSES = ("A", "B", "C", "D", "E")
_MOST_REASONS = 10
_CAP = re.compile(r"(\d{4})\s*:\s*(\d{1,5})", re.ASCII)
_PHONE = re.compile(r"\+?[\d\s()/-]{8,20}", re.ASCII)

Rule = Callable[[Any], str | None]


def problems_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Return, for each setting that cannot be as it is, a sentence that says how to mend it."""
    found = {name: RULES[name](value) for name, value in values.items() if name in RULES}
    return {name: sentence for name, sentence in found.items() if sentence}


def parse_cap(text: str) -> tuple[int, int]:
    """Return the year and the whole euros in `"2025: 2100"`; raise ValueError for other texts."""
    found = _CAP.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return int(found[1]), int(found[2])


def _no_longer(limit: int, text: str) -> str | None:
    return f"Maak dit korter: hooguit {limit} tekens." if len(text) > limit else None


def _name(text: str) -> str | None:
    """Check a name that stands in lists and buttons."""
    return _no_longer(60, text)


def _part(text: str) -> str | None:
    """Check words that stand inside a sentence."""
    if text.endswith("."):
        return N_("Haal de punt aan het eind weg: de tekst staat midden in een zin.")
    return _no_longer(200, text)


def _sentences(text: str) -> str | None:
    """Check whole sentences."""
    if text and text[-1] not in ".!?":
        return N_("Schrijf hele zinnen, met een punt aan het eind.")
    return _no_longer(600, text)


def _email(text: str) -> str | None:
    try:
        normalise(text or "naam@voorbeeld.nl")
    except InvalidInputError as error:
        return error.problems["email"]
    return None


def _phone(text: str) -> str | None:
    if text and not _PHONE.fullmatch(text):
        return N_("Vul een telefoonnummer in, zoals 06 00 00 00 00.")
    return None


def _between(least: int, most: int, number: int) -> str | None:
    if least <= int(number) <= most:
        return None
    return f"Vul een getal in van {least} tot en met {most}."


def _day(text: str) -> str | None:
    try:
        date.fromisoformat(text or "2026-01-01")
    except ValueError:
        return N_("Vul een datum in, zoals 31-12-2026.")
    return None


def _status(text: str) -> str | None:
    return None if text in ACCESSIBILITY_STATUSES else N_("Kies A, B, C, D of E.")


def _caps(lines: tuple[str, ...]) -> str | None:
    for line in lines:
        try:
            parse_cap(line)
        except ValueError:
            return N_("Schrijf op elke regel een jaar en een bedrag, zoals 2025: 2100.")
    return None


def _reasons(lines: tuple[str, ...]) -> str | None:
    if len(lines) > _MOST_REASONS:
        return f"Laat er wat weg: hooguit {_MOST_REASONS} regels."
    return next(filter(None, map(_sentence, lines)), None)


def _sentence(line: str) -> str | None:
    if line[-1:] not in ".!?":
        return N_("Schrijf op elke regel een hele zin, met een punt aan het eind.")
    return _no_longer(200, line)


RULES: Mapping[str, Rule] = {
    "approach_name": _part,
    "site_name": _name,
    "orientation_name": _name,
    "development_3_name": _name,
    "development_4_name": _name,
    "development_5_name": _name,
    "stable_3_name": _name,
    "stable_4_name": _name,
    "introduction": _sentences,
    "consultant_title": _part,
    "calamity_working_days": partial(_between, 1, 10),
    "calamity_addressee": _part,
    "minimum_age": _part,
    "own_contribution": _sentences,
    "orientation_by": _part,
    "orientation_duration": _part,
    "admission_text": _sentences,
    "network_name": _part,
    "network_partners": _part,
    "network_email": _email,
    "privacy_email": _email,
    "officer_email": _email,
    "accessibility_email": _email,
    "help_phone": _phone,
    "legal_basis": _part,
    "enquiry_legal_basis": _part,
    "organisation_legal_basis": _part,
    "staff_legal_basis": _part,
    "registration_retention_months": partial(_between, 1, 120),
    "registration_answer_days": partial(_between, 1, 30),
    "registration_quiet_weeks": partial(_between, 1, 52),
    "return_reasons": _reasons,
    "rejection_reasons": _reasons,
    "removal_grace_days": partial(_between, 7, 365),
    "confirmation_months": partial(_between, 1, 24),
    "enquiry_retention_months": partial(_between, 1, 120),
    "enquiry_reminder_days": partial(_between, 1, 30),
    "placement_reminder_days": partial(_between, 1, 60),
    "placement_retention_years": partial(_between, 1, 10),
    "shortlist_retention_months": partial(_between, 1, 24),
    "accessibility_status": _status,
    "accessibility_checked_on": _day,
    "allowance_caps": _caps,
}
