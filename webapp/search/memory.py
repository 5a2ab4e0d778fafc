"""An engine that keeps everything in memory: for when the index is away, and for tests."""

from collections.abc import Collection, Iterable, Iterator

from webapp.search.analysis.tokens import written_words
from webapp.search.document import Facts, SearchDocument
from webapp.search.engine import EngineHealth, EngineQuery, EngineResult
from webapp.search.matching import page_of, scores


class MemoryEngine:
    """The simplest engine that is right."""

    def __init__(self, documents: Iterable[SearchDocument] = ()) -> None:
        self._facts: dict[int, Facts] = {}
        self._weights: dict[int, dict[str, int]] = {}
        self._made_with = ""
        self.put(tuple(documents))

    def put(self, documents: Collection[SearchDocument]) -> None:
        for document in documents:
            self._facts[document.workplace_id] = document.facts
            self._weights[document.workplace_id] = document.weights()

    def remove(self, workplace_ids: Collection[int]) -> None:
        for workplace_id in workplace_ids:
            self._facts.pop(workplace_id, None)
            self._weights.pop(workplace_id, None)

    def rebuild(self, documents: Iterable[SearchDocument], *, made_with: str = "") -> None:
        self._facts, self._weights, self._made_with = {}, {}, made_with
        self.put(tuple(documents))

    def search(self, query: EngineQuery) -> EngineResult:
        return page_of(self._candidates(query), query)

    def vocabulary(self, codes: Collection[str]) -> frozenset[str]:
        held = (key for key, facts in self._facts.items() if facts.municipality_code in codes)
        return frozenset(written_words(token for key in held for token in self._weights[key]))

    def health(self) -> EngineHealth:
        return EngineHealth(is_ready=True, documents=len(self._facts), made_with=self._made_with)

    def _candidates(self, query: EngineQuery) -> Iterator[tuple[Facts, int]]:
        if not query.words:
            return ((facts, 0) for facts in self._facts.values())
        found = scores(query.words, self._postings)
        return ((self._facts[key], score) for key, score in found.items())

    def _postings(self, token: str) -> dict[int, int]:
        return {key: weights[token] for key, weights in self._weights.items() if token in weights}
