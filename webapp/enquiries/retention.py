"""How long enquiries are kept: a setting of each municipality (standards: Privacy)."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.audit.operations import prove_erased
from webapp.core.clock import MONTH
from webapp.enquiries.models import Enquiry, EnquiryLink
from webapp.mail import outbox
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings


def purge(session: Session, *, now: datetime) -> int:
    """Forget each enquiry in which nothing happened for as long as its municipality says.

    Reminders change nothing of that; what is restricted rests. Links that are too old go as well.
    That it happened is in the log, with how many they were. Return that number.
    """
    count = 0
    for municipality in taking_part(session):
        months = get_settings(session, municipality.code).enquiry_retention_months
        old = (
            Enquiry.municipality_code == municipality.code,
            Enquiry.changed_at < now - months * MONTH,
            Enquiry.restricted_at.is_(None),
        )
        ids = session.scalars(select(Enquiry.public_id).where(*old)).all()
        if not ids:
            continue
        outbox.forget(session, ids)
        session.execute(delete(Enquiry).where(*old))
        prove_erased(session, "enquiries.erased", municipality.code, now=now, erased=len(ids))
        count += len(ids)
    session.execute(delete(EnquiryLink).where(EnquiryLink.expires_at <= now))
    return count
