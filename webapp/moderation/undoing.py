"""Undoing a decision about a workplace or an organisation, for as long as its mail waits.

What was decided in one act is undone in one: an organisation with the workplace approved beside it,
or with the workplaces that were rejected along with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, WrongStatusError
from webapp.mail import outbox
from webapp.organisations import operations as organisations
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces import publication
from webapp.workplaces.models import StatusChange, Workplace, WorkplaceVersion
from webapp.workplaces.workflow import Action

_DECISIONS = (Action.APPROVE.value, Action.RETURN.value, Action.REJECT.value)
# The mail waits a little longer than a decision can be undone, so that the two never meet.
_MARGIN = timedelta(minutes=1)


@dataclass(frozen=True)
class Undoable:
    """A decision that can be undone until `until`."""

    workplace: Workplace
    title: str
    decision: StatusChange
    until: datetime


def waiting_time(within: timedelta) -> timedelta:
    """Return how long the mail about a decision waits that can be undone `within` this time."""
    return within + _MARGIN if within else within


def name_of(decision: StatusChange) -> str:
    """Return by what the mails about a decision are found."""
    return f"decision-{decision.id}"


def name_of_organisation(organisation: Organisation) -> str:
    """Return by what the mails about the last decision on an organisation are found."""
    at = organisation.decided_at
    return f"organisation-{organisation.id}-{int(at.timestamp()) if at else 0}"


def undoable(
    session: Session, municipality_code: str, *, within: timedelta, now: datetime
) -> Sequence[Undoable]:
    """Return the decisions on workplaces that a municipality can still undo, the newest first.

    Of each workplace it is the very last thing that happened. What was rejected along with its
    organisation is undone with that.
    """
    rows = session.execute(
        select(StatusChange, WorkplaceVersion)
        .join(WorkplaceVersion, WorkplaceVersion.id == StatusChange.version_id)
        .join(WorkplaceVersion.workplace)
        .join(Workplace.organisation)
        .options(contains_eager(WorkplaceVersion.workplace))
        .where(
            WorkplaceVersion.municipality_code == municipality_code,
            StatusChange.action.in_(_DECISIONS),
            StatusChange.at > now - within,
            StatusChange.at == WorkplaceVersion.changed_at,
            Organisation.status != OrganisationStatus.REJECTED,
        )
        .order_by(StatusChange.id.desc())
    )
    return [
        Undoable(version.workplace, version.content.title, change, change.at + within)
        for change, version in rows
    ]


def undoable_organisations(
    session: Session, municipality_code: str, *, within: timedelta, now: datetime
) -> Sequence[Organisation]:
    """Return the organisations whose last decision a municipality can still undo, newest first.

    Those that were approved beside a workplace are undone with that.
    """
    return session.scalars(
        select(Organisation)
        .where(
            Organisation.municipality_code == municipality_code,
            Organisation.status.in_([OrganisationStatus.APPROVED, OrganisationStatus.REJECTED]),
            Organisation.decided_at > now - within,
            ~_beside(Action.APPROVE).where(Workplace.organisation_id == Organisation.id).exists(),
        )
        .order_by(Organisation.decided_at.desc())
    ).all()


def undo(
    session: Session, version: WorkplaceVersion, *, within: timedelta, actor: Actor, now: datetime
) -> bool:
    """Let a version wait again that was decided on, and let its mail not go.

    An organisation that was approved in the same act waits again too, unless another of its
    workplaces was approved since; return whether it does. Raise ConflictError when something
    happened to the workplace since, and WrongStatusError when it was too long ago, or when there
    is nothing to undo.
    """
    organisation = version.workplace.organisation
    if organisation.status is OrganisationStatus.REJECTED:
        raise ConflictError(organisation.public_id)
    decision = publication.undo(session, version, actor=actor, now=now)
    if decision.at <= now - within or decision.action not in _DECISIONS:
        message = f"the decision of {decision.at} is final"
        raise WrongStatusError(message)
    outbox.forget(session, {name_of(decision)})
    if organisation.decided_at != decision.at or _offers_something(session, organisation):
        return False
    organisations.reopen(session, organisation, actor=actor, now=now)
    return True


def undo_organisation(
    session: Session, organisation: Organisation, *, within: timedelta, actor: Actor, now: datetime
) -> None:
    """Let an organisation wait again that was decided on, with what was rejected along with it.

    Its mail does not go. Raise ConflictError when one of its workplaces was approved or changed
    since, and WrongStatusError when it was too long ago, or when there is nothing to undo.
    """
    decided_at = organisation.decided_at
    if decided_at is None or decided_at <= now - within:
        raise WrongStatusError(organisation.public_id)
    if _offers_something(session, organisation):
        raise ConflictError(organisation.public_id)
    for version in _decided_beside(session, organisation, Action.REJECT):
        publication.undo(session, version, actor=actor, now=now)
    outbox.forget(session, {name_of_organisation(organisation)})
    organisations.reopen(session, organisation, actor=actor, now=now)


def _decided_beside(
    session: Session, organisation: Organisation, action: Action
) -> Sequence[WorkplaceVersion]:
    """Return the versions that were decided on in the same act as their organisation."""
    found = _beside(action).join(Workplace.organisation).where(Organisation.id == organisation.id)
    return session.scalars(found.order_by(WorkplaceVersion.id)).all()


def _beside(action: Action) -> Select[WorkplaceVersion]:
    """Return a Select of versions to which `action` was done when an organisation was decided on.

    The caller says which organisation, or joins it.
    """
    return (
        select(WorkplaceVersion)
        .join(WorkplaceVersion.workplace)
        .join(StatusChange, StatusChange.version_id == WorkplaceVersion.id)
        .where(StatusChange.action == action.value, StatusChange.at == Organisation.decided_at)
    )


def _offers_something(session: Session, organisation: Organisation) -> bool:
    return (
        session.scalar(
            select(Workplace.id)
            .where(
                Workplace.organisation_id == organisation.id,
                Workplace.published_version_id.is_not(None),
            )
            .limit(1)
        )
        is not None
    )
