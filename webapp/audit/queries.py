"""Reading the log: always of named municipalities, but for the platform itself."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from webapp.audit.models import AuditEvent
from webapp.core.actor import Actor, ActorKind
from webapp.core.clock import AMSTERDAM

_KEY = re.compile(r"(\d{8}T\d{6}\d{6})-(\d{1,18})")
_MOMENT = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Key:
    """Where a page of the log ends; as a text it stands in an address."""

    at: datetime
    id: int

    def __str__(self) -> str:
        return f"{self.at.astimezone(UTC):{_MOMENT}}-{self.id}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the key that `text` is; None for what is none."""
        found = _KEY.fullmatch(text)
        if found is None:
            return None
        try:
            at = datetime.strptime(found[1], _MOMENT).replace(tzinfo=UTC)
        except ValueError:
            return None
        return cls(at, int(found[2]))


@dataclass(frozen=True)
class Selection:
    """What of the log is asked for; None asks for all of that kind.

    `codes` are those of the municipality and of what went into it; None is the whole platform.
    `subjects` holds (kind, id), where the kind None is any. `actor` is a public id, or a kind.
    """

    codes: frozenset[str] | None
    subjects: frozenset[tuple[str | None, str]] | None = None
    actor: str | None = None
    actions: Collection[str] | None = None
    first: date | None = None
    last: date | None = None


def events_of(
    session: Session, selection: Selection, *, before: Key | None = None, limit: int
) -> Sequence[AuditEvent]:
    """Return at most `limit` events, the newest first, from what comes after `before`."""
    found = _chosen(selection).order_by(AuditEvent.at.desc(), AuditEvent.id.desc()).limit(limit)
    if before is not None:
        same = and_(AuditEvent.at == before.at, AuditEvent.id < before.id)
        found = found.where(AuditEvent.at <= before.at, or_(AuditEvent.at < before.at, same))
    return session.scalars(found).all()


def was_done_since(
    session: Session, action: str, subject: tuple[str, str], *, actor: Actor, since: datetime
) -> bool:
    """Tell whether `actor` did this to `subject` (its kind and its public id) since a moment."""
    kind, identifier = subject
    found = select(AuditEvent.id).where(
        AuditEvent.subject_kind == kind,
        AuditEvent.subject_id == identifier,
        AuditEvent.action == action,
        AuditEvent.actor_public_id == actor.public_id,
        AuditEvent.at > since,
    )
    return session.scalar(select(found.exists())) is True


def key_of(event: AuditEvent) -> Key:
    """Return the key behind which the events before this one come."""
    return Key(event.at, event.id)


def _chosen(selection: Selection) -> Select[AuditEvent]:
    found = select(AuditEvent)
    if selection.codes is not None:
        found = found.where(AuditEvent.municipality_code.in_(selection.codes))
    if selection.subjects is not None:
        found = found.where(or_(False, *map(_is_about, sorted(selection.subjects, key=str))))  # noqa: FBT003 (SQL's own)
    if selection.actor is not None:
        found = found.where(_is_by(selection.actor))
    if selection.actions is not None:
        found = found.where(AuditEvent.action.in_(selection.actions))
    if selection.first is not None:
        found = found.where(AuditEvent.at >= _midnight(selection.first))
    if selection.last is not None:
        found = found.where(AuditEvent.at < _midnight(selection.last + timedelta(days=1)))
    return found


def _is_about(subject: tuple[str | None, str]) -> ColumnElement[bool]:
    kind, identifier = subject
    is_it = AuditEvent.subject_id == identifier
    return is_it if kind is None else and_(AuditEvent.subject_kind == kind, is_it)


def _is_by(actor: str) -> ColumnElement[bool]:
    if actor in set(ActorKind):
        return AuditEvent.actor_kind == ActorKind(actor)
    return AuditEvent.actor_public_id == actor


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=AMSTERDAM)
