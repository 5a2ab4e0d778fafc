"""Who someone is, as far as it decides what they may do."""

from dataclasses import dataclass, replace
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from webapp.accounts.models import Account, RoleName
from webapp.core.actor import Actor
from webapp.organisations.models import MemberRole, Membership


@dataclass(frozen=True)
class Principal:
    """A signed-in person with their roles and memberships.

    `roles` holds (role, municipality code or None), `memberships` (organisation id, role).
    `lacks_second_factor`: has no rights before there is one.
    """

    account_id: int
    public_id: str
    name: str
    email: str
    roles: frozenset[tuple[RoleName, str | None]] = frozenset()
    memberships: frozenset[tuple[int, MemberRole]] = frozenset()
    lacks_second_factor: bool = False

    @property
    def without_rights(self) -> Self:
        """This person as long as they did not set up the second factor that their work asks."""
        return replace(self, roles=frozenset(), memberships=frozenset(), lacks_second_factor=True)

    @property
    def actor(self) -> Actor:
        """This person as the doer in operations and logs."""
        return Actor(self.account_id, self.name, public_id=self.public_id)

    @property
    def organisation_ids(self) -> frozenset[int]:
        """The organisations that this person acts for."""
        return frozenset(organisation_id for organisation_id, _ in self.memberships)

    def has_role(self, name: RoleName, municipality_code: str | None) -> bool:
        """Tell whether this person has a role for a municipality (None: the platform)."""
        return (name, municipality_code) in self.roles


def find_principal(session: Session, account_id: int) -> Principal | None:
    """Return the person behind an account that is in use."""
    account = session.get(Account, account_id, options=[selectinload(Account.roles)])
    if account is None or account.disabled_at is not None:
        return None
    memberships = session.execute(
        select(Membership.organisation_id, Membership.role).where(
            Membership.account_id == account_id
        )
    )
    return Principal(
        account_id=account.id,
        public_id=account.public_id,
        name=account.name,
        email=account.email,
        roles=frozenset((role.name, role.municipality_code) for role in account.roles),
        memberships=frozenset((organisation, role) for organisation, role in memberships),
    )
