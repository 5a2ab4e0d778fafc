"""Whether the accessibility statement of a municipality is up to date (standards)."""

from datetime import date, timedelta
from enum import StrEnum

from webapp.municipalities.settings import MunicipalitySettings

_UPDATE_AFTER = timedelta(days=365)
_AUDIT_AFTER = timedelta(days=3 * 365)


class StatementAge(StrEnum):
    """How long ago the site was last checked."""

    NEVER_CHECKED = "never_checked"
    CURRENT = "current"
    UPDATE_DUE = "update_due"
    AUDIT_DUE = "audit_due"


def statement_age(settings: MunicipalitySettings, today: date) -> StatementAge:
    """Tell whether the statement must be updated (12 months) or the site audited (36 months)."""
    if not settings.accessibility_checked_on:
        return StatementAge.NEVER_CHECKED
    age = today - date.fromisoformat(settings.accessibility_checked_on)
    if age > _AUDIT_AFTER:
        return StatementAge.AUDIT_DUE
    return StatementAge.UPDATE_DUE if age > _UPDATE_AFTER else StatementAge.CURRENT
