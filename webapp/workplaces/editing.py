"""Offering a workplace and changing what it says of itself."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.clock import AMSTERDAM
from webapp.core.errors import refuse
from webapp.core.i18n import N_
from webapp.core.ids import new_public_id
from webapp.geo.geocoding import Address, Geocoder
from webapp.municipalities.locating import Located, locate
from webapp.municipalities.postcode_places import place_problem
from webapp.municipalities.queries import names_by_code
from webapp.organisations.models import Organisation
from webapp.workplaces import log, routing, rules, sectors
from webapp.workplaces.claiming import claim
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion
from webapp.workplaces.tidying import tidy
from webapp.workplaces.workflow import EDITABLE

_ADDRESS = frozenset({"street", "house_number", "postcode", "place"})


def offer(  # noqa: PLR0913 (what every operation takes, and three of its own)
    session: Session,
    organisation: Organisation,
    *,
    municipality_code: str,
    content: WorkplaceContent,
    geocoder: Geocoder,
    actor: Actor,
    now: datetime,
    public_id: str | None = None,
) -> Workplace:
    """Begin a workplace, of which the first version is a draft.

    `municipality_code` is where it is offered. What is missing may come later; what is filled in
    wrongly raises InvalidInputError. A `public_id` that was chosen before makes that pressing a
    button twice begins one workplace: the second time the database refuses it.
    """
    content = tidy(content)
    refuse(rules.wrong_in(content) | _unknown_in(session, content) | misplaced_in(session, content))
    workplace = begin(organisation, municipality_code=municipality_code, content=content, now=now)
    _put_on_map(session, workplace.latest_version, geocoder)
    workplace.public_id = public_id or new_public_id()
    session.add(workplace)
    session.flush()
    log.record(session, "workplace.offered", workplace, actor=actor, now=now)
    return workplace


def save(  # noqa: PLR0913 (what every operation takes, and three of its own)
    session: Session,
    workplace: Workplace,
    changes: dict[str, Any],
    *,
    expected_lock: int,
    geocoder: Geocoder,
    actor: Actor,
    now: datetime,
    is_typing: bool = False,
) -> WorkplaceVersion:
    """Change fields of a workplace and return the version that now holds them.

    `is_typing` tells that it saves itself, half-way: the log keeps less of that.

    A draft, a returned and a submitted version are changed themselves; of any other a new draft
    is made, and visitors keep seeing what was approved. Raise ConflictError when somebody else
    changed it meanwhile, and InvalidInputError when a field that was sent cannot be as it is, or
    when a submitted version would no longer be complete.
    """
    latest = claim(session, workplace, expected_lock)
    content = tidy(latest.content.changed(**changes))
    must_be_right = None if latest.status is VersionStatus.SUBMITTED else changes.keys()
    misplaced = misplaced_in(session, content) if _ADDRESS & changes.keys() else {}
    refuse(
        misplaced | _only(rules.problems_of(content) | _unknown_in(session, content), must_be_right)
    )
    if content.availability != latest.content.availability:
        content = content.changed(availability_on=now.astimezone(AMSTERDAM).date())
    before, different = latest.content, latest.content.differences(content)
    if not different:
        return latest
    version = editable_version(workplace, now=now)
    version.content = content
    version.changed_at = now
    if _ADDRESS & set(different):
        _put_on_map(session, version, geocoder)
    if version.status is VersionStatus.SUBMITTED:
        version.municipality_code = routing.checker_of(session, version)
    session.flush()
    if is_typing:
        log.record_typing(session, workplace, different, actor=actor, now=now)
    else:
        noted = log.content_changes(before, content)
        log.record(session, "workplace.changed", workplace, actor=actor, now=now, **noted)
    return version


def begin(
    organisation: Organisation, *, municipality_code: str, content: WorkplaceContent, now: datetime
) -> Workplace:
    """Return a workplace that is nowhere on the map yet, with a draft as its first version."""
    version = WorkplaceVersion(
        number=1,
        status=VersionStatus.DRAFT,
        content=content,
        created_at=now,
        changed_at=now,
        changes=[],
    )
    return Workplace(
        public_id=new_public_id(),
        organisation=organisation,
        municipality_code=municipality_code,
        created_at=now,
        versions=[version],
    )


def editable_version(workplace: Workplace, *, now: datetime) -> WorkplaceVersion:
    """Return the version in which the workplace can be changed: the latest, or a new copy of it."""
    latest = workplace.latest_version
    return latest if latest.status in EDITABLE else _next_draft(workplace, latest, now)


def misplaced_in(session: Session, content: WorkplaceContent) -> rules.Problems:
    """Return what is wrong with a place that lies elsewhere than its postcode."""
    problem = place_problem(session, postcode=content.postcode, place=content.place)
    return {"place": problem} if problem else {}


def put_at(version: WorkplaceVersion, located: Located) -> None:
    """Put a version at a point of the map."""
    version.delivery_municipality_code = located.municipality_code
    version.place_key = located.place_key
    point = located.coordinates
    version.latitude, version.longitude = (
        (point.latitude, point.longitude) if point else (None, None)
    )


def _next_draft(workplace: Workplace, latest: WorkplaceVersion, now: datetime) -> WorkplaceVersion:
    draft = WorkplaceVersion(
        number=latest.number + 1,
        status=VersionStatus.DRAFT,
        content=latest.content,
        delivery_municipality_code=latest.delivery_municipality_code,
        place_key=latest.place_key,
        latitude=latest.latitude,
        longitude=latest.longitude,
        created_at=now,
        changed_at=now,
        changes=[],
    )
    workplace.versions.append(draft)
    return draft


def _put_on_map(session: Session, version: WorkplaceVersion, geocoder: Geocoder) -> None:
    """Let place and coordinates follow from the delivery address [S0 Eis 8]."""
    content = version.content
    address = Address(content.street, content.house_number, content.postcode, content.place)
    put_at(version, locate(session, address, geocoder))


def _unknown_in(session: Session, content: WorkplaceContent) -> rules.Problems:
    """Return the choices that are in no list of ours."""
    problems = {}
    if sectors.unknown_keys(session, content.sectors):
        problems["sectors"] = N_("Kies soorten werk uit de lijst.")
    served = set(content.service_area)
    if served - names_by_code(session, served).keys():
        problems["service_area"] = N_("Kies gemeenten uit de lijst.")
    return problems


def _only(problems: rules.Problems, names: Iterable[str] | None) -> rules.Problems:
    """Return the problems of the fields named; with None those of all fields."""
    wanted = problems.keys() if names is None else problems.keys() & set(names)
    return {name: text for name, text in problems.items() if name in wanted}
