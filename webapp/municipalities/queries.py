"""Finding municipalities, places and postcode areas."""

from collections.abc import Collection, Sequence

from sqlalchemy import Row, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from webapp.core.errors import NotFoundError
from webapp.municipalities.models import (
    Municipality,
    MunicipalityNeighbour,
    Place,
    PlaceNeighbour,
    PostcodeArea,
)
from webapp.municipalities.names import plain_name
from webapp.municipalities.succession import current

# What stands before a part of a name that people may begin with: 's-Heerenberg, Berg en Dal.
_BEFORE_PART = (" ", "-")


def find_by_slug(session: Session, slug: str) -> Municipality | None:
    """Return the municipality that takes part under this slug."""
    return session.scalar(
        select(Municipality).where(Municipality.slug == slug, Municipality.joined_at.is_not(None))
    )


def find_successor_by_slug(session: Session, slug: str) -> Municipality | None:
    """Return the municipality that stands for one that took part under this slug once."""
    ended = session.scalar(
        select(Municipality).where(Municipality.slug == slug, Municipality.ended_on.is_not(None))
    )
    successor = current(session, ended) if ended else None
    return successor if successor and successor.takes_part else None


def find_municipality(session: Session, code: str) -> Municipality | None:
    """Return the municipality with this CBS code."""
    return session.get(Municipality, code) if code.isalnum() else None


def find_current(session: Session, code: str) -> Municipality | None:
    """Return the municipality that this CBS code, which may be history, stands for today."""
    municipality = find_municipality(session, code)
    return current(session, municipality) if municipality else None


def get_municipality(session: Session, code: str) -> Municipality:
    """Return the municipality with this CBS code, or raise NotFoundError."""
    municipality = find_municipality(session, code)
    if municipality is None:
        raise NotFoundError(code)
    return municipality


def all_municipalities(session: Session) -> Sequence[Municipality]:
    """Return all municipalities of today by name."""
    return session.scalars(
        select(Municipality).where(Municipality.ended_on.is_(None)).order_by(Municipality.name)
    ).all()


def former_municipalities(session: Session) -> Sequence[Municipality]:
    """Return the municipalities that exist no longer, the last to go first."""
    return session.scalars(
        select(Municipality)
        .where(Municipality.ended_on.is_not(None))
        .order_by(Municipality.ended_on.desc(), Municipality.code)
    ).all()


def taking_part(session: Session) -> Sequence[Municipality]:
    """Return the municipalities that take part, by name."""
    return session.scalars(
        select(Municipality).where(Municipality.joined_at.is_not(None)).order_by(Municipality.name)
    ).all()


def find_postcode(session: Session, postcode: str) -> PostcodeArea | None:
    """Return the area of a postcode: '6921', '6921AB' and '6921 ab' are all understood."""
    digits = "".join(postcode.split())[:4]
    return session.get(PostcodeArea, digits) if digits.isdecimal() else None


def places_named(session: Session, name: str) -> Sequence[Place]:
    """Return the places with this name: several for Bergen, Hengelo or Elst."""
    return session.scalars(
        select(Place).where(Place.folded_name == plain_name(name)).order_by(Place.municipality_code)
    ).all()


def find_place(session: Session, name: str, municipality_code: str) -> Place | None:
    """Return the place with this name in this municipality."""
    return session.scalar(
        select(Place).where(
            Place.folded_name == plain_name(name),
            Place.municipality_code == municipality_code,
        )
    )


def places_beside(session: Session, key: str) -> frozenset[str]:
    """Return the keys of the places that touch the one with this key."""
    beside = select(PlaceNeighbour.neighbour_key).where(PlaceNeighbour.place_key == key)
    return frozenset(session.scalars(beside))


def places_around(
    session: Session, code: str, beginnings: Collection[str]
) -> Sequence[Row[Place, str, int]]:
    """Return the places in and adjoining a municipality whose name has a part that begins so.

    Each comes with the name of its municipality, and how many places there are with its name.
    """
    if not beginnings:
        return []
    adjoining = select(MunicipalityNeighbour.neighbour_code).where(
        MunicipalityNeighbour.municipality_code == code
    )
    other = aliased(Place)
    namesakes = select(func.count()).where(other.folded_name == Place.folded_name)
    spaced = literal(" ").concat(Place.folded_name)
    return session.execute(
        select(Place, Municipality.name, namesakes.scalar_subquery())
        .join(Municipality, Municipality.code == Place.municipality_code)
        .where(
            or_(Place.municipality_code == code, Place.municipality_code.in_(adjoining)),
            or_(
                *(
                    spaced.contains(before + beginning, autoescape=True)
                    for before in _BEFORE_PART
                    for beginning in beginnings
                )
            ),
        )
    ).all()


def begins_part(place: Place, beginning: str) -> bool:
    """Tell whether a part of the name of a place begins so."""
    return any(before + beginning in f" {place.folded_name}" for before in _BEFORE_PART)


def municipalities_with_codes(session: Session, codes: Collection[str]) -> Sequence[Municipality]:
    """Return the municipalities with these codes, by name."""
    return session.scalars(
        select(Municipality).where(Municipality.code.in_(codes)).order_by(Municipality.name)
    ).all()


def names_by_code(session: Session, codes: set[str]) -> dict[str, str]:
    """Return the names of the municipalities with these codes."""
    rows = session.execute(
        select(Municipality.code, Municipality.name).where(Municipality.code.in_(codes))
    )
    return {code: name for code, name in rows}  # noqa: C416 (rows are not pairs to mypy)
