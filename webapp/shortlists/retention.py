"""How long shortlists are kept: a setting of each municipality, and as long as somebody may."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, or_, select
from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.audit.operations import prove_erased, record
from webapp.core.actor import SYSTEM
from webapp.core.clock import MONTH
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings
from webapp.shortlists.models import Shortlist, ShortlistColleague, ShortlistLink
from webapp.shortlists.queries import may_search


def purge(session: Session, *, now: datetime) -> int:
    """Wipe each list with which nobody did anything for as long as its municipality says.

    So is one that nobody may see any more, and links that are too old. Where only the one who made
    it is gone, the list goes to a colleague, and its link ends. That something was wiped is in the
    log, with how many they were. Return that number.
    """
    _pass_on(session, now)
    count = 0
    for municipality in taking_part(session):
        months = get_settings(session, municipality.code).shortlist_retention_months
        old = (
            Shortlist.municipality_code == municipality.code,
            or_(Shortlist.changed_at < now - months * MONTH, ~_is_owned()),
        )
        ids = session.scalars(select(Shortlist.id).where(*old)).all()
        if not ids:
            continue
        session.execute(delete(Shortlist).where(Shortlist.id.in_(ids)))
        prove_erased(session, "shortlists.erased", municipality.code, now=now, erased=len(ids))
        count += len(ids)
    session.execute(delete(ShortlistLink).where(ShortlistLink.expires_at <= now))
    return count


def _pass_on(session: Session, now: datetime) -> None:
    """Give each list of who is gone to the first colleague who is still there."""
    is_gone = ~_is_owned() | exists().where(
        Account.id == Shortlist.owner_id, Account.disabled_at.is_not(None)
    )
    for shortlist in session.scalars(select(Shortlist).where(is_gone).with_for_update()):
        shortlist.link = None
        heir = session.scalar(
            select(ShortlistColleague)
            .join(ShortlistColleague.account)
            .where(
                ShortlistColleague.shortlist_id == shortlist.id,
                Account.disabled_at.is_(None),
                may_search(ShortlistColleague.account_id, shortlist.municipality_code),
            )
            .order_by(ShortlistColleague.account_id)
        )
        if heir is not None:
            shortlist.owner = heir.account
            session.delete(heir)
            # Nobody used the list by this: its term goes on.
            record(
                session,
                "shortlist.passed_on",
                subject=("shortlist", shortlist.public_id),
                actor=SYSTEM,
                now=now,
                municipality_code=shortlist.municipality_code,
            )
    session.flush()


def _is_owned() -> ColumnElement[bool]:
    """Return the condition that whose list it is still searches for clients."""
    return may_search(Shortlist.owner_id, Shortlist.municipality_code)
