"""Reminding providers of a question that waits: twice, and then the municipality sees it."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.clock import day_of
from webapp.core.working_days import working_days_before
from webapp.enquiries import mails
from webapp.enquiries.queries import MOST_REMINDERS, waiting_since
from webapp.municipalities.mail_sites import SiteOf
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings


def remind(session: Session, *, site_of: SiteOf, now: datetime) -> None:
    """Mail the members where a question waits for as many working days as its municipality says.

    The second time is after twice as many days.
    """
    for municipality in taking_part(session):
        own = get_settings(session, municipality.code)
        # Backwards: who is reminded now for the first time is not for the second at once.
        for sent in reversed(range(MOST_REMINDERS)):
            days = own.enquiry_reminder_days * (sent + 1)
            day = working_days_before(day_of(now), days)
            for enquiry in waiting_since(session, municipality.code, day, reminders=sent):
                enquiry.reminders = sent + 1
                site = site_of(municipality, own)
                mails.send_to_provider(session, "reminder", enquiry, site=site, now=now)
