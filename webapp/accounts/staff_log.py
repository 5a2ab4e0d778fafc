"""What members of staff do at the door: in, out, and refused; of others only what they change."""

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


def note_wrong_code(session: Session, account: Account, *, now: datetime) -> None:
    """Log that who typed the password of a member of staff had no code to go with it."""
    _note(session, "login.code_failed", account, UNKNOWN, now)


def note_of_account(
    session: Session, action: str, account: Account, *, now: datetime, actor: Actor | None = None
) -> None:
    """Log what was done to how somebody logs in, by themselves or by `actor`.

    That of staff is logged where they work.
    """
    _note(session, action, account, actor or account.actor, now, everyone=True)


def _note(
    session: Session,
    action: str,
    account: Account,
    actor: Actor,
    now: datetime,
    *,
    everyone: bool = False,
) -> None:
    """Write it for each municipality that the account works for (None: the platform).

    Who works for none is left out, or with `everyone` stands in the log of the platform alone.
    """
    codes = {role.municipality_code for role in account.roles} or ({None} if everyone else set())
    for code in sorted(codes, key=str):
        record(
            session,
            action,
            subject=("account", account.public_id),
            actor=actor,
            now=now,
            municipality_code=code,
        )
