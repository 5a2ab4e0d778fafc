"""What can happen to a removal: one table, and one writer of where it stands."""

from datetime import datetime
from enum import StrEnum

from webapp.core.actor import Actor
from webapp.core.errors import WrongStatusError
from webapp.core.text_rules import checked_reason
from webapp.workplaces.removals.models import Removal, RemovalStatus


class RemovalAction(StrEnum):
    """What a provider or a moderator does with a removal that was asked for."""

    WITHDRAW = "withdraw"
    REFUSE = "refuse"
    CONFIRM = "confirm"
    RESTORE = "restore"


_S, _A = RemovalStatus, RemovalAction
TRANSITIONS: dict[tuple[RemovalStatus, RemovalAction], RemovalStatus] = {
    (_S.REQUESTED, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.REQUESTED, _A.REFUSE): _S.REFUSED,
    (_S.REQUESTED, _A.CONFIRM): _S.CONFIRMED,
    (_S.CONFIRMED, _A.RESTORE): _S.RESTORED,
}


def advance(
    removal: Removal, action: RemovalAction, *, actor: Actor, now: datetime, answer: str = ""
) -> None:
    """Do `action` with `removal`: nothing else writes where it stands.

    Raise WrongStatusError where the table has no such step, and InvalidInputError where a refusal
    gives no reason.
    """
    if (removal.status, action) not in TRANSITIONS:
        message = f"{action} of a removal that is {removal.status}"
        raise WrongStatusError(message)
    removal.answer = checked_reason(answer, is_needed=action is RemovalAction.REFUSE)
    removal.status = TRANSITIONS[removal.status, action]
    removal.decided_at = now
    removal.decided_by = actor.name
