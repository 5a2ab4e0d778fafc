"""Finding saved searches; each question is of one account, on one site."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFoundError
from webapp.search.saved.models import SavedSearch


def saved_by(session: Session, account_id: int, municipality_code: str) -> Sequence[SavedSearch]:
    """Return what an account saved on the site of a municipality, the newest first."""
    return session.scalars(
        _of(account_id, municipality_code).order_by(
            SavedSearch.created_at.desc(), SavedSearch.id.desc()
        )
    ).all()


def get_saved(
    session: Session, public_id: str, account_id: int, municipality_code: str
) -> SavedSearch:
    """Return a search that this account saved on this site, or raise NotFoundError."""
    found = session.scalar(
        _of(account_id, municipality_code).where(SavedSearch.public_id == public_id)
    )
    if found is None:
        raise NotFoundError(public_id)
    return found


def count_of(session: Session, account_id: int) -> int:
    """Return how many searches an account saved, on all sites together."""
    counted = select(func.count()).where(SavedSearch.account_id == account_id)
    return session.scalar(counted) or 0


def _of(account_id: int, municipality_code: str) -> Select[SavedSearch]:
    return select(SavedSearch).where(
        SavedSearch.account_id == account_id, SavedSearch.municipality_code == municipality_code
    )
