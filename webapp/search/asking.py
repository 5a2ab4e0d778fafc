"""Asking the engine, and joining what it finds to the rows of the database."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import structlog
from sqlalchemy.orm import Session

from webapp.search.engine import (
    EngineQuery,
    EngineResult,
    EngineSuggestions,
    IndexUnavailableError,
    SearchEngine,
)
from webapp.search.memory import MemoryEngine
from webapp.search.scope import Reason
from webapp.search.sources import documents_in
from webapp.workplaces.listing import ListedWorkplace, listed

logger = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Hit:
    """A workplace that was found, how far that is and why it is here.

    `distance_km` is the distance as the crow flies, None when no place was asked for or when it
    is not known.
    """

    workplace: ListedWorkplace
    distance_km: float | None
    reason: Reason


class Asking:
    """One visitor's questions: to the engine, or to the database itself while the index is away."""

    def __init__(self, session: Session, engine: SearchEngine) -> None:
        self._session = session
        self._engine = engine.within(session)
        self._instead: MemoryEngine | None = None
        self._rows: dict[int, ListedWorkplace] = {}

    def find(self, query: EngineQuery) -> EngineResult:
        """Return what the engine finds; what has no row any more was never there."""
        while True:
            result = self._search(query)
            new = [hit.workplace_id for hit in result.hits if hit.workplace_id not in self._rows]
            self._rows |= listed(self._session, new)
            gone = set(new) - self._rows.keys()
            if not gone:
                return result
            query = replace(query, without=query.without | gone)

    def count(self, query: EngineQuery) -> int:
        """Return how many workplaces the engine finds."""
        return self._search(replace(query, page=1, per_page=1)).total

    def suggest(self, typed: str, query: EngineQuery) -> EngineSuggestions:
        """Return what the engine suggests."""
        try:
            return self._engine.suggest(typed, query)
        except IndexUnavailableError as error:
            return self._without_index(error, query.scope.codes).suggest(typed, query)

    def vocabulary(self, codes: Collection[str]) -> AbstractSet[str]:
        """Return the words of the workplaces that lie in these municipalities."""
        try:
            return self._engine.vocabulary(codes)
        except IndexUnavailableError as error:
            return self._without_index(error, codes).vocabulary(codes)

    def hits(self, result: EngineResult) -> tuple[Hit, ...]:
        """Return the hits of a result that was found here, with their rows."""
        return tuple(
            Hit(self._rows[hit.workplace_id], hit.distance_km, hit.reason) for hit in result.hits
        )

    def _search(self, query: EngineQuery) -> EngineResult:
        try:
            return self._engine.search(query)
        except IndexUnavailableError as error:
            return self._without_index(error, query.scope.codes).search(query)

    def _without_index(self, error: Exception, codes: Collection[str]) -> MemoryEngine:
        """Return an engine over the rows themselves: right, only slower. A scope has one."""
        if self._instead is None:
            logger.warning("search_index_unavailable", reason=str(error))
            self._instead = MemoryEngine(documents_in(self._session, codes))
        return self._instead
