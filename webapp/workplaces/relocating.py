"""Workplaces after the geographic tables were replaced."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from webapp.municipalities.gazetteer import Gazetteer
from webapp.workplaces.models import PublicationChange, Workplace, WorkplaceVersion
from webapp.workplaces.public import DELIVERY_MUNICIPALITY, public_workplaces


def find_places_anew(session: Session, *, now: datetime) -> None:
    """Find the place of each version of which the municipality is known, but the place is not."""
    gazetteer = Gazetteer(session)
    lost = select(
        WorkplaceVersion.id,
        WorkplaceVersion.workplace_id,
        WorkplaceVersion.content,
        WorkplaceVersion.delivery_municipality_code,
    ).where(
        WorkplaceVersion.place_key.is_(None),
        WorkplaceVersion.delivery_municipality_code.is_not(None),
    )
    found_again = set()
    for version_id, workplace_id, content, code in session.execute(lost).all():
        located = gazetteer.locate(code or "", postcode=content.postcode, place=content.place)
        if located.place_key is not None:
            session.execute(
                update(WorkplaceVersion)
                .where(WorkplaceVersion.id == version_id)
                .values(place_key=located.place_key)
            )
            found_again.add(workplace_id)
    _tell_search(session, found_again, now)


def tell_new_names(session: Session, codes: Collection[str], *, now: datetime) -> None:
    """Let workplaces be found by the new names of the municipalities where they are."""
    there = public_workplaces().where(DELIVERY_MUNICIPALITY.in_(codes))
    _tell_search(session, session.scalars(there.with_only_columns(Workplace.id)).all(), now)


def _tell_search(session: Session, workplace_ids: Collection[int], now: datetime) -> None:
    session.add_all(
        PublicationChange(workplace_id=workplace_id, at=now)
        for workplace_id in sorted(workplace_ids)
    )
