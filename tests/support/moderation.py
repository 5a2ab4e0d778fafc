"""What waits for a moderator."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from tests.support.people import make_account
from tests.support.workplaces import make_organisation, make_workplace
from webapp.core.actor import Actor
from webapp.geo.geocoding import NoGeocoder
from webapp.organisations.models import Organisation
from webapp.workplaces import editing, sectors, submission
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion

PROVIDER = Actor(account_id=None, name="Sanne")


def organisation_with_member(
    session: Session, email: str | None = None, **values: Any
) -> Organisation:
    """Add an organisation for which somebody acts."""
    organisation = make_organisation(session, **values)
    make_account(session, email, organisations=(organisation,))
    return organisation


def submitted_workplace(
    session: Session, organisation: Organisation, *, at: datetime, **content: Any
) -> Workplace:
    """Add a workplace that waits since `at` for the municipality of its organisation."""
    return make_workplace(
        session,
        organisation=organisation,
        municipality_code=organisation.municipality_code,
        status=VersionStatus.SUBMITTED,
        at=at,
        **content,
    )


def submit_changes(
    session: Session, workplace: Workplace, *, at: datetime, **changes: Any
) -> WorkplaceVersion:
    """Let the provider change a workplace and hand it in; return the version that waits."""
    version = change(session, workplace, at=at, **changes)
    return submission.submit(session, workplace, expected_lock=version.lock, actor=PROVIDER, now=at)


def change(
    session: Session, workplace: Workplace, *, at: datetime, **changes: Any
) -> WorkplaceVersion:
    """Let the provider change a workplace; return the version that holds it."""
    sectors.load(session)
    return editing.save(
        session,
        workplace,
        changes,
        expected_lock=workplace.latest_version.lock,
        geocoder=NoGeocoder(),
        actor=PROVIDER,
        now=at,
    )
