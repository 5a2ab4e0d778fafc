"""The data of the demonstration, as it lies in its files."""

import tomllib
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


def rows(file: str, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table in `file`, such as 'staff'."""
    found: list[dict[str, Any]] = _tables(file)[table]
    return found


def _tables(file: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{file}.toml").read_text(encoding="utf-8"))
