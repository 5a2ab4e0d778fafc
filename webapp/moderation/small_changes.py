"""Small changes that wait, to be approved several at a time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, NotFoundError, WrongStatusError
from webapp.mail.site import MailSite
from webapp.moderation.operations import approve_workplace
from webapp.moderation.review import Review, reviews, submitted_workplaces
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion
from webapp.workplaces.sections import FIELDS, Section

# In more fields than this, a change is read on its own page.
MOST_FIELDS = 3
# What a name, a place or a photo changes, is seen only with all the rest beside it.
_NEVER = frozenset({"title", *FIELDS[Section.WHERE], *FIELDS[Section.MEDIA]})
# How many changes are looked at to find the small ones, the oldest first.
_IN_VIEW = 500


@dataclass(frozen=True)
class Outcome:
    """What became of the changes that a moderator chose."""

    approved: tuple[Review, ...]
    left: int


def key_of(review: Review) -> str:
    """Return by what a change is chosen: it is another one as soon as anything of it changes."""
    return f"{review.workplace.public_id}-{review.version.lock}"


def small_changes(session: Session, municipality_code: str) -> Mapping[str, Review]:
    """Return the small changes that wait for a municipality by their key, the oldest first.

    Each is of a workplace that is on its site already, of an approved organisation.
    """
    found = reviews(
        session,
        submitted_workplaces(municipality_code)
        .where(
            WorkplaceVersion.status == VersionStatus.SUBMITTED,
            Workplace.published_version_id.is_not(None),
            Workplace.municipality_code == municipality_code,
            Organisation.status == OrganisationStatus.APPROVED,
        )
        .order_by(WorkplaceVersion.submitted_at, WorkplaceVersion.id)
        .limit(_IN_VIEW),
    )
    return {key_of(review): review for review in found if is_small(review)}


def is_small(review: Review) -> bool:
    """Tell whether a change can be judged by what is different alone."""
    published = review.workplace.published_version
    if published is None or published.unseen_since is not None:
        return False  # what went live before it was never looked at
    fields = {change.field for change in review.changes}
    return 0 < len(fields) <= MOST_FIELDS and not fields & _NEVER


def approve_chosen(  # noqa: PLR0913 (a decision with its mails)
    session: Session,
    municipality_code: str,
    keys: Collection[str],
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
    undo_within: timedelta,
) -> Outcome:
    """Approve the small changes with these keys, each with its mail, and return what became of it.

    What was changed or decided meanwhile is left as it is, and keeps none of the others back.
    """
    found = small_changes(session, municipality_code)
    chosen = [found[key] for key in set(keys) if key in found]
    # Always in the same order, so that two who approve the same never wait for each other.
    chosen.sort(key=lambda review: review.workplace.id)
    approved = []
    for review in chosen:
        try:
            with session.begin_nested():
                approve_workplace(
                    session,
                    review.version,
                    expected_lock=review.version.lock,
                    site=site,
                    actor=actor,
                    now=now,
                    undo_within=undo_within,
                )
        except (ConflictError, NotFoundError, WrongStatusError):
            continue
        approved.append(review)
    return Outcome(tuple(approved), len(set(keys)) - len(approved))
