"""How long registrations are kept: a setting of each municipality (standards: Privacy)."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.core.clock import MONTH
from webapp.mail import outbox
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings
from webapp.registrations.models import Registration


def purge(session: Session, *, now: datetime) -> None:
    """Forget each registration in which nothing changed for as long as its municipality says."""
    for municipality in taking_part(session):
        months = get_settings(session, municipality.code).registration_retention_months
        old = (
            Registration.municipality_code == municipality.code,
            Registration.changed_at < now - months * MONTH,
        )
        outbox.forget(session, session.scalars(select(Registration.public_id).where(*old)).all())
        session.execute(delete(Registration).where(*old))
