"""Saving a search, changing how often it mails, using and removing it."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from webapp.accounts import tokens
from webapp.accounts.models import Account, TokenPurpose
from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.clock import day_of
from webapp.core.errors import ConflictError, NotAllowedError, refuse
from webapp.core.text import one_line
from webapp.search.engine import SearchEngine
from webapp.search.saved import queries
from webapp.search.saved.finding import finder_for, request_of
from webapp.search.saved.models import Rhythm, SavedSearch
from webapp.search.saved.rules import MOST, name_problem
from webapp.search.whereabouts import without_letters

# Where in the list of results somebody was is no part of the search.
_NOT_SAVED = frozenset({"pagina", "perPagina", "postcode"})


@dataclass(frozen=True)
class SearchDraft:
    """How somebody calls a search, and how often they want a mail of it."""

    name: str
    rhythm: Rhythm


@dataclass(frozen=True)
class Criteria:
    """What is searched for: around `where`, and the rest as the `query` of an address."""

    where: str
    query: str


def save(  # noqa: PLR0913 (what every operation takes, and who searches)
    session: Session,
    engine: SearchEngine,
    municipality_code: str,
    criteria: Criteria,
    draft: SearchDraft,
    *,
    actor: Actor,
    now: datetime,
) -> SavedSearch:
    """Save a search; what it finds now is known, and only what comes later is new.

    The same search under the same name is saved once, however often. Of a postcode the digits
    alone are kept. Raise InvalidInputError for a name that cannot be, and when somebody has as
    many as one may have.
    """
    account_id = _claimed(session, actor)
    name, query = one_line(draft.name), _without_page(criteria.query)
    where = without_letters(criteria.where)
    for each in queries.saved_by(session, account_id, municipality_code):
        if (each.name, each.where, each.query) == (name, where, query):
            each.rhythm, each.used_at = draft.rhythm, now
            return each
    refuse(_problems_of(name) or _too_many(session, account_id))
    saved = SavedSearch(
        account_id=account_id,
        municipality_code=municipality_code,
        name=name,
        where=where,
        query=query,
        rhythm=draft.rhythm,
        told_on=day_of(now),
        created_at=now,
        used_at=now,
    )
    finder = finder_for(session, engine, municipality_code, today=day_of(now))
    saved.known = [hit.workplace.public_id for hit in finder.hits(request_of(session, saved))]
    session.add(saved)
    session.flush()
    _log(session, "search.saved", saved, actor, now)
    return saved


def change(
    session: Session,
    saved: SavedSearch,
    draft: SearchDraft,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Change the name, and how often there is a mail.

    Raise InvalidInputError for a name that cannot be, and ConflictError when it was changed in
    another window since `expected_version` was read.
    """
    session.refresh(saved, with_for_update={"of": SavedSearch})
    name = one_line(draft.name)
    if (saved.name, saved.rhythm) == (name, draft.rhythm):
        return
    if saved.version != expected_version:
        raise ConflictError(saved.public_id)
    refuse(_problems_of(name))
    if saved.rhythm is Rhythm.NEVER and draft.rhythm is not Rhythm.NEVER:
        saved.told_on = day_of(now)
    saved.name, saved.rhythm, saved.used_at = name, draft.rhythm, now
    session.flush()
    _log(session, "search.changed", saved, actor, now, rhythm=draft.rhythm.value)


def use(session: Session, saved: SavedSearch, *, now: datetime) -> None:
    """Note that its owner looked at what it finds: the time that it is kept begins anew.

    Two windows at once are no conflict: this is no change of the search itself.
    """
    session.execute(update(SavedSearch).where(SavedSearch.id == saved.id).values(used_at=now))


def remove(session: Session, saved: SavedSearch, *, actor: Actor, now: datetime) -> None:
    """Forget a search at once, with where it searched."""
    _log(session, "search.removed", saved, actor, now)
    session.execute(delete(SavedSearch).where(SavedSearch.id == saved.id))


def stop_mails(session: Session, secret: str, *, now: datetime) -> None:
    """Let the account that a mail with this link went to get no such mail any more.

    Done twice is done once: the link goes on working as long as it is valid. Raise
    LinkExpiredError.
    """
    account = owner_of_link(session, secret, now=now)
    mailing = session.scalars(
        select(SavedSearch)
        .where(SavedSearch.account_id == account.id, SavedSearch.rhythm != Rhythm.NEVER)
        .order_by(SavedSearch.created_at, SavedSearch.id)
        .with_for_update(of=SavedSearch)
    ).all()
    for each in mailing:
        each.rhythm = Rhythm.NEVER
        _log(session, "search.changed", each, account.actor, now, rhythm=Rhythm.NEVER.value)
    session.flush()


def owner_of_link(session: Session, secret: str, *, now: datetime) -> Account:
    """Return to whom the mail with this link went; raise LinkExpiredError."""
    token = tokens.get_open(session, secret, TokenPurpose.STOP_ALERTS, now=now)
    return session.get_one(Account, token.account_id)


def _claimed(session: Session, actor: Actor) -> int:
    """Return the account that acts; of two of its requests at once the second waits."""
    found = select(Account.id).where(Account.id == actor.account_id).with_for_update(of=Account)
    account_id = session.scalar(found)
    if account_id is None:
        raise NotAllowedError
    return account_id


def _problems_of(name: str) -> dict[str, str]:
    problem = name_problem(name)
    return {"name": problem} if problem else {}


def _too_many(session: Session, account_id: int) -> dict[str, str]:
    if queries.count_of(session, account_id) < MOST:
        return {}
    return {
        "name": f"Je hebt al {MOST} zoekopdrachten bewaard. Meer kan niet. "
        "Verwijder er eerst een die je niet meer gebruikt."
    }


def _without_page(query: str) -> str:
    return urlencode([(name, value) for name, value in parse_qsl(query) if name not in _NOT_SAVED])


def _log(
    session: Session,
    action: str,
    saved: SavedSearch,
    actor: Actor,
    now: datetime,
    **details: str,
) -> None:
    """Note what was done; neither the name nor where is searched is in the log."""
    record(
        session,
        action,
        subject=("saved_search", saved.public_id),
        actor=actor,
        now=now,
        municipality_code=saved.municipality_code,
        **details,
    )
