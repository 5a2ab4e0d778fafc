"""An engine that keeps everything in memory: for when the index is away, and for tests."""

from collections.abc import Collection, Iterable

from webapp.search.document import SearchDocument
from webapp.search.engine import (
    EngineHealth,
    EngineQuery,
    EngineResult,
    EngineSuggestions,
    OwnIndex,
)
from webapp.search.held import Held
from webapp.search.result_page import page_of
from webapp.search.suggesting import suggested


class MemoryEngine(OwnIndex):
    """The simplest engine that is right."""

    def __init__(self, documents: Iterable[SearchDocument] = ()) -> None:
        self.rebuild(documents)

    def put(self, documents: Collection[SearchDocument]) -> None:
        self._keep({**self._documents, **_by_id(documents)})

    def remove(self, workplace_ids: Collection[int]) -> None:
        gone = set(workplace_ids)
        self._keep({key: each for key, each in self._documents.items() if key not in gone})

    def rebuild(self, documents: Iterable[SearchDocument], *, made_with: str = "") -> None:
        self._made_with = made_with
        self._keep(_by_id(documents))

    def search(self, query: EngineQuery) -> EngineResult:
        return page_of([self._held.matches(query.words)], query)

    def suggest(self, typed: str, query: EngineQuery) -> EngineSuggestions:
        return suggested([self._held.matches(query.words)], typed, query)

    def vocabulary(self, codes: Collection[str]) -> frozenset[str]:
        return self._held.vocabulary(codes)

    def health(self) -> EngineHealth:
        return EngineHealth(
            is_ready=True, documents=len(self._documents), made_with=self._made_with
        )

    def _keep(self, documents: dict[int, SearchDocument]) -> None:
        self._documents = documents
        self._held = Held(documents.values())


def _by_id(documents: Iterable[SearchDocument]) -> dict[int, SearchDocument]:
    return {document.workplace_id: document for document in documents}
