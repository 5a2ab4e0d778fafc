"""What the README promises about settings is what the code reads."""

import re
from dataclasses import fields
from pathlib import Path

from webapp.core.settings import Settings

README = Path(__file__).resolve().parents[2] / "README.md"


def test_every_setting_is_in_the_table_and_no_other():
    rows = re.findall(r"^\| `([A-Z_]+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(field.name.upper() for field in fields(Settings))
