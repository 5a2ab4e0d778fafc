"""Finding shortlists: of who made them or sees them, or behind the link of a resident."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload, selectinload

from webapp.accounts.models import Account, Role, RoleName
from webapp.core.errors import NotFoundError
from webapp.core.ids import hash_secret
from webapp.enquiries.models import Enquiry
from webapp.shortlists.models import (
    Shortlist,
    ShortlistColleague,
    ShortlistItem,
    ShortlistLink,
    ShortlistQuestion,
)
from webapp.workplaces.models import Workplace

# Who searches for clients, and so makes lists.
MAKERS = (RoleName.CONSULTANT, RoleName.MODERATOR)


def lists_of(session: Session, account_id: int, municipality_code: str) -> Sequence[Shortlist]:
    """Return the lists that an account made or may see on a site, the last used first."""
    found = _seen_by(account_id, municipality_code).options(
        selectinload(Shortlist.items).load_only(ShortlistItem.id), selectinload(Shortlist.owner)
    )
    return session.scalars(found.order_by(Shortlist.changed_at.desc(), Shortlist.id.desc())).all()


def get_list(
    session: Session, public_id: str, account_id: int, municipality_code: str
) -> Shortlist:
    """Return a list that this account may see on this site, or raise NotFoundError."""
    found = _seen_by(account_id, municipality_code).where(Shortlist.public_id == public_id)
    return _one(session, found, public_id)


def get_own_list(
    session: Session, public_id: str, account_id: int, municipality_code: str
) -> Shortlist:
    """Return a list that this account made itself, or raise NotFoundError."""
    found = _of(municipality_code).where(
        Shortlist.public_id == public_id, Shortlist.owner_id == account_id
    )
    return _one(session, found, public_id)


def get_by_link(
    session: Session, secret: str, municipality_code: str, *, now: datetime
) -> Shortlist:
    """Return the list of which a resident's link holds `secret`.

    Raise NotFoundError for a link that is wrong, too old, taken back or of another municipality.
    """
    found = (
        _of(municipality_code)
        .join(Shortlist.link)
        .where(ShortlistLink.secret_hash == hash_secret(secret), ShortlistLink.expires_at > now)
    )
    return _one(session, found, "no list has this link")


def find_by_key(session: Session, key: str, owner_id: int) -> Shortlist | None:
    """Return the list that was made of the form with this key by this account."""
    return session.scalar(
        select(Shortlist).where(Shortlist.public_id == key, Shortlist.owner_id == owner_id)
    )


def item_of(shortlist: Shortlist, public_id: str) -> ShortlistItem:
    """Return the item with this id on a list, or raise NotFoundError."""
    found = next((each for each in shortlist.items if each.public_id == public_id), None)
    if found is None:
        raise NotFoundError(public_id)
    return found


def count_of(session: Session, account_id: int) -> int:
    """Return how many lists an account has itself, on all sites together."""
    counted = select(func.count()).where(Shortlist.owner_id == account_id)
    return session.scalar(counted) or 0


def is_asked(session: Session, shortlist: Shortlist, key: str) -> bool:
    """Tell whether the form with this key was sent for a list before."""
    return bool(
        session.scalar(
            select(
                exists().where(
                    ShortlistQuestion.key == key,
                    ShortlistQuestion.item_id == ShortlistItem.id,
                    ShortlistItem.shortlist_id == shortlist.id,
                )
            )
        )
    )


def possible_colleagues(session: Session, shortlist: Shortlist) -> Sequence[Account]:
    """Return with whom a list can be shared: who searches for clients of the same municipality."""
    return session.scalars(
        select(Account)
        .where(
            may_search(Account.id, shortlist.municipality_code),
            Account.disabled_at.is_(None),
            Account.id != shortlist.owner_id,
            Account.id.not_in([each.account_id for each in shortlist.colleagues]),
        )
        .order_by(Account.name, Account.id)
    ).all()


def may_search(
    account_id: InstrumentedAttribute[int], municipality_code: InstrumentedAttribute[str] | str
) -> ColumnElement[bool]:
    """Return the condition that an account searches for clients of a municipality."""
    return exists().where(
        Role.account_id == account_id,
        Role.municipality_code == municipality_code,
        Role.name.in_(MAKERS),
    )


def _one(session: Session, found: Select[Shortlist], named: str) -> Shortlist:
    shortlist = session.scalar(
        found.options(
            joinedload(Shortlist.owner),
            joinedload(Shortlist.link),
            selectinload(Shortlist.colleagues).joinedload(ShortlistColleague.account),
            selectinload(Shortlist.items).options(
                joinedload(ShortlistItem.workplace).joinedload(Workplace.organisation),
                selectinload(ShortlistItem.questions)
                .joinedload(ShortlistQuestion.enquiry)
                .selectinload(Enquiry.turns),
            ),
        )
    )
    if shortlist is None:
        raise NotFoundError(named)
    return shortlist


def _of(municipality_code: str) -> Select[Shortlist]:
    return select(Shortlist).where(Shortlist.municipality_code == municipality_code)


def _seen_by(account_id: int, municipality_code: str) -> Select[Shortlist]:
    shared = select(ShortlistColleague.shortlist_id).where(
        ShortlistColleague.account_id == account_id
    )
    return _of(municipality_code).where(
        or_(Shortlist.owner_id == account_id, Shortlist.id.in_(shared))
    )
