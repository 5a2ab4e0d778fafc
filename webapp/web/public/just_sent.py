"""The reference of what was sent in this session a short time ago, for the page that says so."""

from datetime import timedelta

from flask import session

from webapp.core import clock

# Long enough to read the page and to load it anew; the next person at the same computer does not
# find it.
_LASTS = timedelta(minutes=30)


def keep(name: str, reference: str) -> None:
    """Remember the reference of the last thing of this name."""
    session[name] = {"at": clock.now().timestamp(), "reference": reference}


def find(name: str) -> str | None:
    """Return the reference, if it was kept a short time ago."""
    kept = session.get(name, {})
    is_recent = kept.get("at", 0) > (clock.now() - _LASTS).timestamp()
    return str(kept["reference"]) if is_recent else None
