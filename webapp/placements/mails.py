"""The mails about a deadline: the provider reads no reference in theirs."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.clock import day_in_words
from webapp.mail.outbox import enqueue
from webapp.mail.site import MailSite
from webapp.organisations.queries import reachable_members
from webapp.placements.due import Due
from webapp.placements.labels import TASKS
from webapp.placements.models import Placement


def send_to_provider(
    session: Session,
    placement: Placement,
    due: Due,
    *,
    product_name: str,
    site: MailSite,
    now: datetime,
) -> None:
    """Mail each member of the organisation what is due at which workplace, and when."""
    if placement.workplace is None:
        return
    for member in reachable_members(session, placement.workplace.organisation_id):
        enqueue(
            session,
            "placements/due_for_provider",
            to=member.email,
            site=site,
            now=now,
            about=placement.public_id,
            name=member.name,
            title=placement.workplace_title,
            product=product_name,
            task=TASKS[due.task],
            day=day_in_words(due.by),
            public_id=placement.public_id,
        )


def send_to_consultant(
    session: Session,
    placement: Placement,
    due: Due,
    *,
    product_name: str,
    site: MailSite,
    now: datetime,
) -> None:
    """Mail the consultant what is due, with their own reference."""
    if placement.consultant is None:
        return
    enqueue(
        session,
        "placements/due_for_consultant",
        to=placement.consultant.email,
        site=site,
        now=now,
        about=placement.public_id,
        name=placement.consultant.name,
        reference=placement.reference,
        title=placement.workplace_title,
        organisation_name=placement.organisation_name,
        product=product_name,
        task=TASKS[due.task],
        day=day_in_words(due.by),
        public_id=placement.public_id,
    )
