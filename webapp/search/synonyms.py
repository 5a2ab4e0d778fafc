"""The synonyms of the platform: groups of words that moderators keep.

Documents carry the synonyms of their words, so a change takes effect when the index is next made:
the worker sees that it was made with other synonyms, and makes it anew.
"""

import tomllib
from collections.abc import Sequence
from datetime import datetime
from zlib import crc32

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.audit.changes import differences
from webapp.audit.operations import record
from webapp.core import resources
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, NotFoundError, refuse
from webapp.core.i18n import N_
from webapp.search.analysis.tokens import Synonyms, synonyms_between
from webapp.search.analysis.words import words
from webapp.search.models import SynonymGroup

_MOST_WORDS = 12


def load(session: Session, *, now: datetime) -> int:
    """Fill an empty list with the product's own groups; return how many were added."""
    if session.scalar(select(SynonymGroup.id).limit(1)) is not None:
        return 0
    file = resources.base_file("search", "synonyms.toml")
    groups = tomllib.loads(file.read_text(encoding="utf-8"))["groups"]
    session.add_all(SynonymGroup(words=words(group), changed_at=now) for group in groups)
    session.flush()
    return len(groups)


def all_groups(session: Session) -> Sequence[SynonymGroup]:
    """Return the groups, by their first word."""
    groups = session.scalars(select(SynonymGroup)).all()
    return sorted(groups, key=lambda group: (group.words, group.id))


def current(session: Session) -> Synonyms:
    """Return the synonyms as documents are given them."""
    return synonyms_between(group.words for group in all_groups(session))


def fingerprint(session: Session) -> str:
    """Return what tells one state of the synonyms from another; '' when there are none."""
    groups = [group.words for group in all_groups(session)]
    return f"{crc32(repr(groups).encode()):08x}" if groups else ""


def get_group(session: Session, public_id: str) -> SynonymGroup:
    """Return a group; raise NotFoundError when there is none."""
    group = session.scalar(
        select(SynonymGroup).where(SynonymGroup.public_id == public_id).with_for_update()
    )
    if group is None:
        raise NotFoundError(public_id)
    return group


def add_group(session: Session, text: str, *, actor: Actor, now: datetime) -> SynonymGroup:
    """Add a group of the words in `text`; raise InvalidInputError for what is no group.

    The same words twice are one group.
    """
    found = _read(text)
    known = next((group for group in all_groups(session) if set(group.words) == set(found)), None)
    if known is not None:
        return known
    group = SynonymGroup(words=found, changed_at=now)
    session.add(group)
    _finish(session, group, "synonyms.added", actor, now, after=found)
    return group


def change_group(
    session: Session,
    public_id: str,
    text: str,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Give a group other words.

    Raise InvalidInputError for what is no group, NotFoundError when the group is gone, and
    ConflictError when somebody else changed it since `expected_version` was read.
    """
    found = _read(text)
    group = get_group(session, public_id)
    if group.version != expected_version:
        raise ConflictError(public_id)
    before = group.words
    group.words = found
    group.changed_at = now
    _finish(session, group, "synonyms.changed", actor, now, before=before, after=found)


def remove_group(session: Session, public_id: str, *, actor: Actor, now: datetime) -> None:
    """Remove a group; raise NotFoundError when it is gone already."""
    group = get_group(session, public_id)
    session.delete(group)
    _finish(session, group, "synonyms.removed", actor, now, before=group.words)


def _read(text: str) -> list[str]:
    found = list(dict.fromkeys(words(text)))
    if len(found) < 2:
        refuse({"words": N_("Schrijf minstens twee woorden op, met een spatie ertussen.")})
    if len(found) > _MOST_WORDS:
        refuse({"words": N_("Schrijf hooguit twaalf woorden op. Maak anders nog een groep.")})
    return found


def _finish(  # noqa: PLR0913 (what every operation takes, and both lists of words)
    session: Session,
    group: SynonymGroup,
    action: str,
    actor: Actor,
    now: datetime,
    *,
    before: Sequence[str] = (),
    after: Sequence[str] = (),
) -> None:
    session.flush()
    changes = differences({"words": ", ".join(before)}, {"words": ", ".join(after)})
    record(session, action, subject=("synonyms", group.public_id), actor=actor, now=now, **changes)
