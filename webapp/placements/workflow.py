"""What holds for every change of a placement: who was first, whether it is open, the log."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, WrongStatusError
from webapp.placements.models import Placement


def check_version(placement: Placement, expected: int) -> None:
    """Raise ConflictError when somebody changed the placement since it was `expected`."""
    if placement.version != expected:
        raise ConflictError(placement.public_id)


def check_open(placement: Placement, expected: int) -> None:
    """Raise ConflictError as `check_version`, and WrongStatusError when it has ended."""
    check_version(placement, expected)
    if not placement.is_open:
        message = f"placement {placement.public_id} has ended"
        raise WrongStatusError(message)


def note(
    session: Session,
    placement: Placement,
    action: str,
    *,
    actor: Actor,
    now: datetime,
    **details: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    """Write in the log who did what with a placement: never its reference."""
    record(
        session,
        action,
        subject=("placement", placement.public_id),
        actor=actor,
        now=now,
        municipality_code=placement.municipality_code,
        **details,
    )
