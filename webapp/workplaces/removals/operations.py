"""Removing a workplace: asking, deciding, restoring and, in the end, erasing."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.core.i18n import N_
from webapp.core.text_rules import checked_reason
from webapp.municipalities.settings import get_settings
from webapp.workplaces import log
from webapp.workplaces.claiming import claim
from webapp.workplaces.models import PublicationChange, Workplace
from webapp.workplaces.removals.models import Removal, RemovalReason, RemovalStatus
from webapp.workplaces.removals.queries import find_open
from webapp.workplaces.removals.workflow import RemovalAction, advance


def is_own_draft(workplace: Workplace) -> bool:
    """Tell whether nobody but the provider ever saw it: it was never handed in."""
    return all(version.submitted_at is None for version in workplace.versions)


def request(
    session: Session,
    workplace: Workplace,
    *,
    reason: RemovalReason | None,
    explanation: str,
    actor: Actor,
    now: datetime,
) -> Removal:
    """Ask the municipality to remove a workplace; until it decides nothing changes.

    Raise InvalidInputError, and WrongStatusError when it was asked for before, or for a draft that
    was never handed in: that one can be thrown away.
    """
    claim(session, workplace)
    if is_own_draft(workplace) or find_open(session, workplace) is not None:
        raise WrongStatusError(workplace.public_id)
    if reason is None:
        raise InvalidInputError({"reason": N_("Kies waarom de werkplek weg kan.")})
    removal = Removal(
        workplace=workplace,
        status=RemovalStatus.REQUESTED,
        reason=reason,
        explanation=_explained(reason, explanation),
        requested_at=now,
        requested_by=actor.name,
    )
    session.add(removal)
    session.flush()
    _record(session, "workplace.removal_requested", removal, actor=actor, now=now)
    return removal


def withdraw(session: Session, workplace: Workplace, *, actor: Actor, now: datetime) -> None:
    """Let the workplace be after all; raise WrongStatusError when nothing waits to be decided."""
    claim(session, workplace)
    removal = _open_of(session, workplace)
    advance(removal, RemovalAction.WITHDRAW, actor=actor, now=now)
    session.flush()
    _record(session, "workplace.removal_withdrawn", removal, actor=actor, now=now)


def refuse(
    session: Session,
    removal: Removal,
    *,
    answer: str,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep the workplace, for a reason that the provider reads.

    Raise ConflictError when it is not as the moderator saw it, WrongStatusError when it does not
    wait, and InvalidInputError without a reason.
    """
    _claim_removal(session, removal, expected_version)
    advance(removal, RemovalAction.REFUSE, actor=actor, now=now, answer=answer)
    session.flush()
    _record(session, "workplace.removal_refused", removal, actor=actor, now=now)


def confirm(
    session: Session, removal: Removal, *, expected_version: int, actor: Actor, now: datetime
) -> None:
    """Take the workplace off the site at once; after some days nothing of it is left.

    Errors as `refuse`.
    """
    _claim_removal(session, removal, expected_version)
    workplace = removal.workplace
    advance(removal, RemovalAction.CONFIRM, actor=actor, now=now)
    days = get_settings(session, workplace.municipality_code).removal_grace_days
    removal.erase_at = now + timedelta(days=days)
    workplace.removed_at = now
    workplace.is_visible = False
    session.add(PublicationChange(workplace_id=workplace.id, at=now))
    session.flush()
    _record(session, "workplace.removed", removal, actor=actor, now=now)


def restore(session: Session, workplace: Workplace, *, actor: Actor, now: datetime) -> Removal:
    """Bring a removed workplace back to where it was, hidden.

    Raise WrongStatusError when it is not removed, and NotFoundError when it was erased meanwhile.
    """
    claim(session, workplace, may_be_removed=True)
    removal = _open_of(session, workplace)
    advance(removal, RemovalAction.RESTORE, actor=actor, now=now)
    removal.erase_at = None
    workplace.removed_at = None
    session.flush()
    _record(session, "workplace.restored", removal, actor=actor, now=now)
    return removal


def erase(session: Session, workplace: Workplace, *, actor: Actor, now: datetime) -> None:
    """Leave nothing of a workplace of which the time to restore it is over.

    The log keeps that it was there, who wanted it gone, who confirmed it, when and why; not what
    it said. Raise WrongStatusError when it was restored meanwhile.
    """
    claim(session, workplace, may_be_removed=True)
    removal = _open_of(session, workplace)
    if removal.erase_at is None or removal.erase_at > now:
        raise WrongStatusError(workplace.public_id)
    _record(
        session,
        "workplace.erased",
        removal,
        actor=actor,
        now=now,
        requested_by=removal.requested_by,
        confirmed_by=removal.decided_by,
    )
    _wipe(session, workplace, now)


def discard(session: Session, workplace: Workplace, *, actor: Actor, now: datetime) -> None:
    """Throw away a draft at once; raise WrongStatusError when it was ever handed in."""
    claim(session, workplace)
    if not is_own_draft(workplace):
        raise WrongStatusError(workplace.public_id)
    log.record(session, "workplace.discarded", workplace, actor=actor, now=now)
    _wipe(session, workplace, now)


def _wipe(session: Session, workplace: Workplace, now: datetime) -> None:
    """Delete the rows; what hangs on them goes along by the rules of the schema."""
    session.add(PublicationChange(workplace_id=workplace.id, at=now))
    session.flush()
    workplace_id = workplace.id
    session.expunge(workplace)
    session.execute(delete(Workplace).where(Workplace.id == workplace_id))


def _claim_removal(session: Session, removal: Removal, expected_version: int) -> None:
    claim(session, removal.workplace, may_be_removed=True)
    session.refresh(removal)
    if removal.version != expected_version:
        message = f"the removal of {removal.workplace.public_id} was changed meanwhile"
        raise ConflictError(message)


def _open_of(session: Session, workplace: Workplace) -> Removal:
    removal = find_open(session, workplace)
    if removal is None:
        raise WrongStatusError(workplace.public_id)
    session.refresh(removal)
    return removal


def _explained(reason: RemovalReason, explanation: str) -> str:
    """Return the provider's own words, which are needed where the list has no reason."""
    try:
        return checked_reason(explanation, is_needed=reason is RemovalReason.OTHER)
    except InvalidInputError as refusal:
        raise InvalidInputError({"explanation": refusal.problems["reason"]}) from refusal


def _record(
    session: Session,
    action: str,
    removal: Removal,
    *,
    actor: Actor,
    now: datetime,
    **details: str,
) -> None:
    """Note it with the reason out of the list: the words of people stay with the workplace."""
    log.record(
        session,
        action,
        removal.workplace,
        actor=actor,
        now=now,
        reason=removal.reason.value,
        **details,
    )
