"""Finding organisations, their members, and what waits for a check."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, contains_eager

from webapp.accounts.models import Account
from webapp.core.errors import NotFoundError
from webapp.organisations.models import Membership, Organisation, OrganisationStatus


def find_organisation(session: Session, public_id: str) -> Organisation | None:
    """Return the organisation with this public id."""
    return session.scalar(select(Organisation).where(Organisation.public_id == public_id))


def get_organisation(
    session: Session, public_id: str, organisation_ids: Collection[int]
) -> Organisation:
    """Return one of these organisations by its public id, or raise NotFoundError."""
    organisation = find_organisation(session, public_id)
    if organisation is None or organisation.id not in organisation_ids:
        raise NotFoundError(public_id)
    return organisation


def get_organisation_of(session: Session, public_id: str, municipality_code: str) -> Organisation:
    """Return an organisation that this municipality checks, or raise NotFoundError."""
    organisation = find_organisation(session, public_id)
    if organisation is None or organisation.municipality_code != municipality_code:
        raise NotFoundError(public_id)
    return organisation


def organisations_with_ids(
    session: Session, organisation_ids: Collection[int]
) -> Sequence[Organisation]:
    """Return these organisations by name."""
    return session.scalars(
        select(Organisation)
        .where(Organisation.id.in_(organisation_ids))
        .order_by(Organisation.name, Organisation.id)
    ).all()


def find_membership(session: Session, organisation_id: int, account_id: int) -> Membership | None:
    """Return the membership of an account in an organisation."""
    return session.scalar(
        select(Membership).where(
            Membership.organisation_id == organisation_id, Membership.account_id == account_id
        )
    )


def memberships_of(session: Session, organisation_id: int) -> Sequence[Membership]:
    """Return who acts for an organisation, by name."""
    return session.scalars(
        select(Membership)
        .join(Membership.account)
        .where(Membership.organisation_id == organisation_id)
        .options(contains_eager(Membership.account))
        .order_by(Account.name, Account.id)
    ).all()


def get_member(session: Session, organisation_id: int, public_id: str) -> Account:
    """Return the account of somebody who acts for an organisation, or raise NotFoundError."""
    account = session.scalar(
        select(Account)
        .join(Membership, Membership.account_id == Account.id)
        .where(Membership.organisation_id == organisation_id, Account.public_id == public_id)
    )
    if account is None:
        raise NotFoundError(public_id)
    return account


def reachable_members(session: Session, organisation_id: int) -> Sequence[Account]:
    """Return the accounts that mail about an organisation goes to."""
    return session.scalars(
        select(Account)
        .join(Membership, Membership.account_id == Account.id)
        .where(
            Membership.organisation_id == organisation_id,
            Account.email_confirmed_at.is_not(None),
            Account.disabled_at.is_(None),
        )
        .order_by(Account.id)
    ).all()


def is_confirmed() -> ColumnElement[bool]:
    """Return the condition that the organisation is more than a sign-up nobody confirmed."""
    return Organisation.status != OrganisationStatus.UNCONFIRMED


def waiting_organisations(municipality_code: str) -> Select[Organisation]:
    """Return a Select of the organisations that a municipality must still check."""
    return select(Organisation).where(
        Organisation.municipality_code == municipality_code,
        Organisation.status == OrganisationStatus.SUBMITTED,
    )


def others_with_kvk_number(
    session: Session, organisation: Organisation, kvk_number: str | None
) -> Sequence[Organisation]:
    """Return the organisations but this one with a number in the trade register."""
    if kvk_number is None:
        return []
    return session.scalars(
        select(Organisation)
        .where(Organisation.kvk_number == kvk_number)
        .where(Organisation.id != organisation.id, is_confirmed())
        .order_by(Organisation.id)
    ).all()
