"""When a municipality is told to look at its accessibility again."""

from datetime import date

import pytest

from webapp.municipalities.accessibility import StatementAge, statement_age
from webapp.municipalities.settings import MunicipalitySettings


@pytest.mark.parametrize(
    ("checked_on", "expected"),
    [
        ("", StatementAge.NEVER_CHECKED),
        ("2026-05-12", StatementAge.CURRENT),
        ("2025-05-12", StatementAge.CURRENT),
        ("2025-05-11", StatementAge.UPDATE_DUE),
        ("2023-05-13", StatementAge.UPDATE_DUE),
        ("2023-05-11", StatementAge.AUDIT_DUE),
    ],
)
def test_a_moderator_is_warned_after_12_and_36_months(checked_on, expected):
    settings = MunicipalitySettings(accessibility_checked_on=checked_on)
    assert statement_age(settings, date(2026, 5, 12)) is expected
