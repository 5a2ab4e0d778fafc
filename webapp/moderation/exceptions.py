"""A municipality allows a workplace from elsewhere [S0 Eis 8c]: the act, and the mail of it.

The act itself writes the log.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.clock import day_in_words
from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.moderation.review import Review, get_review
from webapp.municipalities.models import Municipality
from webapp.organisations.queries import reachable_members
from webapp.workplaces.exceptions import operations
from webapp.workplaces.exceptions.models import LocationException
from webapp.workplaces.exceptions.operations import ExceptionDraft
from webapp.workplaces.public import find_public_workplace


def get_allowable(session: Session, public_id: str, municipality_code: str) -> Review:
    """Return a workplace that a municipality can allow, with what is to be read of it.

    That is each one in public view, and each one that the municipality checks itself: it is
    allowed first, and approved then. Raise NotFoundError for any other.
    """
    public = find_public_workplace(session, public_id)
    if public is not None and public.published_version is not None:
        return Review(public, public.published_version)
    return get_review(session, public_id, municipality_code)


def review_of(exception: LocationException) -> Review:
    """Return the workplace of an exception, with what visitors read of it or last handed in."""
    workplace = exception.workplace
    handed_in = [each for each in workplace.versions if each.submitted_at is not None]
    last = handed_in[-1] if handed_in else workplace.latest_version
    return Review(workplace, workplace.published_version or last)


def grant(  # noqa: PLR0913 (what every operation takes, and what was read)
    session: Session,
    review: Review,
    municipality: Municipality,
    draft: ExceptionDraft,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Allow a workplace and tell its provider; errors as `operations.grant`."""
    exception = operations.grant(
        session, review.version, municipality.code, draft, actor=actor, now=now
    )
    _tell(session, "exception_granted", exception, municipality, site=site, now=now)


def change(  # noqa: PLR0913 (what every operation takes, and what was read)
    session: Session,
    municipality: Municipality,
    public_id: str,
    draft: ExceptionDraft,
    *,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Change an exception and tell the provider; errors as `operations.change`."""
    exception = operations.change(
        session,
        municipality.code,
        public_id,
        draft,
        expected_version=expected_version,
        actor=actor,
        now=now,
    )
    _tell(session, "exception_granted", exception, municipality, site=site, now=now)


def end(  # noqa: PLR0913 (a decision with its reason and its mail)
    session: Session,
    municipality: Municipality,
    public_id: str,
    *,
    reason: str,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """End an exception and tell the provider why; errors as `operations.end`."""
    exception = operations.end(
        session, municipality.code, public_id, reason=reason, actor=actor, now=now
    )
    _tell(session, "exception_ended", exception, municipality, site=site, now=now)


def _tell(
    session: Session,
    message: str,
    exception: LocationException,
    municipality: Municipality,
    *,
    site: MailSite,
    now: datetime,
) -> None:
    """Mail 'workplaces/<message>' to each member of the workplace's organisation."""
    last = exception.valid_to
    for member in reachable_members(session, exception.workplace.organisation_id):
        outbox.enqueue(
            session,
            f"workplaces/{message}",
            to=member.email,
            site=site,
            now=now,
            name=member.name,
            title=review_of(exception).version.content.title,
            municipality=municipality.name,
            reason=exception.end_reason or exception.reason,
            transport=exception.transport,
            first_day=day_in_words(exception.valid_from),
            last_day=day_in_words(last) if last else "",
            is_change=exception.version > 1,
        )
