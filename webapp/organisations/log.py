"""Noting in the log what was done to an organisation."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit import operations as audit
from webapp.core.actor import Actor
from webapp.organisations.models import Organisation


def record(
    session: Session,
    action: str,
    organisation: Organisation,
    *,
    actor: Actor,
    now: datetime,
    **details: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    """Note that `actor` did `action` to `organisation`, for the municipality that checks it."""
    audit.record(
        session,
        action,
        subject=("organisation", organisation.public_id),
        actor=actor,
        now=now,
        municipality_code=organisation.municipality_code,
        **details,
    )
