"""The fields of work (branches): the product's own list to begin with."""

import tomllib
from collections.abc import Sequence
from threading import Lock

from cachetools import TTLCache
from sqlalchemy import Connection, Engine, select
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


# They change with a new version of the software only, and every page with a search asks them.
_kept: TTLCache[Engine | Connection, Sequence[Sector]] = TTLCache(maxsize=8, ttl=60)
_guard = Lock()


def all_sectors(session: Session) -> Sequence[Sector]:
    """Return the sectors in their own order, at most a minute old; they belong to no session."""
    database = session.get_bind()
    with _guard:
        known = _kept.get(database)
    if known:
        return known
    sectors = session.scalars(select(Sector).order_by(Sector.position, Sector.name)).all()
    for sector in sectors:
        session.expunge(sector)
    with _guard:
        _kept[database] = sectors
    return sectors


def unknown_keys(session: Session, keys: tuple[str, ...]) -> set[str]:
    """Return which of `keys` are no sector."""
    return set(keys) - set(session.scalars(select(Sector.key).where(Sector.key.in_(keys))))
