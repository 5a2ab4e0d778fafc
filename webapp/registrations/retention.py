"""How long registrations are kept: a setting of each municipality (standards: Privacy)."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.audit.operations import prove_erased
from webapp.core.clock import MONTH
from webapp.mail import outbox
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings
from webapp.registrations.models import Registration


def purge(session: Session, *, now: datetime) -> int:
    """Forget each registration in which nothing changed for as long as its municipality says.

    That it happened is in the log, with how many they were and nothing of whom. Return
    that number. What is restricted rests.
    """
    count = 0
    for municipality in taking_part(session):
        months = get_settings(session, municipality.code).registration_retention_months
        old = (
            Registration.municipality_code == municipality.code,
            Registration.changed_at < now - months * MONTH,
            Registration.restricted_at.is_(None),
        )
        ids = session.scalars(select(Registration.public_id).where(*old)).all()
        if not ids:
            continue
        outbox.forget(session, ids)
        session.execute(delete(Registration).where(*old))
        prove_erased(session, "registrations.erased", municipality.code, now=now, erased=len(ids))
        count += len(ids)
    return count
