"""What can happen to a version of a workplace: one table, and one writer of the status."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import WrongStatusError
from webapp.core.text_rules import checked_reason
from webapp.workplaces.models import StatusChange, VersionStatus, WorkplaceVersion


class Action(StrEnum):
    """What a provider or a moderator does with a version."""

    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"
    SUPERSEDE = "supersede"
    UNDO = "undo"
    RESTORE = "restore"
    WITHDRAW = "withdraw"
    TAKE_BACK = "take_back"
    REINSTATE = "reinstate"
    GO_LIVE = "go_live"
    SEND_BACK = "send_back"


_S, _A = VersionStatus, Action
TRANSITIONS: dict[tuple[VersionStatus, Action], VersionStatus] = {
    (_S.DRAFT, _A.SUBMIT): _S.SUBMITTED,
    (_S.RETURNED, _A.SUBMIT): _S.SUBMITTED,
    (_S.WITHDRAWN, _A.SUBMIT): _S.SUBMITTED,
    (_S.SUBMITTED, _A.APPROVE): _S.APPROVED,
    (_S.SUBMITTED, _A.RETURN): _S.RETURNED,
    (_S.SUBMITTED, _A.REJECT): _S.REJECTED,
    (_S.APPROVED, _A.SUPERSEDE): _S.SUPERSEDED,
    (_S.APPROVED, _A.UNDO): _S.SUBMITTED,
    (_S.RETURNED, _A.UNDO): _S.SUBMITTED,
    (_S.REJECTED, _A.UNDO): _S.SUBMITTED,
    (_S.SUPERSEDED, _A.RESTORE): _S.APPROVED,
    (_S.DRAFT, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.SUBMITTED, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.RETURNED, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.APPROVED, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.REJECTED, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.DRAFT, _A.TAKE_BACK): _S.WITHDRAWN,
    (_S.SUBMITTED, _A.TAKE_BACK): _S.WITHDRAWN,
    (_S.RETURNED, _A.TAKE_BACK): _S.WITHDRAWN,
    # A copy of what was approved before, when a change of it is taken back.
    (_S.DRAFT, _A.REINSTATE): _S.APPROVED,
    # A change that needs no check before it.
    (_S.SUBMITTED, _A.GO_LIVE): _S.APPROVED,
    # Such a change, when a moderator who looks afterwards puts back what was there.
    (_S.APPROVED, _A.SEND_BACK): _S.RETURNED,
}
NEEDS_REASON = frozenset({Action.RETURN, Action.REJECT, Action.WITHDRAW, Action.SEND_BACK})
# After one of these the provider changes the version itself; after another, a copy of it.
EDITABLE = frozenset({VersionStatus.DRAFT, VersionStatus.RETURNED, VersionStatus.SUBMITTED})


def can(version: WorkplaceVersion, action: Action) -> bool:
    """Tell whether `action` is open to `version` now."""
    return (version.status, action) in TRANSITIONS


def step(
    session: Session,
    version: WorkplaceVersion,
    action: Action,
    *,
    actor: Actor,
    now: datetime,
    reason: str = "",
) -> None:
    """Do `action` with `version` as `advance` does, and send it to the database at once."""
    advance(version, action, actor=actor, now=now, reason=reason)
    session.flush()


def advance(
    version: WorkplaceVersion, action: Action, *, actor: Actor, now: datetime, reason: str = ""
) -> None:
    """Do `action` with `version` and log it: nothing else writes the status of a version.

    Raise WrongStatusError where the table has no such step, and InvalidInputError where a reason
    is needed and missing, or too long.
    """
    if not can(version, action):
        message = f"{action} of a version that is {version.status}"
        raise WrongStatusError(message)
    reason = checked_reason(reason, is_needed=action in NEEDS_REASON)
    target = TRANSITIONS[version.status, action]
    version.changes.append(
        StatusChange(
            action=action.value,
            from_status=version.status,
            to_status=target,
            reason=reason,
            actor_id=actor.account_id,
            actor_name=actor.name,
            at=now,
        )
    )
    version.status = target
    version.changed_at = now
