"""The mails about an enquiry: neither side reads the address of the other in them."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from webapp.core.ids import hash_secret, new_secret
from webapp.enquiries.models import Enquiry, EnquiryLink
from webapp.mail.outbox import enqueue
from webapp.mail.site import MailSite
from webapp.organisations.queries import reachable_members

LINK_LASTS = timedelta(days=90)


def send_to_asker(
    session: Session,
    message: str,
    enquiry: Enquiry,
    *,
    site: MailSite,
    now: datetime,
    answer: str = "",
) -> None:
    """Mail 'enquiries/<message>' to who asked, with a private link of its own."""
    secret = new_secret()
    session.add(
        EnquiryLink(
            secret_hash=hash_secret(secret), enquiry_id=enquiry.id, expires_at=now + LINK_LASTS
        )
    )
    enqueue(
        session,
        f"enquiries/{message}",
        to=enquiry.asker_email,
        site=site,
        now=now,
        about=enquiry.public_id,
        name=enquiry.asker_name,
        reference=enquiry.reference,
        title=_title(enquiry),
        organisation_name=enquiry.workplace.organisation.name,
        answer=answer,
        secret=secret,
    )


def send_to_provider(
    session: Session, message: str, enquiry: Enquiry, *, site: MailSite, now: datetime
) -> None:
    """Mail 'enquiries/<message>' to each member of the organisation: only that something waits."""
    for member in reachable_members(session, enquiry.workplace.organisation_id):
        enqueue(
            session,
            f"enquiries/{message}",
            to=member.email,
            site=site,
            now=now,
            about=enquiry.public_id,
            name=member.name,
            reference=enquiry.reference,
            title=_title(enquiry),
            public_id=enquiry.public_id,
        )


def _title(enquiry: Enquiry) -> str:
    shown = enquiry.workplace.published_version or enquiry.workplace.latest_version
    return shown.content.title
