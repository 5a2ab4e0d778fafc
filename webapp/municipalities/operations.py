"""Municipalities that begin to take part, and what is theirs to change."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from webapp.audit.changes import differences
from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, WrongStatusError
from webapp.core.ids import hash_secret
from webapp.core.text import slugify
from webapp.municipalities.models import Municipality
from webapp.municipalities.settings import MunicipalitySettings, change_settings, get_settings


def admit(session: Session, municipality: Municipality, *, actor: Actor, now: datetime) -> None:
    """Let a municipality take part as `join` does, because somebody decided so: it is logged."""
    if municipality.joined_at is not None:
        return
    join(session, municipality, now=now)
    record(
        session,
        "municipality.joined",
        subject=("municipality", municipality.code),
        actor=actor,
        now=now,
        municipality_code=municipality.code,
    )


def join(session: Session, municipality: Municipality, *, now: datetime) -> None:
    """Let a municipality take part under a slug from its name; once is enough.

    Raise WrongStatusError for one that exists no longer.
    """
    if municipality.ended_on is not None:
        raise WrongStatusError(municipality.code)
    if municipality.joined_at is None:
        slug = slugify(municipality.name)
        _free(session, slug)
        municipality.slug = slug
        municipality.joined_at = now


def _free(session: Session, slug: str) -> None:
    """Let a former municipality of the same name give up the slug that led to its successor."""
    session.execute(
        update(Municipality)
        .where(Municipality.slug == slug, Municipality.ended_on.is_not(None))
        .values(slug=None)
    )


def claim(session: Session, municipality_code: str) -> None:
    """Keep others from changing what is this municipality's own (texts, tariffs) until the commit.

    SQLite has one writer anyway; on PostgreSQL the row is locked.
    """
    session.execute(
        select(Municipality.code)
        .where(Municipality.code == municipality_code)
        .with_for_update(key_share=True)
    )


def edit_settings(
    session: Session,
    municipality_code: str,
    values: Mapping[str, Any],
    *,
    expected: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Change settings of a municipality; `expected` is the fingerprint of what was read.

    Raise ConflictError when somebody else changed one of them meanwhile, and InvalidInputError
    for what cannot be.
    """
    claim(session, municipality_code)
    current = get_settings(session, municipality_code)
    if fingerprint(current, values) != expected:
        raise ConflictError(municipality_code)
    changed = {name: value for name, value in values.items() if value != getattr(current, name)}
    before = {name: getattr(current, name) for name in sorted(changed)}
    change_settings(session, municipality_code, **changed)
    record(
        session,
        "settings.changed",
        subject=("municipality", municipality_code),
        actor=actor,
        now=now,
        municipality_code=municipality_code,
        **differences(before, {name: changed[name] for name in before}),
    )


def fingerprint(settings: MunicipalitySettings, names: Iterable[str]) -> str:
    """Return a text that changes when one of these settings does."""
    return hash_secret(json.dumps([getattr(settings, name) for name in sorted(names)]))
