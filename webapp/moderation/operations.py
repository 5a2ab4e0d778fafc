"""What a moderator decides, and what a provider hands in: the change with the mail that tells it.

The change itself writes the log.
"""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import NotAllowedError
from webapp.mail.site import MailSite
from webapp.moderation import undoing
from webapp.moderation.mails import tell_of_organisation, tell_of_workplace
from webapp.moderation.queries import waiting_versions_of
from webapp.organisations import operations as organisations
from webapp.organisations.models import Organisation
from webapp.workplaces import publication, submission
from webapp.workplaces.models import Workplace, WorkplaceVersion
from webapp.workplaces.unchecked import Route, route_of

# A decision that cannot be undone is mailed at once.
AT_ONCE = timedelta(0)


def hand_in(
    session: Session,
    workplace: Workplace,
    *,
    expected_lock: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> Route:
    """Submit a workplace, and return what happens with it; errors as `submit`.

    What needs no check goes live at once; of anything else a mail says that it was received.
    """
    route = hand_in_untold(session, workplace, expected_lock=expected_lock, actor=actor, now=now)
    if route is Route.CHECKED_FIRST:
        tell_of_workplace(session, "received", workplace, site=site, now=now)
    return route


def hand_in_untold(
    session: Session, workplace: Workplace, *, expected_lock: int, actor: Actor, now: datetime
) -> Route:
    """Do what `hand_in` does, and leave it to the caller to mail that it was received."""
    version = submission.submit(
        session, workplace, expected_lock=expected_lock, actor=actor, now=now
    )
    route = route_of(session, version)
    if route is not Route.CHECKED_FIRST:
        must_be_seen = route is Route.TRUSTED
        publication.go_live(session, version, must_be_seen=must_be_seen, actor=actor, now=now)
    return route


def approve_workplace(  # noqa: PLR0913 (a decision with its mail)
    session: Session,
    version: WorkplaceVersion,
    *,
    expected_lock: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
    undo_within: timedelta = AT_ONCE,
) -> None:
    """Publish a version and tell its organisation; errors as `publication.approve`."""
    publication.approve(session, version, expected_lock=expected_lock, actor=actor, now=now)
    _tell(session, "approved", version, site=site, now=now, undo_within=undo_within)


def approve_workplace_with_organisation(  # noqa: PLR0913 (two decisions in one)
    session: Session,
    version: WorkplaceVersion,
    *,
    expected_lock: int,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
    undo_within: timedelta = AT_ONCE,
) -> None:
    """Admit an organisation and publish its workplace in one act, told in one mail.

    `expected_lock` is that of the version, `expected_version` that of the organisation. Errors as
    `organisations.approve` and `publication.approve`; NotAllowedError when another municipality
    checks the organisation.
    """
    organisation = version.workplace.organisation
    if organisation.municipality_code != version.municipality_code:
        raise NotAllowedError(organisation.public_id)
    organisations.approve(
        session, organisation, expected_version=expected_version, actor=actor, now=now
    )
    publication.approve(session, version, expected_lock=expected_lock, actor=actor, now=now)
    _tell(
        session,
        "approved",
        version,
        site=site,
        now=now,
        undo_within=undo_within,
        organisation_name=organisation.name,
    )


def return_workplace(  # noqa: PLR0913 (a decision with its reason and its mail)
    session: Session,
    version: WorkplaceVersion,
    *,
    reason: str,
    expected_lock: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
    undo_within: timedelta = AT_ONCE,
) -> None:
    """Give a version back with a reason; errors as `publication.return_to_provider`."""
    publication.return_to_provider(
        session, version, reason=reason, expected_lock=expected_lock, actor=actor, now=now
    )
    _tell(
        session,
        "returned",
        version,
        site=site,
        now=now,
        undo_within=undo_within,
        reason=reason.strip(),
    )


def reject_workplace(  # noqa: PLR0913 (a decision with its reason and its mail)
    session: Session,
    version: WorkplaceVersion,
    *,
    reason: str,
    expected_lock: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
    undo_within: timedelta = AT_ONCE,
) -> None:
    """Refuse a version with a reason; errors as `publication.reject`."""
    publication.reject(
        session, version, reason=reason, expected_lock=expected_lock, actor=actor, now=now
    )
    _tell(
        session,
        "rejected",
        version,
        site=site,
        now=now,
        undo_within=undo_within,
        reason=reason.strip(),
    )


def withdraw_workplace(  # noqa: PLR0913 (a decision with its reason and its mail)
    session: Session,
    workplace: Workplace,
    *,
    municipality_code: str,
    reason: str,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Take a workplace off a municipality's site, and tell why; errors as `submission.withdraw`."""
    submission.withdraw(
        session,
        workplace,
        municipality_code=municipality_code,
        reason=reason,
        actor=actor,
        now=now,
    )
    tell_of_workplace(session, "withdrawn", workplace, site=site, now=now, reason=reason.strip())


def approve_organisation(  # noqa: PLR0913 (a decision with its mail)
    session: Session,
    organisation: Organisation,
    *,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
    undo_within: timedelta = AT_ONCE,
) -> None:
    """Admit an organisation and tell its members; errors as `organisations.approve`."""
    organisations.approve(
        session, organisation, expected_version=expected_version, actor=actor, now=now
    )
    tell_of_organisation(
        session,
        "approved",
        organisation,
        site=site,
        now=now,
        about=undoing.name_of_organisation(organisation),
        wait=undoing.waiting_time(undo_within),
    )


def reject_organisation(  # noqa: PLR0913 (a decision with its reason and its mail)
    session: Session,
    organisation: Organisation,
    *,
    reason: str,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
    undo_within: timedelta = AT_ONCE,
) -> None:
    """Refuse an organisation, and with it the workplaces that wait; one mail tells it all.

    Errors as `organisations.reject`.
    """
    organisations.reject(
        session,
        organisation,
        reason=reason,
        expected_version=expected_version,
        actor=actor,
        now=now,
    )
    for version in waiting_versions_of(session, organisation):
        publication.reject(
            session, version, reason=reason, expected_lock=version.lock, actor=actor, now=now
        )
    tell_of_organisation(
        session,
        "rejected",
        organisation,
        site=site,
        now=now,
        reason=reason.strip(),
        about=undoing.name_of_organisation(organisation),
        wait=undoing.waiting_time(undo_within),
    )


def _tell(
    session: Session,
    message: str,
    version: WorkplaceVersion,
    *,
    site: MailSite,
    now: datetime,
    undo_within: timedelta,
    **details: str,
) -> None:
    """Mail the members what was just decided, after the time in which it can be undone."""
    tell_of_workplace(
        session,
        message,
        version.workplace,
        site=site,
        now=now,
        about=undoing.name_of(version.changes[-1]),
        wait=undoing.waiting_time(undo_within),
        **details,
    )
