"""Who typed the right password and still owes a code: known to the session, and not signed in."""

from datetime import datetime, timedelta

from flask import session

from webapp.accounts import second_factor
from webapp.accounts.models import Account
from webapp.accounts.queries import get_account
from webapp.core import clock
from webapp.core.errors import NotFoundError
from webapp.core.ids import hash_secret
from webapp.web.edge import db

_KEY = "owes_a_code"
_LONGEST = timedelta(minutes=10)


def begin(account: Account) -> None:
    """Remember whose password was typed; what the session held before is left behind."""
    session.clear()
    session.renew()  # type: ignore[attr-defined]
    session[_KEY] = {
        "account": account.id,
        "password": _mark_of(account),
        "at": clock.now().isoformat(),
    }


def account_id() -> int | None:
    """Return whose password was typed not long ago, without asking the database."""
    kept = session.get(_KEY)
    if kept is None or clock.now() - datetime.fromisoformat(kept["at"]) > _LONGEST:
        return None
    return int(kept["account"])


def counting_key() -> str | None:
    """Return under what the tries of this account are counted, as long as it has this password."""
    found = account_id()
    return None if found is None else f"{found} {session[_KEY]['password']}"


def find_account() -> Account | None:
    """Return whose password was typed, if that still opens the account but for the code."""
    found = account_id()
    if found is None:
        return None
    try:
        account = get_account(db(), found)
    except NotFoundError:
        return None
    is_same = session[_KEY]["password"] == _mark_of(account)
    owes = is_same and account.can_be_used and second_factor.has_one(db(), account.id)
    return account if owes else None


def _mark_of(account: Account) -> str:
    """Return what tells this password from the next one: a new one ends what the old one began."""
    return hash_secret(account.password_hash or "")[:16]
