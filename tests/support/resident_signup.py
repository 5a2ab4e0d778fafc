"""Walking through the sign-up of a resident, page by page."""

import re
from typing import Any

from sqlalchemy import select

from tests.support.page_client import Page, PageClient
from tests.support.people import database_of
from webapp.mail.models import OutgoingMail

NEXT = "Bewaar en ga verder"
SEND = "Verstuur mijn aanmelding"
WITHDRAW = "Ja, wis mijn aanmelding"


def begin(visitor: PageClient) -> Page:
    """Open the explanation, and then the first question."""
    visitor.get("/inwoners/aanmelden")
    return visitor.follow("Begin met je aanmelding")


def reach_agreement(visitor: PageClient) -> Page:
    """Say as a consultant for whom it is; the next question is with whom it was agreed."""
    begin(visitor)
    return visitor.submit(NEXT, filled_in_by="consultant", helper_name="Carla Wegwijs")


def reach_contact(visitor: PageClient) -> Page:
    """Answer everything up to the contact data."""
    begin(visitor)
    visitor.submit(NEXT, filled_in_by="self")
    visitor.submit(NEXT, meets_age_condition="yes")
    visitor.submit(NEXT, sectors=["dieren", "hout"], wishes="Ik ben graag buiten.")
    visitor.submit(NEXT, days=["ma", "wo"], parts=["ochtend"])
    return visitor.submit(NEXT, needs=["quiet_place"], needs_notes="Een stoel met leuning.")


def reach_check(visitor: PageClient, **contact: str) -> Page:
    """Answer everything, with `contact` instead of the usual contact data where given."""
    reach_contact(visitor)
    given: dict[str, Any] = {
        "name": "Ria Voorbeeldsma",
        "email": "ria@voorbeeld.nl",
        "residence": "6921 ab",
    }
    return visitor.submit(NEXT, **(given | contact))


def sign_up(visitor: PageClient, **contact: str) -> str:
    """Register somebody; return the reference."""
    reach_check(visitor, **contact)
    page = visitor.submit(SEND)
    found = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", page.main_text)
    assert found is not None
    return found.group()


def private_link(visitor: PageClient) -> str:
    """Return the path of the private link in the last mail to a resident."""
    with database_of(visitor.app).reading() as session:
        body = session.scalars(
            select(OutgoingMail.body_text)
            .where(OutgoingMail.kind == "registrations/received")
            .order_by(OutgoingMail.id.desc())
        ).first()
    assert body is not None
    found = re.search(r"/inwoners/aanmelding/\S+", body)
    assert found is not None
    return found.group()
