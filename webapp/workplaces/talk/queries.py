"""Reading what was said about a workplace."""

from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.accounts.models import Account, RoleName
from webapp.accounts.queries import reachable_staff
from webapp.workplaces.models import Workplace
from webapp.workplaces.talk.models import Side, WorkplaceMessage

TO_PROVIDERS = frozenset({Side.PROVIDER, Side.MODERATOR})


def messages_for_provider(session: Session, workplace: Workplace) -> Sequence[WorkplaceMessage]:
    """Return what both sides said, the oldest first: no notes."""
    return _thread(session, workplace, TO_PROVIDERS, None)


def messages_for_municipality(
    session: Session, workplace: Workplace, municipality_code: str
) -> Sequence[WorkplaceMessage]:
    """Return what a municipality and the provider said to each other, the oldest first."""
    return _thread(session, workplace, TO_PROVIDERS, municipality_code)


def notes_of_municipality(
    session: Session, workplace: Workplace, municipality_code: str
) -> Sequence[WorkplaceMessage]:
    """Return what the moderators of a municipality noted for each other, the oldest first."""
    return _thread(session, workplace, {Side.NOTE}, municipality_code)


def count_for_municipality(
    session: Session, workplace: Workplace, municipality_code: str
) -> Counter[Side]:
    """Return how much of each side a municipality reads about a workplace."""
    rows = session.execute(
        select(WorkplaceMessage.side, func.count().label("number"))
        .where(
            WorkplaceMessage.workplace_id == workplace.id,
            WorkplaceMessage.municipality_code == municipality_code,
        )
        .group_by(WorkplaceMessage.side)
    )
    return Counter({each.side: each.number for each in rows})


def find_message(session: Session, key: str) -> WorkplaceMessage | None:
    """Return the message that was made of the form with this key."""
    return session.scalar(select(WorkplaceMessage).where(WorkplaceMessage.key == key))


def moderators_in(
    session: Session, workplace: Workplace, municipality_code: str
) -> Sequence[Account]:
    """Return the moderators to whom a provider speaks: who spoke before, or else all of them."""
    moderators = reachable_staff(session, RoleName.MODERATOR, municipality_code)
    spoke = set(
        session.scalars(
            select(WorkplaceMessage.author_id).where(
                WorkplaceMessage.workplace_id == workplace.id,
                WorkplaceMessage.municipality_code == municipality_code,
                WorkplaceMessage.side == Side.MODERATOR,
            )
        )
    )
    return [each for each in moderators if each.id in spoke] or moderators


def _thread(
    session: Session, workplace: Workplace, sides: Collection[Side], municipality_code: str | None
) -> Sequence[WorkplaceMessage]:
    found = select(WorkplaceMessage).where(
        WorkplaceMessage.workplace_id == workplace.id, WorkplaceMessage.side.in_(sides)
    )
    if municipality_code is not None:
        found = found.where(WorkplaceMessage.municipality_code == municipality_code)
    return session.scalars(found.order_by(WorkplaceMessage.id)).all()
