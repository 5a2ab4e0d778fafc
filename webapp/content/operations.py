"""What a municipality does with its questions: add, change, hide, show, restore."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.audit.changes import differences
from webapp.audit.operations import record
from webapp.content.drafts import QuestionDraft, problems_of
from webapp.content.faq import audience_of_group, base_questions
from webapp.content.models import Audience, FaqEntry
from webapp.content.queries import find_entry
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, NotFoundError, refuse
from webapp.core.i18n import N_
from webapp.core.text import one_line, slugify
from webapp.municipalities.operations import claim

_LONGEST_SLUG = 80
_KEY_PREFIX = {
    Audience.EMPLOYERS: "werkgevers",
    Audience.RESIDENTS: "inwoners",
    Audience.CONSULTANTS: "consulenten",
}


def add_question(
    session: Session, municipality_code: str, draft: QuestionDraft, *, actor: Actor, now: datetime
) -> str:
    """Add a question of the municipality's own and return its key.

    Raise InvalidInputError for what cannot be used, and for a question that stands there with
    another answer. The same question with the same answer is added once, however often.
    """
    refuse(problems_of(draft))
    prefix = _KEY_PREFIX[audience_of_group()[draft.group_key]]
    key = f"{prefix}-{slugify(draft.question)[:_LONGEST_SLUG].strip('-')}"
    claim(session, municipality_code)
    same = find_entry(session, municipality_code, key)
    if same and _says(same, draft):
        return key
    if key in base_questions() or same:
        refuse({"question": N_("Deze vraag staat er al. Wijzig die.")})
    entry = FaqEntry(municipality_code=municipality_code, key=key)
    _write(entry, draft, now)
    session.add(entry)
    _finish(session, entry, "faq.added", actor, now)
    return key


def change_question(  # noqa: PLR0913 (what every operation takes, and what was read)
    session: Session,
    municipality_code: str,
    key: str,
    draft: QuestionDraft,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Change a question of the municipality's own, or give one of the base an answer of its own.

    Raise InvalidInputError for what cannot be used, ConflictError when somebody else changed it
    since `expected_version` was read, NotFoundError when there is no such question. A question of
    the base stays in its group.
    """
    refuse(problems_of(draft))
    entry = _claimed_entry(session, municipality_code, key, now)
    if (entry.version or 0) != expected_version:
        raise ConflictError(key)
    if key in base_questions():
        draft = QuestionDraft(draft.question, draft.answer, entry.group_key)
    before = _said_by(entry)
    _write(entry, draft, now)
    _finish(session, entry, "faq.changed", actor, now, before)


def hide_question(
    session: Session, municipality_code: str, key: str, *, actor: Actor, now: datetime
) -> None:
    """Leave a question out of what visitors read; done twice is done once."""
    entry = _claimed_entry(session, municipality_code, key, now)
    if not entry.is_hidden:
        entry.is_hidden = True
        _finish(session, entry, "faq.hidden", actor, now)


def show_question(
    session: Session, municipality_code: str, key: str, *, actor: Actor, now: datetime
) -> None:
    """Show a hidden question again; done twice is done once."""
    entry = _claimed_entry(session, municipality_code, key, now)
    if entry.is_hidden:
        entry.is_hidden = False
        _finish(session, entry, "faq.shown", actor, now)


def restore_question(
    session: Session, municipality_code: str, key: str, *, actor: Actor, now: datetime
) -> None:
    """Give a question of the base its shared answer back.

    The emptied entry stays, so that its version keeps counting for who has it open.
    """
    if key not in base_questions():
        raise NotFoundError(key)
    entry = _claimed_entry(session, municipality_code, key, now)
    before = _said_by(entry)
    entry.question = entry.answer = ""
    entry.changed_at = now
    _finish(session, entry, "faq.restored", actor, now, before)


def _claimed_entry(session: Session, municipality_code: str, key: str, now: datetime) -> FaqEntry:
    """Return the entry of a question, a new one for a question of the base that has none."""
    claim(session, municipality_code)
    entry = find_entry(session, municipality_code, key)
    if entry is not None:
        return entry
    base = base_questions().get(key)
    if base is None:
        raise NotFoundError(key)
    entry = FaqEntry(
        municipality_code=municipality_code,
        audience=audience_of_group()[base.group_key],
        group_key=base.group_key,
        key=key,
        question="",
        answer="",
        is_hidden=False,
        changed_at=now,
    )
    session.add(entry)
    return entry


def _write(entry: FaqEntry, draft: QuestionDraft, now: datetime) -> None:
    entry.audience = audience_of_group()[draft.group_key]
    entry.group_key = draft.group_key
    entry.question = one_line(draft.question)
    entry.answer = draft.answer.strip()
    entry.changed_at = now


def _says(entry: FaqEntry, draft: QuestionDraft) -> bool:
    said = (entry.group_key, entry.question, entry.answer)
    return said == (draft.group_key, one_line(draft.question), draft.answer.strip())


def _said_by(entry: FaqEntry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in ("question", "answer", "group_key")}


def _finish(
    session: Session,
    entry: FaqEntry,
    action: str,
    actor: Actor,
    now: datetime,
    before: Mapping[str, object] | None = None,
) -> None:
    session.flush()
    record(
        session,
        action,
        subject=("faq_question", entry.key),
        actor=actor,
        now=now,
        municipality_code=entry.municipality_code,
        **({} if before is None else differences(before, _said_by(entry))),
    )
