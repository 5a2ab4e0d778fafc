"""Which tariff holds on which day."""

from datetime import UTC, date, datetime

import pytest

from webapp.core.actor import SYSTEM
from webapp.tariffs.examples import load_examples
from webapp.tariffs.queries import find_tariff_on
from webapp.trajectories.products import ProductCode


@pytest.mark.parametrize(
    ("day", "cents"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), 2000),
        (date(2026, 12, 31), 2000),
        (date(2027, 1, 1), 2500),
        (date(2028, 1, 1), None),
    ],
)
def test_on_each_day_at_most_one_tariff_holds_for_a_product(session, day, cents):
    load_examples(session, "GM0226", actor=SYSTEM, now=datetime(2026, 1, 1, tzinfo=UTC))
    found = find_tariff_on(session, "GM0226", ProductCode.STABLE_3, day)
    assert (found.amount_cents if found else None) == cents
    assert find_tariff_on(session, "GM0202", ProductCode.STABLE_3, day) is None
