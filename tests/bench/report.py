"""When and where was measured, and the place in a document where that stands."""

import os
import platform
import re
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.bench.load import tool

_PACKAGES = ("flask", "gunicorn", "jinja2", "sqlalchemy", "psycopg", "whoosh-reloaded")
_BEGIN, _END = "<!-- figures -->", "<!-- end of figures -->"


def report(table: str, *, seconds: float, today: date) -> str:
    """Return the table under a line that says when and with what it was measured."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"Measured on {today.isoformat()}: {_processor()}, {os.cpu_count()} cores (load {load} at"
        f" the end), {platform.system()} {platform.release()}, Python"
        f" {platform.python_version()}, {packages}; two gunicorn workers, {seconds:g} seconds a"
        f" page, asked by {tool()}.\n\n{table}"
    )


def write(file: Path, text: str) -> None:
    """Put `text` between the two marks of a document, in place of what stands there."""
    document = file.read_text(encoding="utf-8")
    marked = re.compile(f"{re.escape(_BEGIN)}.*{re.escape(_END)}", re.DOTALL)
    replaced, places = marked.subn(lambda _: f"{_BEGIN}\n{text}\n{_END}", document)
    if places != 1:
        message = f"{file} must have {_BEGIN} and {_END} once"
        raise ValueError(message)
    file.write_text(replaced, encoding="utf-8")


def _processor() -> str:
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    found = re.search(r"^model name\s*:\s*(.+)$", told, re.MULTILINE)
    return found[1] if found else platform.machine()
