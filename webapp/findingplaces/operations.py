"""What a municipality does with its finding places: add, change, remove."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit.changes import differences
from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, refuse
from webapp.findingplaces import queries
from webapp.findingplaces.draft import FindingPlaceDraft, problems_of, tidy
from webapp.findingplaces.models import FindingPlace
from webapp.geo.geocoding import Address, Geocoder
from webapp.municipalities.locating import locate
from webapp.municipalities.operations import claim

_FIELDS = tuple(field.name for field in fields(FindingPlaceDraft))


def add(
    session: Session,
    municipality_code: str,
    draft: FindingPlaceDraft,
    *,
    geocoder: Geocoder,
    actor: Actor,
    now: datetime,
) -> FindingPlace:
    """Add a finding place; the very same one is added once, however often.

    Raise InvalidInputError for what cannot be used.
    """
    draft = tidy(draft)
    refuse(problems_of(session, draft))
    claim(session, municipality_code)
    for each in queries.all_of(session, municipality_code):
        if _said_by(each) == _values(draft):
            return each
    added = FindingPlace(municipality_code=municipality_code, changed_at=now, **_values(draft))
    _put_on_map(session, added, geocoder)
    session.add(added)
    session.flush()
    _log(session, "finding_place.added", added, actor, now)
    return added


def change(  # noqa: PLR0913 (what every operation takes, and what was read)
    session: Session,
    finding_place: FindingPlace,
    draft: FindingPlaceDraft,
    *,
    expected_version: int,
    geocoder: Geocoder,
    actor: Actor,
    now: datetime,
) -> None:
    """Change a finding place; raise InvalidInputError for what cannot be used.

    Raise ConflictError when somebody else changed it since `expected_version` was read.
    """
    draft = tidy(draft)
    refuse(problems_of(session, draft))
    _claim_version(session, finding_place, expected_version)
    before = _said_by(finding_place)
    for name, value in _values(draft).items():
        setattr(finding_place, name, value)
    finding_place.changed_at = now
    _put_on_map(session, finding_place, geocoder)
    session.flush()
    changes = differences(before, _said_by(finding_place))
    _log(session, "finding_place.changed", finding_place, actor, now, **changes)


def remove(
    session: Session,
    finding_place: FindingPlace,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Remove a finding place; raise ConflictError as `change` does."""
    _claim_version(session, finding_place, expected_version)
    _log(session, "finding_place.removed", finding_place, actor, now)
    session.delete(finding_place)
    session.flush()


def _claim_version(session: Session, finding_place: FindingPlace, expected: int) -> None:
    claim(session, finding_place.municipality_code)
    session.refresh(finding_place)
    if finding_place.version != expected:
        raise ConflictError(finding_place.public_id)


def _put_on_map(session: Session, finding_place: FindingPlace, geocoder: Geocoder) -> None:
    """Let the coordinates follow from the address; without a postcode nobody knows them."""
    point = None
    if finding_place.postcode:
        address = Address(
            finding_place.street,
            finding_place.house_number,
            finding_place.postcode,
            finding_place.place,
        )
        point = locate(session, address, geocoder).coordinates
    finding_place.latitude = point.latitude if point else None
    finding_place.longitude = point.longitude if point else None


def _values(draft: FindingPlaceDraft) -> dict[str, Any]:
    """Return a draft as the columns hold it."""
    values = {name: getattr(draft, name) for name in _FIELDS}
    return {name: list(each) if isinstance(each, tuple) else each for name, each in values.items()}


def _said_by(finding_place: FindingPlace) -> Mapping[str, object]:
    return {name: getattr(finding_place, name) for name in _FIELDS}


def _log(
    session: Session,
    action: str,
    finding_place: FindingPlace,
    actor: Actor,
    now: datetime,
    **details: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    record(
        session,
        action,
        subject=("finding_place", finding_place.public_id),
        actor=actor,
        now=now,
        municipality_code=finding_place.municipality_code,
        name=finding_place.name,
        **details,
    )
