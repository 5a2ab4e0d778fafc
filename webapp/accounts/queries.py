"""Finding accounts."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from webapp.accounts.models import Account, Role, RoleName
from webapp.core.errors import InvalidInputError, NotFoundError
from webapp.mail.addresses import normalise


def find_by_email(session: Session, email: str) -> Account | None:
    """Return the account with this address, however its capitals were typed."""
    try:
        address = normalise(email)
    except InvalidInputError:
        return None
    return session.scalar(select(Account).where(Account.email == address))


def get_account(session: Session, account_id: int) -> Account:
    """Return the account with this id, or raise NotFoundError."""
    account = session.get(Account, account_id)
    if account is None:
        raise NotFoundError(str(account_id))
    return account


def staff_of(session: Session, municipality_code: str | None) -> Sequence[Account]:
    """Return who has a role for a municipality (None: for the platform), by name."""
    return session.scalars(
        select(Account)
        .where(Account.roles.any(Role.municipality_code == municipality_code))
        .options(selectinload(Account.roles))
        .order_by(Account.name, Account.id)
    ).all()


def reachable_staff(session: Session, role: RoleName, municipality_code: str) -> Sequence[Account]:
    """Return who has a role for a municipality and can log in: to them mail goes, by address."""
    return session.scalars(
        select(Account)
        .join(Role, Role.account_id == Account.id)
        .where(
            Role.name == role,
            Role.municipality_code == municipality_code,
            Account.disabled_at.is_(None),
            Account.email_confirmed_at.is_not(None),
        )
        .order_by(Account.email)
    ).all()


def all_staff(session: Session) -> Sequence[Account]:
    """Return who has a role anywhere, by name."""
    return session.scalars(
        select(Account)
        .where(Account.roles.any())
        .options(selectinload(Account.roles))
        .order_by(Account.name, Account.id)
    ).all()


def get_staff_member(
    session: Session, public_id: str, municipality_code: str | None, *, to_change: bool = False
) -> Account:
    """Return somebody with a role for this municipality (None: the platform), or NotFoundError.

    `to_change`: of two who change the same person, the second waits for the first.
    """
    found = select(Account).where(
        Account.public_id == public_id,
        Account.roles.any(Role.municipality_code == municipality_code),
    )
    account = session.scalar(found.with_for_update(of=Account) if to_change else found)
    if account is None:
        raise NotFoundError(public_id)
    return account
