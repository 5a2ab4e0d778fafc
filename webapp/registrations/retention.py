"""How long registrations are kept: a setting of each municipality (standards: Privacy)."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings
from webapp.registrations.models import Registration

_MONTH = timedelta(days=30.44)  # on average


def purge(session: Session, *, now: datetime) -> None:
    """Forget each registration in which nothing changed for as long as its municipality says."""
    for municipality in taking_part(session):
        months = get_settings(session, municipality.code).registration_retention_months
        session.execute(
            delete(Registration).where(
                Registration.municipality_code == municipality.code,
                Registration.changed_at < now - months * _MONTH,
            )
        )
