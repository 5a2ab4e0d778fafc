"""Accounts with a password for the tests."""

from datetime import UTC, datetime
from functools import cache

from sqlalchemy.orm import Session

from tests.support.people import make_account
from webapp.accounts import passwords
from webapp.accounts.models import Account

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)
PASSWORD = "fietsen langs de rijn"


@cache
def hash_of(password: str) -> str:
    """Return the hash of a password, made once: hashing is slow on purpose."""
    return passwords.hash_password(password)


def add_account(session: Session, name: str = "Jan") -> Account:
    """Add an account in use, with the address <name>@voorbeeld.nl and PASSWORD."""
    account = make_account(session, f"{name.lower()}@voorbeeld.nl", name=name)
    account.password_hash = hash_of(PASSWORD)
    return account
