"""How long saved searches are kept: as long as their owner uses them, and may."""

from datetime import datetime

from sqlalchemy import delete, exists, or_
from sqlalchemy.orm import Session

from webapp.accounts.models import Role, RoleName
from webapp.search.saved.models import SavedSearch
from webapp.search.saved.rules import KEPT_UNUSED


def purge(session: Session, *, now: datetime) -> int:
    """Forget what was not used for long, and what is of who has no role for the site any more.

    Return how many they were.
    """
    may_still = exists().where(
        Role.account_id == SavedSearch.account_id,
        Role.municipality_code == SavedSearch.municipality_code,
        Role.name.in_([RoleName.CONSULTANT, RoleName.MODERATOR]),
    )
    gone = session.execute(
        delete(SavedSearch)
        .where(or_(SavedSearch.used_at <= now - KEPT_UNUSED, ~may_still))
        .execution_options(synchronize_session=False)
    )
    return int(gone.rowcount)  # type: ignore[attr-defined]
