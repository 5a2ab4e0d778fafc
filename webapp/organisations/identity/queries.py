"""Finding changes of name or KvK number."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from webapp.core.errors import NotFoundError
from webapp.organisations.identity.models import IdentityChange, IdentityChangeStatus
from webapp.organisations.models import Organisation, OrganisationStatus


def find_last(session: Session, organisation: Organisation) -> IdentityChange | None:
    """Return the change that an organisation asked for last, decided or not."""
    return session.scalar(
        select(IdentityChange)
        .where(IdentityChange.organisation_id == organisation.id)
        .order_by(IdentityChange.id.desc())
        .limit(1)
    )


def find_waiting(session: Session, organisation: Organisation) -> IdentityChange | None:
    """Return the change of an organisation that must still be decided."""
    return session.scalar(
        select(IdentityChange)
        .where(
            IdentityChange.organisation_id == organisation.id,
            IdentityChange.status == IdentityChangeStatus.REQUESTED,
        )
        .execution_options(populate_existing=True)
    )


def get_last_of(session: Session, public_id: str, municipality_code: str) -> IdentityChange:
    """Return the last change of an organisation that a municipality checks; or NotFoundError."""
    found = session.scalar(
        select(IdentityChange)
        .join(IdentityChange.organisation)
        .where(
            Organisation.public_id == public_id, Organisation.municipality_code == municipality_code
        )
        .options(contains_eager(IdentityChange.organisation))
        .order_by(IdentityChange.id.desc())
        .limit(1)
    )
    if found is None:
        raise NotFoundError(public_id)
    return found


def waiting_identity_changes(municipality_code: str) -> Select[IdentityChange]:
    """Return a Select of the changes that a municipality must still decide."""
    return (
        select(IdentityChange)
        .join(IdentityChange.organisation)
        .where(
            Organisation.municipality_code == municipality_code,
            Organisation.status == OrganisationStatus.APPROVED,
            IdentityChange.status == IdentityChangeStatus.REQUESTED,
        )
    )
