"""How long enquiries are kept: a setting of each municipality (standards: Privacy)."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.core.clock import MONTH
from webapp.enquiries.models import Enquiry, EnquiryLink
from webapp.mail import outbox
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings


def purge(session: Session, *, now: datetime) -> None:
    """Forget each enquiry in which nothing happened for as long as its municipality says.

    Reminders change nothing of that. Links that are too old go as well.
    """
    for municipality in taking_part(session):
        months = get_settings(session, municipality.code).enquiry_retention_months
        old = (
            Enquiry.municipality_code == municipality.code,
            Enquiry.changed_at < now - months * MONTH,
        )
        outbox.forget(session, session.scalars(select(Enquiry.public_id).where(*old)).all())
        session.execute(delete(Enquiry).where(*old))
    session.execute(delete(EnquiryLink).where(EnquiryLink.expires_at <= now))
