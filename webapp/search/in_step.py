"""An index in the database changes in the transaction that changes what the public sees."""

from functools import partial

import structlog
from sqlalchemy import delete
from sqlalchemy.orm import Session, UOWTransaction

from webapp.core.db import Database
from webapp.search.engine import IndexUnavailableError, SearchEngine
from webapp.search.indexing import bring_in
from webapp.workplaces.models import PublicationChange

logger = structlog.get_logger(__name__)

_CHANGED = "changed_workplaces"


def keep_in_step(database: Database, engine: SearchEngine) -> None:
    """From now on bring every change of `database` into `engine` when it is committed.

    For an engine with an index of its own this does nothing: that is the worker's to write.
    """
    if engine.is_in_database:
        database.listen_to_writing("after_flush", _remember)
        database.listen_to_writing("before_commit", partial(_take_along, engine))


def _remember(session: Session, _context: UOWTransaction) -> None:
    """Keep in mind which workplaces changed; the rows may be in the database only."""
    new = [each.workplace_id for each in session.new if isinstance(each, PublicationChange)]
    session.info.setdefault(_CHANGED, set()).update(new)


def _take_along(engine: SearchEngine, session: Session) -> None:
    """Bring what changed into the index; what cannot be brought in now waits for the worker."""
    if session.in_nested_transaction():
        return
    session.flush()
    changed: set[int] = session.info.pop(_CHANGED, set())
    if not changed:
        return
    try:
        is_in = bring_in(session, engine.within(session), changed)
    except IndexUnavailableError as error:
        logger.warning("search_index_unavailable", reason=str(error))
        return
    if is_in:
        waiting = PublicationChange.workplace_id.in_(changed)
        session.execute(
            delete(PublicationChange).where(waiting),
            execution_options={"synchronize_session": False},
        )
