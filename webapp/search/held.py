"""Documents that are held in memory, ready to be searched."""

from collections.abc import Collection, Iterable

from webapp.search.analysis.tokens import QueryWord, written_words
from webapp.search.document import SearchDocument
from webapp.search.levels import Levels, levels_of
from webapp.search.matching import Matches, matches
from webapp.search.shelf import Shelf


class Held:
    """Some documents, each once."""

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        by_id = {document.workplace_id: document for document in documents}
        self._shelf = Shelf(document.facts for document in by_id.values())
        self._weights = [by_id[facts.workplace_id].weights() for facts in self._shelf.facts]

    def matches(self, words: Collection[QueryWord]) -> Matches:
        """Return what matches the words of a query, and how well."""
        return matches(self._shelf, words, self._postings)

    def vocabulary(self, codes: Collection[str]) -> frozenset[str]:
        """Return the words, as written, of the documents that lie in these municipalities."""
        both = zip(self._shelf.facts, self._weights, strict=True)
        inside = (weights for facts, weights in both if facts.municipality_code in codes)
        return frozenset(written_words(token for weights in inside for token in weights))

    def _postings(self, token: str) -> Levels:
        return levels_of(
            (weights[token], number)
            for number, weights in enumerate(self._weights)
            if token in weights
        )
