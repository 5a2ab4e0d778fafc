"""Writing the log."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit.models import AuditEvent
from webapp.core.actor import SYSTEM, Actor


def record(
    session: Session,
    action: str,
    *,
    subject: tuple[str, str],
    actor: Actor,
    now: datetime,
    municipality_code: str | None = None,
    **details: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    """Note that `actor` did `action` to `subject` (its kind and its public id).

    `details` must hold no personal data beyond what the log needs.
    """
    kind, identifier = subject
    session.add(
        AuditEvent(
            at=now,
            actor_kind=actor.kind,
            actor_public_id=actor.public_id,
            action=action,
            subject_kind=kind,
            subject_id=identifier,
            municipality_code=municipality_code,
            details=details,
        )
    )


def prove_erased(
    session: Session, action: str, municipality_code: str, *, now: datetime, **counts: int
) -> None:
    """Note that what was old of a municipality was erased: how many, and nothing of whom."""
    record(
        session,
        action,
        subject=("municipality", municipality_code),
        actor=SYSTEM,
        now=now,
        municipality_code=municipality_code,
        **counts,
    )
