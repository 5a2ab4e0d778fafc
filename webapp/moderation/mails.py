"""What the members of an organisation hear of the municipality's check."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.organisations.models import Organisation
from webapp.organisations.queries import reachable_members
from webapp.workplaces.models import Workplace


def tell_of_workplace(  # noqa: PLR0913 (what the mails say)
    session: Session,
    message: str,
    workplace: Workplace,
    *,
    site: MailSite,
    now: datetime,
    reason: str = "",
    organisation_name: str = "",
    about: str | None = None,
    wait: timedelta = timedelta(0),
) -> None:
    """Mail 'workplaces/<message>' to each member of the workplace's organisation, after `wait`.

    `organisation_name` is given when the mail also tells that the organisation is approved.
    """
    for member in reachable_members(session, workplace.organisation_id):
        outbox.enqueue(
            session,
            f"workplaces/{message}",
            to=member.email,
            site=site,
            now=now,
            about=about,
            wait=wait,
            name=member.name,
            title=workplace.latest_version.content.title,
            public_id=workplace.public_id,
            is_visible=workplace.is_visible,
            reason=reason,
            organisation_name=organisation_name,
        )


def tell_of_several(
    session: Session,
    organisation: Organisation,
    workplaces: Sequence[Workplace],
    *,
    site: MailSite,
    now: datetime,
) -> None:
    """Mail each member once that all these workplaces were received; of one as of any other."""
    if len(workplaces) == 1:
        tell_of_workplace(session, "received", workplaces[0], site=site, now=now)
        return
    titles = [workplace.latest_version.content.title for workplace in workplaces]
    for member in reachable_members(session, organisation.id) if titles else ():
        outbox.enqueue(
            session,
            "workplaces/several_received",
            to=member.email,
            site=site,
            now=now,
            name=member.name,
            organisation_name=organisation.name,
            titles=titles,
        )


def tell_of_organisation(  # noqa: PLR0913 (what the mails say)
    session: Session,
    message: str,
    organisation: Organisation,
    *,
    site: MailSite,
    now: datetime,
    reason: str = "",
    about: str | None = None,
    wait: timedelta = timedelta(0),
) -> None:
    """Mail 'organisations/<message>' to each member of the organisation, after `wait`."""
    for member in reachable_members(session, organisation.id):
        outbox.enqueue(
            session,
            f"organisations/{message}",
            to=member.email,
            site=site,
            now=now,
            about=about,
            wait=wait,
            name=member.name,
            organisation_name=organisation.name,
            reason=reason,
        )
