"""Mails about what is new in saved searches: one for each person, a day or a week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import structlog
from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from webapp.accounts import tokens
from webapp.accounts.models import Account, RoleName, TokenPurpose
from webapp.accounts.queries import reachable_staff
from webapp.core import logs
from webapp.core.clock import AMSTERDAM, day_in_words, day_of
from webapp.core.db import Database
from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.municipalities.mail_sites import SiteOf
from webapp.municipalities.models import Municipality
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings
from webapp.search.engine import SearchEngine
from webapp.search.saved.finding import Finder, finder_for, request_of
from webapp.search.saved.models import Rhythm, SavedSearch
from webapp.search.saved.rules import SAY_BEFORE, kept_until
from webapp.workplaces.listing import ListedWorkplace

_FROM, _SATURDAY = time(7), 5
_MOST_TITLES = 10
_STAFF = (RoleName.CONSULTANT, RoleName.MODERATOR)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class News:
    """What is new in one search, and where its page is.

    `until` says when the search is wiped, where that is soon.
    """

    name: str
    public_id: str
    workplaces: Sequence[ListedWorkplace]
    until: str

    @property
    def shown(self) -> Sequence[tuple[ListedWorkplace, str]]:
        """What the mail names, each with the path of its page; the search has the rest."""
        return [(each, _path_to(each)) for each in self.workplaces[:_MOST_TITLES]]

    @property
    def more(self) -> int:
        """How many the mail does not name."""
        return len(self.workplaces) - len(self.shown)


def _path_to(workplace: ListedWorkplace) -> str:
    return f"/werkplekken/{workplace.content.slug}-{workplace.public_id}"


def send_due(database: Database, engine: SearchEngine, *, site_of: SiteOf, now: datetime) -> None:
    """Mail everybody whose turn it is what is new; where nothing is new nothing is mailed.

    Each person is a transaction of their own, in which the mail is written together with what was
    told: however many workers there are, and wherever one stops, nobody is told anything twice or
    misses it. A fault with one person does not hold up the others.
    """
    today = day_of(now)
    if now.astimezone(AMSTERDAM).time() < _FROM or today.weekday() >= _SATURDAY:
        return
    with database.reading() as session:
        turns = [
            (municipality.code, account_id)
            for municipality in taking_part(session)
            for account_id in _whose_turn(session, municipality.code, today)
        ]
    for code, account_id in turns:
        try:
            with database.writing() as session:
                tell(session, engine, code, account_id, site_of=site_of, now=now)
        except Exception as error:  # noqa: BLE001 (see above)
            _log.error("alerts.crashed", municipality=code, **logs.about(error))


def tell(
    session: Session,
    engine: SearchEngine,
    municipality_code: str,
    account_id: int,
    *,
    site_of: SiteOf,
    now: datetime,
) -> None:
    """Queue one mail for a person about all of their searches that are due, if anything is new.

    Who has no role for the municipality any more, or cannot log in, hears nothing.
    """
    due = session.scalars(
        select(SavedSearch)
        .where(
            SavedSearch.municipality_code == municipality_code,
            SavedSearch.account_id == account_id,
            _is_due(day_of(now)),
        )
        .order_by(SavedSearch.created_at, SavedSearch.id)
        .with_for_update(of=SavedSearch)
    ).all()
    account = _reader(session, account_id, municipality_code)
    if account is None or not due:
        return
    finder = finder_for(session, engine, municipality_code, today=day_of(now))
    news = [found for each in due if (found := _news(finder, each, now))]
    if news:
        municipality = session.get_one(Municipality, municipality_code)
        site = site_of(municipality, get_settings(session, municipality_code))
        _mail(session, account, news, site=site, now=now)
    session.flush()


def _whose_turn(session: Session, municipality_code: str, today: date) -> Sequence[int]:
    return session.scalars(
        select(SavedSearch.account_id)
        .where(SavedSearch.municipality_code == municipality_code, _is_due(today))
        .distinct()
        .order_by(SavedSearch.account_id)
    ).all()


def _is_due(today: date) -> ColumnElement[bool]:
    """Tell of which searches a day, or a week, began in which nobody looked yet."""
    monday = date.fromordinal(today.toordinal() - today.weekday())
    return or_(
        and_(SavedSearch.rhythm == Rhythm.DAILY, SavedSearch.told_on < today),
        and_(SavedSearch.rhythm == Rhythm.WEEKLY, SavedSearch.told_on < monday),
    )


def _reader(session: Session, account_id: int, municipality_code: str) -> Account | None:
    readers = (
        account for role in _STAFF for account in reachable_staff(session, role, municipality_code)
    )
    return next((account for account in readers if account.id == account_id), None)


def _news(finder: Finder, saved: SavedSearch, now: datetime) -> News | None:
    """Return what is new, and note that it is told."""
    hits = finder.hits(request_of(finder.session, saved))
    known = set(saved.known)
    new = [hit.workplace for hit in hits if hit.workplace.public_id not in known]
    _note(finder.session, saved, [*saved.known, *(each.public_id for each in new)], day_of(now))
    if not new:
        return None
    until = kept_until(saved.used_at)
    return News(
        name=saved.name,
        public_id=saved.public_id,
        workplaces=new,
        until=day_in_words(day_of(until)) if until - now < SAY_BEFORE else "",
    )


def _note(session: Session, saved: SavedSearch, known: list[str], today: date) -> None:
    """Write down what is told; for who has the search open to change it, that is no change."""
    told = update(SavedSearch).where(SavedSearch.id == saved.id)
    session.execute(told.values(known=known, told_on=today))


def _mail(
    session: Session, account: Account, news: Sequence[News], *, site: MailSite, now: datetime
) -> None:
    secret = tokens.issue(session, account, TokenPurpose.STOP_ALERTS, now=now)
    stop_url = f"{site.url}/account/mail-stoppen/{secret}"
    total = len({each.public_id for found in news for each in found.workplaces})
    outbox.enqueue(
        session,
        "search/news",
        to=account.email,
        site=site,
        now=now,
        stop_url=stop_url,
        name=account.name,
        news=news,
        total=total,
    )
