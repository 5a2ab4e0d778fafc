"""Making a shortlist, putting workplaces on it, and noting what comes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, NotAllowedError, NotFoundError, refuse
from webapp.core.text import one_line
from webapp.shortlists import queries, rules
from webapp.shortlists.models import Shortlist, ShortlistItem
from webapp.shortlists.vocabulary import Outcome
from webapp.shortlists.workflow import claim, note
from webapp.workplaces.models import Workplace


@dataclass(frozen=True)
class Notes:
    """What consultants note of a workplace on a list; `reason` is why it came to its outcome."""

    note: str
    outcome: Outcome | None
    reason: str


def make(
    session: Session,
    municipality_code: str,
    label: str,
    *,
    key: str,
    actor: Actor,
    now: datetime,
) -> Shortlist:
    """Make an empty list, which is the actor's; `key` becomes its public id.

    Raise InvalidInputError for a label that cannot be, and when somebody has as many as one may
    have; IntegrityError when the key is in use.
    """
    if actor.account_id is None:
        raise NotAllowedError
    label = one_line(label)
    refuse(rules.label_problems(label))
    if queries.count_of(session, actor.account_id) >= rules.MOST_LISTS:
        refuse({"label": f"Je hebt al {rules.MOST_LISTS} lijstjes. Verwijder er eerst een."})
    shortlist = Shortlist(
        public_id=key,
        municipality_code=municipality_code,
        owner_id=actor.account_id,
        label=label,
        created_at=now,
        changed_at=now,
    )
    session.add(shortlist)
    note(session, shortlist, "shortlist.made", actor=actor, now=now)
    return shortlist


def rename(
    session: Session,
    shortlist: Shortlist,
    label: str,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Give a list another label.

    Raise InvalidInputError, and ConflictError when it was changed since `expected_version`.
    """
    claim(session, shortlist)
    label = one_line(label)
    if label == shortlist.label:
        return
    if shortlist.version != expected_version:
        raise ConflictError(shortlist.public_id)
    refuse(rules.label_problems(label))
    shortlist.label = label
    note(session, shortlist, "shortlist.changed", actor=actor, now=now)


def add(
    session: Session,
    shortlist: Shortlist,
    workplaces: Sequence[Workplace],
    *,
    actor: Actor,
    now: datetime,
) -> int:
    """Put workplaces in public view at the end of a list; return how many were not on it yet.

    Raise InvalidInputError when they do not fit.
    """
    claim(session, shortlist)
    present = {item.workplace_id for item in shortlist.items}
    new = [each for each in workplaces if each.id not in present]
    problem = rules.room_problem(len(shortlist.items), len(new))
    refuse({"list": problem} if problem else {})
    last = max((item.position for item in shortlist.items), default=0)
    for position, workplace in enumerate(new, start=last + 1):
        shown = workplace.published_version or workplace.latest_version
        shortlist.items.append(
            ShortlistItem(workplace=workplace, title=shown.content.title, position=position)
        )
    if new:
        note(session, shortlist, "shortlist.added", actor=actor, now=now, workplaces=len(new))
    return len(new)


def take_off(
    session: Session, shortlist: Shortlist, item: ShortlistItem, *, actor: Actor, now: datetime
) -> None:
    """Take a workplace off a list, with what was noted of it."""
    claim(session, shortlist)
    if item in shortlist.items:
        shortlist.items.remove(item)
        note(session, shortlist, "shortlist.taken_off", actor=actor, now=now)


def move_up(
    session: Session, shortlist: Shortlist, item: ShortlistItem, *, actor: Actor, now: datetime
) -> None:
    """Let a workplace change places with the one before it; the first stays where it is."""
    claim(session, shortlist)
    above = [each for each in shortlist.items if each.position < item.position]
    if above:
        item.position, above[-1].position = above[-1].position, item.position
        note(session, shortlist, "shortlist.ordered", actor=actor, now=now)
        session.expire(shortlist, ["items"])


def write_notes(  # noqa: PLR0913 (as above)
    session: Session,
    shortlist: Shortlist,
    item: ShortlistItem,
    notes: Notes,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Note something of a workplace, and what came of it.

    Raise InvalidInputError, ConflictError when a colleague changed it since `expected_version`,
    and NotFoundError when it was taken off the list.
    """
    claim(session, shortlist)
    if item not in shortlist.items:
        raise NotFoundError(item.public_id)
    session.refresh(item)
    if (item.note, item.outcome, item.reason) == (notes.note, notes.outcome, notes.reason):
        return
    if item.version != expected_version:
        raise ConflictError(item.public_id)
    refuse(rules.note_problems(notes.note, notes.outcome, notes.reason))
    item.note, item.outcome, item.reason = notes.note, notes.outcome, notes.reason
    outcome = {"outcome": notes.outcome.value} if notes.outcome else {}
    note(session, shortlist, "shortlist.noted", actor=actor, now=now, **outcome)


def remove(session: Session, shortlist: Shortlist, *, actor: Actor, now: datetime) -> None:
    """Wipe a list whole; the questions to providers stay theirs and the asker's."""
    note(session, shortlist, "shortlist.removed", actor=actor, now=now)
    session.delete(shortlist)
    session.flush()
