"""The fields of work (branches): the product's own list to begin with."""

import tomllib
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core import resources
from webapp.workplaces.models import Sector


def load(session: Session) -> int:
    """Fill an empty list with the product's own sectors; return how many were added."""
    if session.scalar(select(Sector.key).limit(1)) is not None:
        return 0
    file = resources.base_file("workplaces", "sectors.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["sector"]
    session.add_all(
        Sector(key=row["key"], name=row["name"], icon=row["icon"], position=position)
        for position, row in enumerate(rows, start=1)
    )
    session.flush()
    return len(rows)


def all_sectors(session: Session) -> Sequence[Sector]:
    """Return the sectors in their own order."""
    return session.scalars(select(Sector).order_by(Sector.position, Sector.name)).all()


def unknown_keys(session: Session, keys: tuple[str, ...]) -> set[str]:
    """Return which of `keys` are no sector."""
    return set(keys) - set(session.scalars(select(Sector.key).where(Sector.key.in_(keys))))
