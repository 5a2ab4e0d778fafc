"""Mailing provider and consultant of a deadline that is near: once for each."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts.models import RoleName
from webapp.accounts.queries import reachable_staff
from webapp.core.clock import day_of
from webapp.mail.site import MailSite
from webapp.municipalities.mail_sites import SiteOf
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import MunicipalitySettings, get_settings
from webapp.placements import mails, queries
from webapp.placements.due import Due, Urgency, open_dues
from webapp.placements.models import Placement, PlacementReminder
from webapp.trajectories.deadlines import Task
from webapp.trajectories.products import product_of


def remind(session: Session, *, site_of: SiteOf, now: datetime) -> None:
    """Mail about each deadline as many days before it as its municipality says.

    Of what was over when the placement was noted nobody gets mail: the list shows it.
    """
    for municipality in taking_part(session):
        placements = queries.claim_open_of(session, municipality.code)
        if not placements:
            continue
        own = get_settings(session, municipality.code)
        site, staff = site_of(municipality, own), _staff_ids(session, municipality.code)
        for placement in placements:
            for due in _to_mail(placement, own, now):
                placement.reminders.append(PlacementReminder(task=due.task, day=due.day))
                _mail(session, placement, due, own=own, site=site, staff=staff, now=now)
    session.flush()


def _to_mail(placement: Placement, own: MunicipalitySettings, now: datetime) -> list[Due]:
    """Return what is near or over, and was not mailed about."""
    sent = {(reminder.task, reminder.day) for reminder in placement.reminders}
    return [
        due
        for due in open_dues(placement, own.stable_progress)
        if due.urgency(day_of(now), own.placement_reminder_days) is not Urgency.LATER
        and due.by >= day_of(placement.created_at)
        and (due.task, due.day) not in sent
    ]


def _mail(  # noqa: PLR0913 (what a mail takes)
    session: Session,
    placement: Placement,
    due: Due,
    *,
    own: MunicipalitySettings,
    site: MailSite,
    staff: frozenset[int],
    now: datetime,
) -> None:
    name = product_of(placement.product).called(own.product_names)
    is_sent = due.task is Task.PROGRESS and due.said_on is not None
    if not is_sent:
        mails.send_to_provider(session, placement, due, product_name=name, site=site, now=now)
    # Who works there no more gets nothing of it.
    if placement.consultant_id in staff:
        mails.send_to_consultant(session, placement, due, product_name=name, site=site, now=now)


def _staff_ids(session: Session, municipality_code: str) -> frozenset[int]:
    return frozenset(
        account.id
        for role in (RoleName.CONSULTANT, RoleName.MODERATOR)
        for account in reachable_staff(session, role, municipality_code)
    )
