"""What the README promises about settings, and docs about files, is what the code reads."""

import re
from dataclasses import fields
from pathlib import Path

from webapp.core.settings import Settings
from webapp.workplaces.exchange.columns import OWN_COLUMNS
from webapp.workplaces.sheets.operations import MAX_BYTES, MAX_ROWS

_ROOT = Path(__file__).resolve().parents[2]
README = _ROOT / "README.md"
IMPORT = _ROOT / "docs" / "import.md"


def test_every_setting_is_in_the_table_and_no_other():
    rows = re.findall(r"^\| `([A-Z_]+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(field.name.upper() for field in fields(Settings))


def test_every_column_of_a_file_with_workplaces_is_in_the_table_and_no_other():
    text = IMPORT.read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`[a-z_`, ]+) \|", text, re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(cells)) == list(OWN_COLUMNS)


def test_the_limits_of_a_file_with_workplaces_are_told_as_they_are():
    limits = f"At most {MAX_BYTES // 1_000_000} MB and {MAX_ROWS:,} rows".replace(",", " ")
    assert limits in IMPORT.read_text(encoding="utf-8")
