"""Handing a workplace in for moderation, and taking it back."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError, WrongStatusError
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces import log, publication, routing, rules
from webapp.workplaces.claiming import claim
from webapp.workplaces.models import Workplace, WorkplaceVersion
from webapp.workplaces.queries import history
from webapp.workplaces.workflow import Action, advance, can, step

# What a version goes through when it is handed in: the last two when it goes live at once.
_HANDED_IN = (Action.SUBMIT, Action.GO_LIVE, Action.SUPERSEDE)


def submit(
    session: Session, workplace: Workplace, *, expected_lock: int, actor: Actor, now: datetime
) -> WorkplaceVersion:
    """Hand in the latest version to the municipality that checks it, and return it.

    Raise InvalidInputError with everything that is not yet right, ConflictError when somebody
    else changed it meanwhile, WrongStatusError when it waits for a decision or was decided on, or
    when the organisation was rejected.
    """
    version = claim(session, workplace, expected_lock)
    if workplace.organisation.status is OrganisationStatus.REJECTED:
        message = f"organisation {workplace.organisation.public_id} was rejected"
        raise WrongStatusError(message)
    if can(version, Action.SUBMIT):
        problems = rules.problems_at_submission(version.content)
        if problems:
            raise InvalidInputError(problems)
    code = routing.checker_of(session, version)
    hand_in(session, version, municipality_code=code, actor=actor, now=now)
    session.flush()
    return version


def hand_in(
    session: Session,
    version: WorkplaceVersion,
    *,
    municipality_code: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Let a version wait for a municipality, however complete it is; the caller has claimed it.

    Nothing is sent to the database yet, so many can be handed in together. Raise
    WrongStatusError when it waits for a decision or was decided on.
    """
    advance(version, Action.SUBMIT, actor=actor, now=now)
    version.submitted_at = now
    version.municipality_code = municipality_code
    log.record_version(session, "workplace.submitted", version, actor=actor, now=now)


def was_handed_in_by(session: Session, workplace: Workplace, actor: Actor) -> bool:
    """Tell whether the last thing that happened to a workplace is that `actor` handed it in."""
    last = next(iter(history(session, workplace)), None)
    if last is None or last.action not in _HANDED_IN or last.actor_id != actor.account_id:
        return False
    return last.at == workplace.latest_version.changed_at


def withdraw(
    session: Session,
    workplace: Workplace,
    *,
    reason: str,
    actor: Actor,
    now: datetime,
    municipality_code: str | None = None,
) -> None:
    """Take a workplace off the site and out of the queue at once.

    A `municipality_code` does so for one municipality: what another published or checks stays.
    Its provider can hand it in again as it is. Raise InvalidInputError without a reason, and
    WrongStatusError when it was withdrawn before.
    """
    latest = claim(session, workplace)
    published = workplace.published_version
    versions = [latest] if published in (None, latest) else [latest, published]
    chosen = [each for each in versions if municipality_code in (None, each.checked_by)]
    if not chosen:
        message = f"workplace {workplace.public_id} is not up to {municipality_code}"
        raise WrongStatusError(message)
    for version in chosen:
        step(session, version, Action.WITHDRAW, actor=actor, now=now, reason=reason)
    if published in chosen:
        publication.take_off(session, workplace, now=now)
    for told in {version.checked_by: version for version in chosen}.values():
        log.record_version(session, "workplace.withdrawn", told, actor=actor, now=now)
