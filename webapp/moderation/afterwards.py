"""What a moderator does with a change that went live before anybody looked."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import ConflictError
from webapp.mail.site import MailSite
from webapp.moderation.mails import tell_of_workplace
from webapp.workplaces import log, publication
from webapp.workplaces.claiming import claim
from webapp.workplaces.models import Workplace, WorkplaceVersion


def mark_seen(
    session: Session, workplace: Workplace, *, expected_lock: int, actor: Actor, now: datetime
) -> None:
    """Note that a moderator looked at what went live; a second time changes nothing.

    Raise ConflictError when visitors read another version by now than that of `expected_lock`.
    """
    claim(session, workplace)
    version = workplace.published_version
    if version is None or version.unseen_since is None:
        return
    if version.lock != expected_lock:
        raise ConflictError(workplace.public_id)
    version.unseen_since = None
    log.record_version(session, "workplace.seen", version, actor=actor, now=now)
    session.flush()


def put_back(  # noqa: PLR0913 (a decision with its reason and its mail)
    session: Session,
    version: WorkplaceVersion,
    *,
    reason: str,
    expected_lock: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Put the version before back on the site, and tell why; errors as `publication.put_back`."""
    publication.put_back(
        session, version, reason=reason, expected_lock=expected_lock, actor=actor, now=now
    )
    workplace = version.workplace
    tell_of_workplace(session, "put_back", workplace, site=site, now=now, reason=reason.strip())
