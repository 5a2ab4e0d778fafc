"""The rungs (treden) of the participation ladder."""

import tomllib
from dataclasses import dataclass
from functools import cache

from webapp.core import resources


@dataclass(frozen=True)
class Rung:
    """One rung, in the words of the visitor; `description` is Markdown."""

    number: int
    name: str
    short: str
    description: str
    guidance: str
    example: str


@cache
def rungs() -> tuple[Rung, ...]:
    """Return the six rungs, the lowest first [S1, S2 5.4, S4]."""
    file = resources.base_file("trajectories", "rungs.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["rung"]
    return tuple(Rung(**row) for row in rows)
