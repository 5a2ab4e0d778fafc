"""Ten codes on paper, each of which stands in once for an app that is lost."""

import secrets
import unicodedata
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from webapp.accounts import passwords
from webapp.accounts.models import RecoveryCode, SecondFactor
from webapp.core.ids import new_recovery_code

COUNT = 10
# A code has ten characters; what is far longer is none, and costs no work.
_LONGEST = 40


def renew(session: Session, factor: SecondFactor) -> list[str]:
    """Return new codes for who has this second factor; the earlier ones work no more."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == factor.account_id))
    factor.recovery_salt = secrets.token_hex(16)
    codes = [new_recovery_code() for _ in range(COUNT)]
    session.add_all(
        RecoveryCode(account_id=factor.account_id, digest=_digest(code, factor)) for code in codes
    )
    session.flush()
    return codes


def use(session: Session, factor: SecondFactor, typed: str, *, now: datetime) -> bool:
    """Use a code up; tell whether it was one that could be used.

    Of two who type the same code at once, one gets in.
    """
    if not typed.strip() or len(typed) > _LONGEST:
        return False
    used = session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.account_id == factor.account_id,
            RecoveryCode.digest == _digest(typed, factor),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now)
    )
    # Rows are counted by the driver; the session's own result does not say so.
    return bool(used.rowcount)  # type: ignore[attr-defined]


def count_left(session: Session, account_id: int) -> int:
    """Return how many codes can still be used."""
    left = select(func.count()).where(
        RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None)
    )
    return session.scalar(left) or 0


def _digest(typed: str, factor: SecondFactor) -> str:
    """Return what is kept of a code, however its capitals and dashes were typed."""
    text = unicodedata.normalize("NFKC", typed).lower()
    plain = "".join(character for character in text if character.isalnum())
    return passwords.slow_digest(plain, bytes.fromhex(factor.recovery_salt))
