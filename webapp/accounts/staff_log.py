"""What members of staff do at the door: in, out, and refused. Of others the log keeps nothing."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.accounts.queries import find_by_email
from webapp.audit.operations import record
from webapp.core.actor import UNKNOWN, Actor


def note_login(session: Session, account: Account, *, now: datetime) -> None:
    """Log that a member of staff came in."""
    _note(session, "login.done", account, account.actor, now)


def note_logout(session: Session, account: Account, *, now: datetime) -> None:
    """Log that a member of staff left."""
    _note(session, "login.ended", account, account.actor, now)


def note_failed_login(session: Session, email: str, *, now: datetime) -> None:
    """Log that somebody could not come in to the account of a member of staff.

    Who it was is not known: whoever typed the address did not show that it is theirs.
    """
    account = find_by_email(session, email)
    if account is not None:
        action = "login.failed" if account.can_be_used else "login.refused"
        _note(session, action, account, UNKNOWN, now)


def _note(session: Session, action: str, account: Account, actor: Actor, now: datetime) -> None:
    """Write it for each municipality that the account works for (None: the platform)."""
    for code in sorted({role.municipality_code for role in account.roles}, key=str):
        record(
            session,
            action,
            subject=("account", account.public_id),
            actor=actor,
            now=now,
            municipality_code=code,
        )
