"""How long shortlists are kept: a setting of each municipality, and as long as somebody may."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, or_, select
from sqlalchemy.orm import Session

from webapp.audit.operations import prove_erased
from webapp.core.clock import MONTH
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings
from webapp.shortlists.models import Shortlist, ShortlistColleague, ShortlistLink
from webapp.shortlists.queries import may_search


def purge(session: Session, *, now: datetime) -> int:
    """Wipe each list with which nobody did anything for as long as its municipality says.

    So is one that nobody may see any more, and links that are too old. That it happened is in
    the log, with how many they were. Return that number.
    """
    count = 0
    for municipality in taking_part(session):
        months = get_settings(session, municipality.code).shortlist_retention_months
        old = (
            Shortlist.municipality_code == municipality.code,
            or_(Shortlist.changed_at < now - months * MONTH, ~_is_seen()),
        )
        ids = session.scalars(select(Shortlist.id).where(*old)).all()
        if not ids:
            continue
        session.execute(delete(Shortlist).where(Shortlist.id.in_(ids)))
        prove_erased(session, "shortlists.erased", municipality.code, now=now, erased=len(ids))
        count += len(ids)
    session.execute(delete(ShortlistLink).where(ShortlistLink.expires_at <= now))
    return count


def _is_seen() -> ColumnElement[bool]:
    """Return the condition that who made a list, or a colleague, still searches for clients."""
    shared = exists().where(
        ShortlistColleague.shortlist_id == Shortlist.id,
        may_search(ShortlistColleague.account_id, Shortlist.municipality_code),
    )
    return or_(may_search(Shortlist.owner_id, Shortlist.municipality_code), shared)
