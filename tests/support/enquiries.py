"""Enquiries for tests, made as visitors make them."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from tests.support.mails import SITE
from tests.support.people import DUIVEN
from webapp.enquiries import operations
from webapp.enquiries.draft import EnquiryDraft
from webapp.enquiries.models import Enquiry
from webapp.municipalities.queries import get_municipality
from webapp.workplaces.models import Workplace

# A Monday without a holiday in the weeks after it.
MONDAY = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
ASKER_EMAIL = "vraag.sentinel@bezoeker.example"
QUESTION = "Is er ook plek op donderdag?"


def make_enquiry(
    session: Session,
    workplace: Workplace,
    *,
    now: datetime = MONDAY,
    code: str = DUIVEN,
    email: str = ASKER_EMAIL,
) -> Enquiry:
    """Ask a question about a workplace on the site of a municipality."""
    return operations.ask(
        session,
        workplace,
        EnquiryDraft(question=QUESTION, name="Vera Vraagsma", email=email),
        municipality=get_municipality(session, code),
        site=SITE,
        actor=operations.ASKER,
        now=now,
    )
