"""Logging in with an app beside the password: setting it up, checking it, taking it away."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from webapp.accounts import one_time_codes, recovery_codes, sessions
from webapp.accounts.credentials import require_password
from webapp.accounts.mails import tell
from webapp.accounts.models import Account, SecondFactor
from webapp.accounts.staff_log import note_of_account
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError, WrongStatusError
from webapp.core.sealing import BrokenSealError, Sealer
from webapp.mail.site import MailSite

_log = structlog.get_logger(__name__)
WRONG_CODE = "Deze code klopt niet. Vul de code in die nu in je app staat."
_WRONG_CODE_OR_PAPER = "Deze code klopt niet. Kijk in je app, of neem een andere herstelcode."


@dataclass(frozen=True)
class PairedApp:
    """An app that was given `key`, and the code that it then shows."""

    key: str
    code: str


@dataclass(frozen=True)
class Proof:
    """What its owner opens an account with: the password, and a code of either kind."""

    password: str
    code: str


def find(session: Session, account_id: int) -> SecondFactor | None:
    """Return the second factor of an account, if it has one."""
    return session.get(SecondFactor, account_id)


def has_one(session: Session, account_id: int) -> bool:
    """Tell whether an account has a second factor."""
    return bool(holders(session, [account_id]))


def holders(session: Session, account_ids: Collection[int]) -> set[int]:
    """Return which of these accounts have a second factor."""
    found = select(SecondFactor.account_id).where(SecondFactor.account_id.in_(account_ids))
    return set(session.scalars(found))


def set_up(
    session: Session,
    account: Account,
    app: PairedApp,
    *,
    sealer: Sealer,
    site: MailSite,
    now: datetime,
) -> list[str]:
    """Let an account be opened with an app from now on; return the recovery codes.

    Its sessions end: they were opened without the app, and the caller opens a new one. Raises
    InvalidInputError for `code` when the app shows another one, WrongStatusError when there is a
    second factor already.
    """
    if has_one(session, account.id):
        raise WrongStatusError
    step = one_time_codes.matching_step(app.key, app.code, after=None, now=now)
    if step is None:
        raise InvalidInputError({"code": WRONG_CODE})
    factor = SecondFactor(
        account_id=account.id,
        sealed_key=sealer.seal(app.key, owner=account.public_id),
        last_step=step,
        recovery_salt="",
        created_at=now,
    )
    session.add(factor)
    session.flush()
    codes = recovery_codes.renew(session, factor)
    sessions.end_sessions_of(session, account.id)
    tell(session, account, "second_factor_on", site=site, now=now)
    note_of_account(session, "second_factor.set_up", account, now=now)
    return codes


def check_code(
    session: Session, account: Account, code: str, *, sealer: Sealer, now: datetime
) -> bool:
    """Tell whether this is what the app of an account shows now; it counts once."""
    factor = find(session, account.id)
    if factor is None:
        return False
    try:
        key = sealer.open(factor.sealed_key, owner=account.public_id)
    except BrokenSealError:
        # SECRET_KEY was lost or changed: a recovery code still lets its owner in.
        _log.error("second_factor.unreadable", account_id=account.id)
        return False
    step = one_time_codes.matching_step(key, code, after=factor.last_step, now=now)
    if step is None:
        return False
    # Of two who send the same code at once the second finds its step taken.
    taken = session.execute(
        update(SecondFactor)
        .where(SecondFactor.account_id == account.id, SecondFactor.last_step < step)
        .values(last_step=step)
    )
    return bool(taken.rowcount)  # type: ignore[attr-defined]


def check_recovery_code(
    session: Session, account: Account, code: str, *, site: MailSite, now: datetime
) -> bool:
    """Tell whether this is a recovery code of an account; it is used up, and its owner is told."""
    factor = find(session, account.id)
    if factor is None or not recovery_codes.use(session, factor, code, now=now):
        return False
    left = recovery_codes.count_left(session, account.id)
    tell(session, account, "recovery_code_used", site=site, now=now, left=left)
    note_of_account(session, "second_factor.recovery_code_used", account, now=now)
    return True


def renew_recovery_codes(
    session: Session, account: Account, *, password: str, now: datetime
) -> list[str]:
    """Return new recovery codes; the earlier ones work no more.

    Raises InvalidInputError for `current_password`, WrongStatusError without a second factor.
    """
    require_password(account, password)
    factor = find(session, account.id)
    if factor is None:
        raise WrongStatusError
    note_of_account(session, "second_factor.codes_renewed", account, now=now)
    return recovery_codes.renew(session, factor)


def turn_off(
    session: Session,
    account: Account,
    proof: Proof,
    *,
    sealer: Sealer,
    site: MailSite,
    now: datetime,
) -> None:
    """Let an account be opened by its password alone, as with another phone.

    Takes a code of the app or a recovery code. Raises InvalidInputError for `current_password` or
    `code`.
    """
    require_password(account, proof.password)
    if not check_code(session, account, proof.code, sealer=sealer, now=now):
        factor = find(session, account.id)
        if factor is None or not recovery_codes.use(session, factor, proof.code, now=now):
            raise InvalidInputError({"code": _WRONG_CODE_OR_PAPER})
    _remove(session, account)
    tell(session, account, "second_factor_off", site=site, now=now)
    note_of_account(session, "second_factor.turned_off", account, now=now)


def take_away(
    session: Session, account: Account, *, actor: Actor, site: MailSite, now: datetime
) -> bool:
    """Take the second factor of somebody else away, who is told by mail, and end their sessions.

    Returns whether there was one.
    """
    if not _remove(session, account):
        return False
    sessions.end_sessions_of(session, account.id)
    tell(session, account, "second_factor_reset", site=site, now=now)
    note_of_account(session, "second_factor.reset", account, actor=actor, now=now)
    return True


def reseal(session: Session, sealer: Sealer) -> int:
    """Seal every key under the newest key of the installation; return how many there are."""
    factors = session.scalars(select(SecondFactor)).all()
    for factor in factors:
        factor.sealed_key = sealer.renew(factor.sealed_key)
    return len(factors)


def _remove(session: Session, account: Account) -> bool:
    factor = find(session, account.id)
    if factor is None:
        return False
    session.delete(factor)
    session.flush()
    return True
