"""Keeping the index equal to what the database says is public; the worker's part."""

from collections.abc import Collection
from dataclasses import dataclass

import structlog
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from webapp.core import public_stamp
from webapp.core.db import Database
from webapp.search import sources, synonyms
from webapp.search.engine import IndexUnavailableError, SearchEngine
from webapp.workplaces.models import PublicationChange, Workplace
from webapp.workplaces.public import DELIVERY_MUNICIPALITY

logger = structlog.get_logger(__name__)

# How many changes are handled at a time, and how many are looked at to choose those. Each
# municipality is one commit, so of many changes those of the same municipalities go together.
_BATCH = 200
_IN_VIEW = 10_000


@dataclass(frozen=True)
class IndexState:
    """How the index stands beside the database; `problem` is '' when all is well."""

    problem: str
    indexed: int
    public: int
    waiting: int


def apply_changes(database: Database, engine: SearchEngine) -> int:
    """Bring one batch of waiting changes into the index; return how many there were.

    The rows go only after the index was written: a worker that dies in between does the same
    again, which changes nothing. An index that is away is built anew.
    """
    with database.session(writing=engine.is_in_database) as session:
        batch = _next_batch(session)
        if not batch:
            return 0
        try:
            bring_in(session, engine.within(session), set(batch.values()))
            session.commit()
            is_written = True
        except IndexUnavailableError as error:
            logger.warning("search_index_unavailable", reason=str(error))
            is_written = False
    if not is_written:
        rebuild(database, engine)
    _forget(database, batch)
    return len(batch)


def bring_in(session: Session, engine: SearchEngine, workplace_ids: Collection[int]) -> bool:
    """Let the index hold these workplaces as the public sees them now; tell whether it does.

    Raise IndexUnavailableError.
    """
    if not engine.claim(workplace_ids):
        return False
    documents = list(sources.documents_by_ids(session, workplace_ids))
    engine.put(documents)
    engine.remove(set(workplace_ids) - {document.workplace_id for document in documents})
    return True


def rebuild(database: Database, engine: SearchEngine) -> int:
    """Build the index anew from the database, and return how many workplaces it holds.

    Meanwhile the old one, if any, answers. The changes that waited are in it then.
    """
    with database.reading() as session:
        waiting = list(session.scalars(select(PublicationChange.id)))
    with database.session(writing=engine.is_in_database) as session:
        bound = engine.within(session)
        bound.rebuild(sources.all_documents(session), made_with=synonyms.fingerprint(session))
        documents = bound.health().documents
        session.commit()
    for start in range(0, len(waiting), _BATCH):
        _forget(database, waiting[start : start + _BATCH])
    with database.writing() as session:
        public_stamp.advance(session)
    logger.info("search_index_rebuilt", documents=documents)
    return documents


def repair(database: Database, engine: SearchEngine) -> bool:
    """Build the index anew when it is absent, damaged or not equal to the database; tell so."""
    state = check(database, engine)
    if state.problem:
        logger.warning("search_index_repaired", reason=state.problem)
        rebuild(database, engine)
    return bool(state.problem)


def check(database: Database, engine: SearchEngine) -> IndexState:
    """Compare the index with the database. While changes wait, the two may differ."""
    with database.reading() as session:
        health = engine.within(session).health()
        public = sources.count_public(session)
        waiting = session.scalar(select(func.count()).select_from(PublicationChange)) or 0
        made_with = synonyms.fingerprint(session)
    problem = health.problem
    if not problem and health.made_with != made_with:
        problem = "the index has other synonyms than the database"
    if not problem and not waiting and health.documents != public:
        problem = f"the index has {health.documents} workplaces, the database {public}"
    return IndexState(problem, health.documents, public, waiting)


def _forget(database: Database, change_ids: Collection[int]) -> None:
    """Remove changes that are in the index now."""
    with database.writing() as session:
        session.execute(delete(PublicationChange).where(PublicationChange.id.in_(change_ids)))


def _next_batch(session: Session) -> dict[int, int]:
    """Return changes to handle, with the workplaces they are about; the oldest is among them."""
    waiting = session.execute(
        select(PublicationChange.id, PublicationChange.workplace_id, DELIVERY_MUNICIPALITY)
        .outerjoin(Workplace, Workplace.id == PublicationChange.workplace_id)
        .outerjoin(Workplace.published_version)
        .order_by(PublicationChange.id)
        .limit(_IN_VIEW)
    ).all()
    codes = list(dict.fromkeys(code for _, _, code in waiting))
    turns = {code: turn for turn, code in enumerate(codes)}
    batch = sorted(waiting, key=lambda change: turns[change[2]])[:_BATCH]
    return {change_id: workplace_id for change_id, workplace_id, _ in batch}
