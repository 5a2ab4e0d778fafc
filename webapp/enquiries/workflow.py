"""Where an enquiry can go from where it stands: one table, and one writer of the status."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.errors import WrongStatusError
from webapp.enquiries.models import Enquiry, EnquiryStatus


class Action(StrEnum):
    """What happens to an enquiry."""

    ASK = "ask"
    ANSWER = "answer"
    CLOSE = "close"
    REPORT = "report"
    RESTORE = "restore"


_S, _A = EnquiryStatus, Action
# A turn of either side opens what was closed. What was reported goes on only when a moderator
# says that it may.
TRANSITIONS: dict[tuple[EnquiryStatus, Action], EnquiryStatus] = {
    (_S.OPEN, _A.ASK): _S.OPEN,
    (_S.ANSWERED, _A.ASK): _S.OPEN,
    (_S.CLOSED, _A.ASK): _S.OPEN,
    (_S.OPEN, _A.ANSWER): _S.ANSWERED,
    (_S.ANSWERED, _A.ANSWER): _S.ANSWERED,
    (_S.CLOSED, _A.ANSWER): _S.ANSWERED,
    (_S.OPEN, _A.CLOSE): _S.CLOSED,
    (_S.ANSWERED, _A.CLOSE): _S.CLOSED,
    (_S.OPEN, _A.REPORT): _S.REPORTED,
    (_S.ANSWERED, _A.REPORT): _S.REPORTED,
    (_S.CLOSED, _A.REPORT): _S.REPORTED,
    (_S.REPORTED, _A.RESTORE): _S.OPEN,
}


def can(enquiry: Enquiry, action: Action) -> bool:
    """Tell whether `action` is open to `enquiry` now."""
    return (enquiry.status, action) in TRANSITIONS


def advance(
    session: Session, enquiry: Enquiry, action: Action, *, actor: Actor, now: datetime
) -> None:
    """Do `action` with `enquiry` and log it: nothing else writes the status of an enquiry.

    The caller has claimed the enquiry. Raise WrongStatusError where the table has no such step.
    """
    if not can(enquiry, action):
        message = f"{action} of an enquiry that is {enquiry.status}"
        raise WrongStatusError(message)
    target = TRANSITIONS[enquiry.status, action]
    if target is EnquiryStatus.OPEN and enquiry.status is not EnquiryStatus.OPEN:
        enquiry.opened_at = now
        enquiry.reminders = 0
    enquiry.status = target
    enquiry.changed_at = now
    note(session, enquiry, f"enquiry.{action}", actor=actor, now=now)


def note(session: Session, enquiry: Enquiry, action: str, *, actor: Actor, now: datetime) -> None:
    """Write in the log who did what with an enquiry: nothing of what was said."""
    record(
        session,
        action,
        subject=("enquiry", enquiry.public_id),
        actor=actor,
        now=now,
        municipality_code=enquiry.municipality_code,
    )
