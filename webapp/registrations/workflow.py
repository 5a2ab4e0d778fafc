"""Where a registration can go from where it stands: one table, and one writer of the status."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit.changes import differences
from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.core.i18n import N_
from webapp.core.restricting import check_unrestricted
from webapp.registrations.models import (
    OPEN,
    Registration,
    RegistrationChange,
    RegistrationStatus,
)
from webapp.registrations.vocabulary import StopReason

_S = RegistrationStatus
# Forward along [S4]: intake, orientation, advice, a place; one step back, for who pressed wrongly.
# Who knows already where to work needs no orientation.
TRANSITIONS: dict[RegistrationStatus, tuple[RegistrationStatus, ...]] = {
    _S.NEW: (_S.INTAKE, _S.STOPPED),
    _S.INTAKE: (_S.ORIENTATION, _S.TRAJECTORY, _S.STOPPED, _S.NEW),
    _S.ORIENTATION: (_S.ADVICE, _S.STOPPED, _S.INTAKE),
    _S.ADVICE: (_S.TRAJECTORY, _S.STOPPED, _S.ORIENTATION),
    _S.TRAJECTORY: (_S.COMPLETED, _S.STOPPED, _S.ADVICE),
    _S.COMPLETED: (_S.TRAJECTORY,),
    _S.STOPPED: (_S.INTAKE,),
    _S.WITHDRAWN: (),
}


def is_back(start: RegistrationStatus, goal: RegistrationStatus) -> bool:
    """Tell whether a step goes back, to an earlier status."""
    order = list(RegistrationStatus)
    return order.index(goal) < order.index(start)


def follow(  # noqa: PLR0913 (what every operation takes, and why)
    session: Session,
    registration: Registration,
    to_status: RegistrationStatus,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
    stop_reason: StopReason | None = None,
) -> None:
    """Bring `registration` to `to_status`, as a consultant does; stopping takes a reason.

    Raise ConflictError when it is no longer the version that the actor saw, WrongStatusError
    where the table has no such step, and InvalidInputError for a reason that is missing.
    """
    check_version(registration, expected_version)
    if to_status not in TRANSITIONS[registration.status]:
        message = f"{registration.status} to {to_status}"
        raise WrongStatusError(message)
    if to_status is RegistrationStatus.STOPPED and stop_reason is None:
        raise InvalidInputError({"reason": N_("Kies waarom de aanmelding stopt.")})
    changes = differences({"status": registration.status}, {"status": to_status})
    registration.follow_up.stop_reason = (
        stop_reason if to_status is RegistrationStatus.STOPPED else None
    )
    log_step(registration, to_status, actor=actor, now=now)
    note(session, registration, "registration.followed", actor=actor, now=now, **changes)
    session.flush()


def check_version(registration: Registration, expected: int) -> None:
    """Raise ConflictError when somebody changed the registration since it was `expected`.

    Raise RestrictedError when it may not be used.
    """
    check_unrestricted(registration)
    if registration.version != expected:
        raise ConflictError(registration.public_id)


def check_open(registration: Registration, expected: int) -> None:
    """Raise ConflictError as `check_version`, and WrongStatusError when nothing is left to do."""
    check_version(registration, expected)
    if registration.status not in OPEN:
        message = f"registration {registration.public_id} is {registration.status}"
        raise WrongStatusError(message)


def log_step(
    registration: Registration, to_status: RegistrationStatus, *, actor: Actor, now: datetime
) -> None:
    """Set the status, and keep the step in the registration's history."""
    registration.changes.append(
        RegistrationChange(
            from_status=registration.status,
            to_status=to_status,
            actor_id=actor.account_id,
            actor_name=actor.name,
            at=now,
        )
    )
    registration.status = to_status
    registration.changed_at = now


def note(
    session: Session,
    registration: Registration,
    action: str,
    *,
    actor: Actor,
    now: datetime,
    **details: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    """Write in the log who did what with a registration: nothing personal in `details`."""
    record(
        session,
        action,
        subject=("registration", registration.public_id),
        actor=actor,
        now=now,
        municipality_code=registration.municipality_code,
        **details,
    )
