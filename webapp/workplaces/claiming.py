"""Taking a workplace for the length of a transaction: two people never change it at once."""

from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session

from webapp.core.errors import ConflictError, NotFoundError, WrongStatusError
from webapp.workplaces.models import Workplace, WorkplaceVersion


class WorkplaceRemovedError(WrongStatusError):
    """The workplace was removed; it must be restored before anything of it can change."""


def claim(
    session: Session,
    workplace: Workplace,
    expected_lock: int | None = None,
    *,
    may_be_removed: bool = False,
) -> WorkplaceVersion:
    """Keep others from changing `workplace` until the commit; return its latest version.

    Everything is read anew. Raise ConflictError when the latest version is not the one of which
    the caller saw `expected_lock`, WorkplaceRemovedError when it was removed, unless it
    `may_be_removed`, and NotFoundError when it was erased meanwhile.
    """
    public_id = workplace.public_id
    try:
        # Of the workplace alone: what is loaded beside it may come by an outer join.
        session.refresh(workplace, with_for_update={"of": Workplace})
    except InvalidRequestError as gone:
        raise NotFoundError(public_id) from gone
    if workplace.removed_at is not None and not may_be_removed:
        raise WorkplaceRemovedError(public_id)
    versions = session.scalars(
        select(WorkplaceVersion)
        .where(WorkplaceVersion.workplace_id == workplace.id)
        .order_by(WorkplaceVersion.number)
        .execution_options(populate_existing=True)
    ).all()
    session.expire(workplace, ["versions", "published_version"])
    latest = versions[-1]
    if expected_lock is not None and latest.lock != expected_lock:
        message = f"workplace {workplace.public_id} was changed meanwhile"
        raise ConflictError(message)
    return latest
