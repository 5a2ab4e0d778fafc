"""Finding municipalities, places and postcode areas."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFoundError
from webapp.municipalities.models import (
    Municipality,
    Place,
    PostcodeArea,
)
from webapp.municipalities.names import plain_name
from webapp.municipalities.succession import current


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


def names_by_code(session: Session, codes: set[str]) -> dict[str, str]:
    """Return the names of the municipalities with these codes."""
    rows = session.execute(
        select(Municipality.code, Municipality.name).where(Municipality.code.in_(codes))
    )
    return {code: name for code, name in rows}  # noqa: C416 (rows are not pairs to mypy)
