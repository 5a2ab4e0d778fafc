"""Taking a workplace for the length of a transaction: two people never change it at once."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import ConflictError
from webapp.workplaces.models import Workplace, WorkplaceVersion


def claim(
    session: Session, workplace: Workplace, expected_lock: int | None = None
) -> WorkplaceVersion:
    """Keep others from changing `workplace` until the commit; return its latest version.

    Everything is read anew. Raise ConflictError when the latest version is not the one of which
    the caller saw `expected_lock`.
    """
    # Of the workplace alone: what is loaded beside it may come by an outer join.
    session.refresh(workplace, with_for_update={"of": Workplace})
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
