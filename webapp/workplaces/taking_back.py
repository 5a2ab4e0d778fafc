"""Taking a change back: the workplace says again what was approved."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import WrongStatusError
from webapp.workplaces import log
from webapp.workplaces.claiming import claim
from webapp.workplaces.models import (
    PublicationChange,
    VersionStatus,
    Workplace,
    WorkplaceVersion,
)
from webapp.workplaces.workflow import Action, advance, can


def can_be_taken_back(workplace: Workplace) -> bool:
    """Tell whether there is a change beside what visitors read, and nothing decided about it."""
    latest, published = workplace.latest_version, workplace.published_version
    is_change = published is not None and published is not latest
    return is_change and workplace.removed_at is None and can(latest, Action.TAKE_BACK)


def take_back(session: Session, workplace: Workplace, *, actor: Actor, now: datetime) -> None:
    """Let go of a change, waiting or not yet handed in; visitors notice nothing.

    What was approved becomes the latest version again, as a copy: the history stays whole. Raise
    WrongStatusError when there is no such change (any more).
    """
    latest = claim(session, workplace)
    published = workplace.published_version
    if published is None or not can_be_taken_back(workplace):
        raise WrongStatusError(workplace.public_id)
    told = latest if latest.submitted_at is not None else published
    advance(latest, Action.TAKE_BACK, actor=actor, now=now)
    again = _copy_of(published, number=latest.number + 1, now=now)
    workplace.versions.append(again)
    advance(again, Action.REINSTATE, actor=actor, now=now)
    advance(published, Action.SUPERSEDE, actor=actor, now=now)
    workplace.published_version = again
    session.add(PublicationChange(workplace_id=workplace.id, at=now))
    session.flush()
    log.record_version(session, "workplace.change_taken_back", told, actor=actor, now=now)


def _copy_of(version: WorkplaceVersion, *, number: int, now: datetime) -> WorkplaceVersion:
    return WorkplaceVersion(
        number=number,
        status=VersionStatus.DRAFT,
        content=version.content,
        municipality_code=version.municipality_code,
        delivery_municipality_code=version.delivery_municipality_code,
        place_key=version.place_key,
        latitude=version.latitude,
        longitude=version.longitude,
        created_at=now,
        changed_at=now,
        submitted_at=version.submitted_at,
        decided_at=version.decided_at,
        changes=[],
    )
