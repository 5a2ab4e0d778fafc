"""Noting in the log what was done to a workplace."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit import operations as audit
from webapp.audit.changes import differences
from webapp.audit.queries import was_done_since
from webapp.core.actor import Actor
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import Workplace, WorkplaceVersion

_TYPING_LASTS = timedelta(minutes=10)
_PERSONAL = frozenset({"contact_name", "contact_phone", "contact_email"})


def record(
    session: Session,
    action: str,
    workplace: Workplace,
    *,
    actor: Actor,
    now: datetime,
    municipality_code: str | None = None,
    **details: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    """Note that `actor` did `action` to `workplace`.

    It is noted for a municipality: when none is given, the one on whose site the workplace is.
    """
    audit.record(
        session,
        action,
        subject=("workplace", workplace.public_id),
        actor=actor,
        now=now,
        municipality_code=municipality_code or workplace.municipality_code,
        **details,
    )


def record_typing(
    session: Session, workplace: Workplace, fields: Sequence[str], *, actor: Actor, now: datetime
) -> None:
    """Note of a draft that saves itself which fields change: once in a while, and no more.

    Whoever thinks for a moment has not decided anything: the log keeps no half sentences.
    """
    action, subject = "workplace.changed", ("workplace", workplace.public_id)
    since = now - _TYPING_LASTS
    if not was_done_since(session, action, subject, actor=actor, since=since):
        record(session, action, workplace, actor=actor, now=now, fields=list(fields))


def content_changes(before: WorkplaceContent, after: WorkplaceContent) -> dict[str, Any]:
    """Return what the log keeps of a change: of who can be called only that it changed."""
    names = before.differences(after)
    return differences(
        {name: getattr(before, name) for name in names},
        {name: getattr(after, name) for name in names},
        personal=_PERSONAL,
    )


def record_version(
    session: Session,
    action: str,
    version: WorkplaceVersion,
    *,
    actor: Actor,
    now: datetime,
    **details: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    """Note that `actor` did `action` to a version, for the municipality that checks it."""
    record(
        session,
        action,
        version.workplace,
        actor=actor,
        now=now,
        municipality_code=version.checked_by,
        **details,
    )
