"""Example tariffs for a demonstration. No real product code or price is known to us."""

import tomllib
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.core import resources
from webapp.core.actor import Actor
from webapp.tariffs.models import TariffUnit
from webapp.tariffs.operations import TariffDraft, add_tariff
from webapp.trajectories.products import ProductCode

_UNITS = {"traject": TariffUnit.TRAJECTORY, "uur": TariffUnit.HOUR}


def load_examples(session: Session, municipality_code: str, *, actor: Actor, now: datetime) -> int:
    """Give a municipality the example tariffs, each marked as one; return how many."""
    file = resources.base_file("tariffs", "example_tariffs.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["tariff"]
    for row in rows:
        add_tariff(session, municipality_code, _draft(row), actor=actor, now=now)
    return len(rows)


def _draft(row: dict[str, Any]) -> TariffDraft:
    return TariffDraft(
        product=ProductCode(row["product"]),
        product_code=row["product_code"],
        unit=_UNITS[row["unit"]],
        amount_cents=row["amount_eur"] * 100,
        valid_from=date(row["year"], 1, 1),
        valid_to=date(row["year"], 12, 31),
        note=row["note"],
        is_example=True,
    )
