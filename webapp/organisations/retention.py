"""Letting go of what nobody came back for."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.organisations.models import Organisation, OrganisationStatus

# The link that confirms a sign-up lives three days; this leaves time to ask for help.
UNCONFIRMED_FOR = timedelta(days=14)


def purge_unconfirmed(session: Session, *, now: datetime) -> None:
    """Remove the sign-ups that nobody confirmed, with their workplaces (decision 0003)."""
    session.execute(
        delete(Organisation).where(
            Organisation.status == OrganisationStatus.UNCONFIRMED,
            Organisation.created_at < now - UNCONFIRMED_FOR,
        )
    )
