"""A mail for moderators of what waits, as often as each of them wants."""

from datetime import date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from webapp.accounts.models import RoleName
from webapp.accounts.queries import reachable_staff
from webapp.core.actor import Actor
from webapp.core.clock import AMSTERDAM, day_of
from webapp.mail import outbox
from webapp.moderation.labels import KINDS
from webapp.moderation.line import counts_of, line
from webapp.moderation.models import Digest, Rhythm
from webapp.municipalities.mail_sites import SiteOf
from webapp.municipalities.models import Municipality
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings

# Not at night, and not in the weekend.
_FROM, _SATURDAY = time(7), 5


def rhythm_of(session: Session, actor: Actor, municipality_code: str) -> Rhythm:
    """Return how often somebody hears what waits."""
    found = session.get(Digest, (actor.account_id, municipality_code))
    return found.rhythm if found else Rhythm.NEVER


def choose(
    session: Session, rhythm: Rhythm, municipality_code: str, *, actor: Actor, now: datetime
) -> None:
    """Let somebody hear of it so often, from the next time on."""
    found = session.get(Digest, (actor.account_id, municipality_code))
    if found is None:
        found = Digest(account_id=actor.account_id, municipality_code=municipality_code)
        session.add(found)
    if found.rhythm is not rhythm:
        found.rhythm, found.sent_on = rhythm, day_of(now)
    session.flush()


def send_due(session: Session, *, site_of: SiteOf, now: datetime) -> None:
    """Mail each moderator whose turn it is what waits; where nothing waits nothing is mailed."""
    today = day_of(now)
    if now.astimezone(AMSTERDAM).time() < _FROM or today.weekday() >= _SATURDAY:
        return
    for municipality in taking_part(session):
        due = _due(session, municipality.code, today)
        if due:
            _send(session, municipality, due, site_of=site_of, now=now)


def _due(session: Session, municipality_code: str, today: date) -> list[Digest]:
    found = session.scalars(
        select(Digest)
        .where(Digest.municipality_code == municipality_code, Digest.rhythm != Rhythm.NEVER)
        .options(joinedload(Digest.account))
        .order_by(Digest.account_id)
        .with_for_update(of=Digest, skip_locked=True)
    )
    return [digest for digest in found if _is_due(digest, today)]


def _is_due(digest: Digest, today: date) -> bool:
    """Tell whether a day, or a week, began that nobody was told of."""
    if digest.sent_on is None:
        return True
    if digest.rhythm is Rhythm.DAILY:
        return digest.sent_on < today
    return digest.sent_on.isocalendar()[:2] < today.isocalendar()[:2]


def _send(
    session: Session,
    municipality: Municipality,
    due: list[Digest],
    *,
    site_of: SiteOf,
    now: datetime,
) -> None:
    code = municipality.code
    counts = counts_of(session, code, "")
    oldest = session.scalar(select(func.min(line(code).c.since)))
    moderators = {each.id for each in reachable_staff(session, RoleName.MODERATOR, code)}
    site = site_of(municipality, get_settings(session, code))
    for digest in due:
        digest.sent_on = day_of(now)
        if counts and oldest is not None and digest.account_id in moderators:
            outbox.enqueue(
                session,
                "moderation/digest",
                to=digest.account.email,
                site=site,
                now=now,
                name=digest.account.name,
                total=sum(counts.values()),
                counts=[(KINDS[kind], counts[kind]) for kind in KINDS if kind in counts],
                days=(day_of(now) - day_of(oldest)).days,
            )
