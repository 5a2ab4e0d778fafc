"""What every act on a shortlist does: keep others out, note that it is used, write a log line."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session

from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.errors import NotFoundError
from webapp.shortlists.models import Shortlist


def claim(session: Session, shortlist: Shortlist) -> None:
    """Keep others from changing a list until the commit; it is as it is now.

    Raise NotFoundError when it was removed meanwhile.
    """
    public_id = shortlist.public_id
    try:
        session.refresh(shortlist, with_for_update={"of": Shortlist})
    except InvalidRequestError as gone:
        raise NotFoundError(public_id) from gone
    session.expire(shortlist, ["items", "colleagues", "link"])


def note(
    session: Session,
    shortlist: Shortlist,
    action: str,
    *,
    actor: Actor,
    now: datetime,
    **details: str | int,
) -> None:
    """Log what was done, without a word that somebody wrote; the term of the list begins anew."""
    session.flush()
    # For who has the label open to change it, that is no change.
    session.execute(update(Shortlist).where(Shortlist.id == shortlist.id).values(changed_at=now))
    record(
        session,
        action,
        subject=("shortlist", shortlist.public_id),
        actor=actor,
        now=now,
        municipality_code=shortlist.municipality_code,
        **details,
    )
