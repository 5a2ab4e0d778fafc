"""Bringing the tables to official boundaries: first what would change, then the change itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.db import Base
from webapp.core.errors import DomainError
from webapp.geo.geojson import Area
from webapp.municipalities import replacing
from webapp.municipalities.models import (
    Municipality,
    MunicipalityMerger,
    MunicipalityNeighbour,
    Place,
    PostcodeArea,
)
from webapp.municipalities.outlines import Outlines, place_rows, postcode_rows
from webapp.municipalities.replacing import MunicipalityRow, PlaceRow, PostcodeRow

# Tables of geography: a municipality with only these can go.
_GEOGRAPHY = {"municipality_neighbour", "place", "postcode_area"}


class ImportRefusedError(DomainError):
    """The boundaries cannot be taken over as they are; the message says why, in one line."""


@dataclass(frozen=True)
class Differences:
    """What the boundaries would change: `new` has codes with names, `renamed` the old and the new.

    A pair of neighbours is in it once.
    """

    new: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    renamed: tuple[tuple[str, str, str], ...]
    pairs_added: tuple[tuple[str, str], ...]
    pairs_removed: tuple[tuple[str, str], ...]
    places_new: tuple[str, ...] = ()
    places_gone: tuple[str, ...] = ()
    postcodes_moved: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(vars(self).values())


@dataclass(frozen=True)
class Proposal:
    """The rows that come in place of what is there, and what is different about them."""

    municipalities: Sequence[MunicipalityRow]
    places: Sequence[PlaceRow] | None
    postcodes: Sequence[PostcodeRow] | None
    differences: Differences


def propose(session: Session, areas: Sequence[Area], places: Sequence[Area] | None) -> Proposal:
    """Return what the boundaries would change; places and postcodes only with their own file.

    Raise BadFileError, and ImportRefusedError when a municipality is gone that has data.
    """
    outlines = Outlines(areas)
    rows = replacing.municipalities_of_today(session, outlines.municipality_rows(session))
    of_places = postcodes = None
    if places is not None:
        of_places = replacing.places_of_today(session, place_rows(places, outlines))
        postcodes = replacing.postcodes_of_today(session, postcode_rows(session, outlines))
    differences = _differences(session, rows, of_places, postcodes)
    for code in differences.gone:
        _refuse_with_data(session, code)
    return Proposal(rows, of_places, postcodes, differences)


def apply(
    session: Session, proposal: Proposal, *, today: date, actor: Actor, now: datetime
) -> None:
    """Carry a proposal out. A municipality that is gone stays as history."""
    replacing.replace_municipalities(session, proposal.municipalities)
    for code in proposal.differences.gone:
        session.get_one(Municipality, code).ended_on = today
    if proposal.places is not None:
        replacing.replace_places(session, proposal.places)
    if proposal.postcodes is not None:
        replacing.replace_postcodes(session, proposal.postcodes)
    record(
        session,
        "geography.imported",
        subject=("geography", "boundaries"),
        actor=actor,
        now=now,
        changes={name: len(found) for name, found in vars(proposal.differences).items()},
    )
    session.flush()


def _differences(
    session: Session,
    rows: Sequence[MunicipalityRow],
    places: Sequence[PlaceRow] | None,
    postcodes: Sequence[PostcodeRow] | None,
) -> Differences:
    living = select(Municipality).where(Municipality.ended_on.is_(None))
    known = {each.code: each.name for each in session.scalars(living)}
    names = {row.code: row.name for row in rows}
    before, after = _known_pairs(session), _pairs(rows)
    known_keys = set(session.scalars(select(Place.key)))
    keys = known_keys if places is None else {row.key for row in places}
    return Differences(
        new=tuple((code, names[code]) for code in sorted(names.keys() - known.keys())),
        gone=tuple(sorted(known.keys() - names.keys())),
        renamed=tuple(
            (code, known[code], names[code])
            for code in sorted(names.keys() & known.keys())
            if known[code] != names[code]
        ),
        pairs_added=tuple(sorted(after - before)),
        pairs_removed=tuple(sorted(before - after)),
        places_new=tuple(sorted(keys - known_keys)),
        places_gone=tuple(sorted(known_keys - keys)),
        postcodes_moved=_moved(session, postcodes or ()),
    )


def _pairs(rows: Sequence[MunicipalityRow]) -> set[tuple[str, str]]:
    return {(min(row.code, code), max(row.code, code)) for row in rows for code in row.neighbours}


def _known_pairs(session: Session) -> set[tuple[str, str]]:
    one, other = MunicipalityNeighbour.municipality_code, MunicipalityNeighbour.neighbour_code
    rows = session.execute(select(one, other).where(one < other))
    return {(first, second) for first, second in rows}


def _moved(session: Session, postcodes: Sequence[PostcodeRow]) -> tuple[str, ...]:
    rows = session.execute(select(PostcodeArea.postcode4, PostcodeArea.municipality_code))
    known = {postcode4: code for postcode4, code in rows}  # noqa: C416 (rows are not pairs to mypy)
    return tuple(
        row.postcode4 for row in postcodes if known[row.postcode4] != row.municipality_code
    )


def _refuse_with_data(session: Session, code: str) -> None:
    """Refuse to let a municipality go to which anything but geography refers."""
    municipality = session.get_one(Municipality, code)
    awaited = select(MunicipalityMerger.from_code).where(
        MunicipalityMerger.into_code == code, MunicipalityMerger.carried_out_at.is_(None)
    )
    tables = _tables_that_name(session, code)
    if not tables and not municipality.takes_part and session.scalar(awaited) is None:
        return
    merger = session.get(MunicipalityMerger, code)
    hint = (
        f"It goes into {merger.into_code} on {merger.day}: import the file after that."
        if merger
        else f"First: webapp municipalities merge {code} --into CODE --on DATE."
    )
    what = f" ({', '.join(tables)})" if tables else ""
    message = f"{code} {municipality.name} is not in the file, but is in use{what}. {hint}"
    raise ImportRefusedError(message)


def _tables_that_name(session: Session, code: str) -> list[str]:
    columns = [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.target_fullname == "municipality.code" and table.name not in _GEOGRAPHY
    ]
    return sorted(
        {
            column.table.name
            for column in columns
            if session.scalar(select(column).where(column == code).limit(1))
        }
    )
