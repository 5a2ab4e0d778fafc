"""The demonstration's data as it lies in the repository, read without the loader."""

import csv
import tomllib
from pathlib import Path
from typing import Any

WEBAPP = Path(__file__).parents[2] / "webapp"
DATA = WEBAPP / "demo" / "data"
GEOGRAPHY = WEBAPP / "municipalities" / "base"


def _tables(path: Path, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))[table]
    return rows


def _rows(name: str) -> list[dict[str, str]]:
    with (GEOGRAPHY / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


SECTORS = _tables(WEBAPP / "workplaces" / "base" / "sectors.toml", "sector")
ORGANISATIONS = _tables(DATA / "organisations.toml", "organisation")
WORKPLACES = _tables(DATA / "workplaces.toml", "workplace")
REGISTRATIONS = _tables(DATA / "registrations.toml", "registration")
MEDIA = _tables(DATA / "media.toml", "media")
ACCOUNTS = _tables(DATA / "staff.toml", "account")

SECTOR_KEYS = {sector["key"] for sector in SECTORS}
ORGANISATION_BY_KEY = {organisation["key"]: organisation for organisation in ORGANISATIONS}

TAKING_PART = {
    *("GM0226", "GM0293", "GM0299", "GM0202", "GM1705", "GM1734"),
    *("GM0275", "GM0274", "GM0277", "GM0221", "GM0200"),
}
# Both name a place as (name, municipality code).
PLACES = {(row["name"], row["municipality_code"]) for row in _rows("places.csv")}
POSTCODES = {
    row["postcode4"]: (row["place"], row["municipality_code"]) for row in _rows("postcodes.csv")
}
