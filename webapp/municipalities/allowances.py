"""What someone with a benefit may receive in a year as expense allowance, by year [S4]."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from webapp.core import resources
from webapp.municipalities.settings import MunicipalitySettings
from webapp.municipalities.settings_rules import parse_cap


@dataclass(frozen=True)
class AllowanceCap:
    """The most that someone may receive in `year`, in whole euros, and where that is from."""

    year: int
    amount_eur: int
    source_note: str


def caps_of(settings: MunicipalitySettings) -> tuple[AllowanceCap, ...]:
    """Return the caps that hold in a municipality, the newest year first.

    A year in the municipality's own setting (`"2025: 2100"`) replaces the national one.
    """
    own = {
        year: AllowanceCap(year, amount, "Opgegeven door de gemeente.")
        for year, amount in map(parse_cap, settings.allowance_caps)
    }
    caps = {**_national_caps(), **own}
    return tuple(caps[year] for year in sorted(caps, reverse=True))


def cap_for(settings: MunicipalitySettings, year: int) -> AllowanceCap:
    """Return the cap of `year`; without one that of the latest year before it that has one."""
    caps = caps_of(settings)
    return next((cap for cap in caps if cap.year <= year), caps[-1])


@cache
def _national_caps() -> Mapping[int, AllowanceCap]:
    file = resources.base_file("municipalities", "national_allowance_caps.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["cap"]
    return {row["year"]: AllowanceCap(**row) for row in rows}
