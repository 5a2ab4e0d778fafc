"""Places, postcode areas and neighbours of a municipality that goes into another."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from webapp.mergers.change import Change, run
from webapp.municipalities.models import MunicipalityNeighbour, Place, PlaceNeighbour
from webapp.municipalities.names import place_key
from webapp.workplaces.models import WorkplaceVersion


def move_places(session: Session, change: Change) -> int:
    """Give each place the new code, in its key too; one that both have becomes one place."""
    places = session.scalars(select(Place).where(Place.municipality_code == change.old)).all()
    for place in places:
        key = place_key(place.name, change.new)
        if session.get(Place, key) is None:
            session.add(
                Place(
                    key=key,
                    name=place.name,
                    folded_name=place.folded_name,
                    municipality_code=change.new,
                    latitude=place.latitude,
                    longitude=place.longitude,
                )
            )
            session.flush()
        _move_neighbours(session, place.key, key)
        run(
            session,
            update(WorkplaceVersion)
            .where(WorkplaceVersion.place_key == place.key)
            .values(place_key=key),
        )
        session.delete(place)
    session.flush()
    return len(places)


def _move_neighbours(session: Session, old_key: str, new_key: str) -> None:
    old = _beside_place(session, old_key)
    for key in old - _beside_place(session, new_key) - {old_key, new_key}:
        session.add(PlaceNeighbour(place_key=new_key, neighbour_key=key))
        session.add(PlaceNeighbour(place_key=key, neighbour_key=new_key))
    session.flush()
    for column in (PlaceNeighbour.place_key, PlaceNeighbour.neighbour_key):
        session.execute(delete(PlaceNeighbour).where(column == old_key))


def _beside_place(session: Session, key: str) -> set[str]:
    return set(
        session.scalars(select(PlaceNeighbour.neighbour_key).where(PlaceNeighbour.place_key == key))
    )


def join_neighbours(session: Session, change: Change) -> int:
    """Let the neighbours of both be those of the surviving one; return how many are new."""
    gained = _beside(session, change.old) - _beside(session, change.new)
    gained -= {change.old, change.new}
    for column in (MunicipalityNeighbour.municipality_code, MunicipalityNeighbour.neighbour_code):
        session.execute(delete(MunicipalityNeighbour).where(column == change.old))
    for code in gained:
        session.add(MunicipalityNeighbour(municipality_code=change.new, neighbour_code=code))
        session.add(MunicipalityNeighbour(municipality_code=code, neighbour_code=change.new))
    session.flush()
    return len(gained)


def _beside(session: Session, code: str) -> set[str]:
    return set(
        session.scalars(
            select(MunicipalityNeighbour.neighbour_code).where(
                MunicipalityNeighbour.municipality_code == code
            )
        )
    )
