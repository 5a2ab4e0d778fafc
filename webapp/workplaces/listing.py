"""Workplaces as a list shows them: read without models, and what they say only once."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from cachetools import LRUCache
from sqlalchemy import Row, String, bindparam, cast
from sqlalchemy.orm import Session

from webapp.geo.coordinates import Coordinates
from webapp.municipalities.models import Municipality
from webapp.organisations.models import Organisation
from webapp.workplaces.content import WorkplaceContent, from_json
from webapp.workplaces.models import Workplace, WorkplaceVersion
from webapp.workplaces.public import DELIVERY_MUNICIPALITY, public_workplaces

# How many workplaces a process keeps in memory, some 4 kB each.
_KEPT = 2_000


@dataclass(frozen=True, eq=False)
class ListedWorkplace:
    """A workplace in public view; `municipality_name` is where it lies, `checked_by` who checks it.

    As long as nothing changes it is the same object, so what is made of it can be kept with it.
    """

    public_id: str
    checked_by: str
    organisation: str
    municipality_name: str
    point: Coordinates | None
    content: WorkplaceContent
    is_lapsed: bool = False


# A version has another lock after each change, so what is kept is never out of date. Only a merger
# of municipalities leaves the lock alone: it changes no field of the content but the service area.
_Stamp = tuple[int, int, str, str, str, bool]
_known: LRUCache[_Stamp, ListedWorkplace] = LRUCache(_KEPT)
_guard = Lock()

_COLUMNS = (
    Workplace.id,
    WorkplaceVersion.id.label("version_id"),
    WorkplaceVersion.lock,
    Workplace.municipality_code.label("checked_by"),
    Organisation.name.label("organisation"),
    Municipality.name.label("municipality_name"),
    Workplace.public_id,
    Workplace.confirmation_lapsed_at.is_not(None).label("is_lapsed"),
    WorkplaceVersion.latitude,
    WorkplaceVersion.longitude,
    # As text: to understand it takes longer than all the rest, and is seldom needed.
    cast(WorkplaceVersion.content, String).label("content"),
)


_LISTED = (
    public_workplaces()
    .join(Municipality, Municipality.code == DELIVERY_MUNICIPALITY)
    .with_only_columns(*_COLUMNS)
    .where(Workplace.id.in_(bindparam("ids", expanding=True)))
)


def listed(session: Session, workplace_ids: Collection[int]) -> Mapping[int, ListedWorkplace]:
    """Return those of these workplaces that are in public view, by id.

    That is asked of the database each time, in one statement however many there are.
    """
    if not workplace_ids:
        return {}
    rows = session.execute(_LISTED, {"ids": list(workplace_ids)})
    return {row.id: _kept(row) for row in rows}


def _kept(row: Row[*tuple[Any, ...]]) -> ListedWorkplace:
    stamp: _Stamp = (
        row.version_id,
        row.lock,
        row.checked_by,
        row.organisation,
        row.municipality_name,
        row.is_lapsed,
    )
    with _guard:
        known = _known.get(stamp)
    if known is None:
        known = ListedWorkplace(
            public_id=row.public_id,
            checked_by=row.checked_by,
            organisation=row.organisation,
            municipality_name=row.municipality_name,
            point=_point(row.latitude, row.longitude),
            content=from_json(json.loads(row.content)),
            is_lapsed=row.is_lapsed,
        )
        with _guard:
            _known[stamp] = known
    return known


def _point(latitude: float | None, longitude: float | None) -> Coordinates | None:
    if latitude is None or longitude is None:
        return None
    return Coordinates(latitude, longitude)
