"""Kinds of work in plain words, each with a drawing: how residents choose among the sectors."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from webapp.core import resources


@dataclass(frozen=True)
class KindOfWork:
    """A kind of work: `key` names its drawing, `sectors` are the keys of what it stands for."""

    key: str
    words: str
    sectors: tuple[str, ...]


@cache
def kinds_of_work() -> tuple[KindOfWork, ...]:
    """Return all kinds, in the order in which they are shown."""
    file = resources.base_file("workplaces", "kinds_of_work.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["kind"]
    return tuple(KindOfWork(row["key"], row["words"], tuple(row["sectors"])) for row in rows)


def chosen_among(keys: Collection[str]) -> tuple[KindOfWork, ...]:
    """Return the kinds with these keys; a key that does not exist is left out."""
    return tuple(kind for kind in kinds_of_work() if kind.key in keys)
