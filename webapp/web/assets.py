"""The addresses of static files, with a version behind them: browsers may keep those for ever."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, url_for


def init_assets(app: Flask) -> None:
    """Let `url_for` add the version, and give templates `asset(name)`.

    A page names the file of icons dozens of times, so each address is made once.
    """
    version_of = cache(lambda name: _version(Path(str(app.static_folder)) / name))

    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and values.get("filename"):
            values["v"] = version_of(values["filename"])

    app.url_defaults(add_version)
    app.jinja_env.globals["asset"] = cache(lambda name: url_for("static", filename=name))


def _version(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]
