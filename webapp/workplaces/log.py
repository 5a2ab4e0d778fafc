"""Noting in the log what was done to a workplace."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit import operations as audit
from webapp.core.actor import Actor
from webapp.workplaces.models import Workplace


def record(
    session: Session,
    action: str,
    workplace: Workplace,
    *,
    actor: Actor,
    now: datetime,
    **details: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    """Note that `actor` did `action` to `workplace`, for the municipality that checks it."""
    audit.record(
        session,
        action,
        subject=("workplace", workplace.public_id),
        actor=actor,
        now=now,
        municipality_code=workplace.municipality_code,
        **details,
    )
