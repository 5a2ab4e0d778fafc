"""Organisations and workplaces for tests, made through the models with sensible defaults."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from webapp.municipalities import queries
from webapp.municipalities.models import Place, PostcodeArea
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import (
    PublicationChange,
    ServiceArea,
    VersionStatus,
    Workplace,
    WorkplaceVersion,
)
from webapp.workplaces.vocabulary import GuidanceKind

LONG_AGO = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
DUIVEN = "GM0226"
_numbers = count(1)

DEFAULT_CONTENT = WorkplaceContent(
    title="Meewerken in de moestuin",
    summary="Je helpt in een groene tuin.",
    tasks="Zaaien, wieden en oogsten.",
    learning="Je leert planten verzorgen.",
    sectors=("groen-en-tuin",),
    rungs=(2, 3),
    guidance_kind=GuidanceKind.NEAR,
    street="Voorbeeldstraat",
    house_number="1",
    postcode="6921 AB",
    place="Duiven",
    day_parts=("ma-ochtend", "wo-middag"),
    hours_min=4,
    hours_max=16,
    contact_name="Sanne Voorbeeld",
    contact_email="sanne@moestuin.example",
)


def make_organisation(session: Session, **values: Any) -> Organisation:
    """Add an approved organisation of Duiven, with other `values` where given."""
    defaults = {
        "name": f"Stichting Voorbeeld {next(_numbers)}",
        "municipality_code": DUIVEN,
        "status": OrganisationStatus.APPROVED,
        "created_at": LONG_AGO,
    }
    organisation = Organisation(**(defaults | values))
    session.add(organisation)
    session.flush()
    return organisation


def make_workplace(
    session: Session,
    *,
    organisation: Organisation | None = None,
    municipality_code: str = DUIVEN,
    status: VersionStatus = VersionStatus.APPROVED,
    visible: bool = True,
    at: datetime = LONG_AGO,
    **content: Any,
) -> Workplace:
    """Add a workplace with one version; `content` gives the fields that differ from the default.

    The place and the coordinates follow from the postcode in the content. An approved version
    is published, with the rows that go with it: service area and publication change.
    """
    if organisation is None:
        organisation = make_organisation(session, municipality_code=municipality_code)
    workplace = Workplace(
        organisation=organisation,
        municipality_code=municipality_code,
        is_visible=visible,
        created_at=at,
    )
    version = WorkplaceVersion(
        number=1,
        status=status,
        content=DEFAULT_CONTENT.changed(**content),
        created_at=at,
        changed_at=at,
    )
    if status is not VersionStatus.DRAFT:
        version.submitted_at = at
        version.municipality_code = municipality_code
    _locate(session, version)
    workplace.versions.append(version)
    session.add(workplace)
    session.flush()
    if status is VersionStatus.APPROVED:
        _publish(session, workplace, at)
    return workplace


def hide(session: Session, workplace: Workplace, *, at: datetime = LONG_AGO) -> None:
    """Take a workplace out of public view, as the provider's button does."""
    workplace.is_visible = False
    session.add(PublicationChange(workplace_id=workplace.id, at=at))
    session.flush()


def _locate(session: Session, version: WorkplaceVersion) -> None:
    """Fill in municipality, place and point from the postcode, or else from the place's name."""
    content = version.content
    area: PostcodeArea | Place | None = queries.find_postcode(session, content.postcode)
    area = area or next(iter(queries.places_named(session, content.place)), None)
    if area is None:
        return
    version.delivery_municipality_code = area.municipality_code
    version.latitude, version.longitude = area.latitude, area.longitude
    place = queries.find_place(session, content.place, area.municipality_code)
    version.place_key = place.key if place else None


def _publish(session: Session, workplace: Workplace, at: datetime) -> None:
    version = workplace.latest_version
    version.decided_at = at
    workplace.published_version = version
    workplace.published_at = at
    for code in version.content.service_area:
        session.add(ServiceArea(workplace_id=workplace.id, municipality_code=code))
    session.add(PublicationChange(workplace_id=workplace.id, at=at))
    session.flush()
