"""What becomes of a workplace that its provider wants removed: the decision with its mail.

The act itself writes the log.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.clock import day_in_words, day_of
from webapp.core.db import Database
from webapp.core.errors import NotFoundError, WrongStatusError
from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.organisations.queries import reachable_members
from webapp.workplaces.models import Workplace
from webapp.workplaces.removals import operations
from webapp.workplaces.removals.models import Removal
from webapp.workplaces.removals.queries import ids_due

# How many are erased in one turn of the worker, each in a transaction of its own.
_BITE = 20


def confirm(
    session: Session,
    removal: Removal,
    *,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Remove a workplace and tell its provider until when it can come back."""
    operations.confirm(session, removal, expected_version=expected_version, actor=actor, now=now)
    _tell(session, "removed", removal, site=site, now=now)


def refuse(  # noqa: PLR0913 (a decision with its reason and its mail)
    session: Session,
    removal: Removal,
    *,
    reason: str,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep a workplace and tell its provider why; errors as `operations.refuse`."""
    operations.refuse(
        session, removal, answer=reason, expected_version=expected_version, actor=actor, now=now
    )
    _tell(session, "removal_refused", removal, site=site, now=now)


def restore(
    session: Session, workplace: Workplace, *, site: MailSite, actor: Actor, now: datetime
) -> None:
    """Bring a workplace back and tell its provider, who may not have done it."""
    removal = operations.restore(session, workplace, actor=actor, now=now)
    _tell(session, "restored", removal, site=site, now=now)


def erase_due(database: Database, *, actor: Actor, now: datetime) -> int:
    """Erase some workplaces of which the time to restore them is over; return how many.

    What was restored or erased by another worker meanwhile is left as it is.
    """
    with database.reading() as session:
        due = ids_due(session, now=now, limit=_BITE)
    return sum(_erase(database, workplace_id, actor, now) for workplace_id in due)


def _erase(database: Database, workplace_id: int, actor: Actor, now: datetime) -> bool:
    try:
        with database.writing() as session:
            workplace = session.get(Workplace, workplace_id)
            if workplace is None:
                return False
            operations.erase(session, workplace, actor=actor, now=now)
    except (NotFoundError, WrongStatusError):
        return False
    return True


def _tell(
    session: Session, message: str, removal: Removal, *, site: MailSite, now: datetime
) -> None:
    """Mail 'workplaces/<message>' to each member of the workplace's organisation."""
    workplace = removal.workplace
    for member in reachable_members(session, workplace.organisation_id):
        outbox.enqueue(
            session,
            f"workplaces/{message}",
            to=member.email,
            site=site,
            now=now,
            name=member.name,
            title=workplace.latest_version.content.title,
            public_id=workplace.public_id,
            reason=removal.answer,
            last_day=day_in_words(day_of(removal.erase_at)) if removal.erase_at else "",
        )
