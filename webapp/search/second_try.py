"""What to look for when the words as typed find nothing, or hardly anything."""

from dataclasses import dataclass, replace

from webapp.search.analysis.compounds import parts
from webapp.search.analysis.tokens import QueryWord, query_words
from webapp.search.asking import Asking
from webapp.search.engine import EngineQuery, EngineResult
from webapp.search.spelling import is_spelled_well, meant

# Below this number of hits a slip of the pen is likelier than a rare word.
FEW = 3
# Of a long text not every word is tried: each costs a search.
MOST_WORDS = 6


@dataclass(frozen=True)
class Answer:
    """What was found, and how what was sought differs from what was typed.

    `instead` is the text that was sought in place of what was typed, '' when that was sought.
    `maybe` is a text that finds more. `is_partial`: not all words match, only one or some of them.
    """

    result: EngineResult
    instead: str = ""
    maybe: str = ""
    is_partial: bool = False


@dataclass(frozen=True)
class SecondTry:
    """Looks for something better than a query that found little."""

    asking: Asking

    def answer(self, query: EngineQuery, found: EngineResult) -> Answer:
        """Return the best answer to `query`, which found `found`."""
        if not query.words or found.total >= FEW:
            return Answer(found)
        better = self._spelled_better(query, found)
        if found.total:
            return Answer(found, maybe=better)
        if better:
            corrected = replace(query, words=query_words(better))
            return Answer(self.asking.find(corrected), instead=better)
        return self._of_some_words(query) or Answer(found)

    def _spelled_better(self, query: EngineQuery, found: EngineResult) -> str:
        """Return the words with slips mended, or '' when that does not find more."""
        typed = [word.text for word in query.words]
        tried = [self._mended(word, query) for word in query.words[:MOST_WORDS]]
        mended = [*tried, *typed[MOST_WORDS:]]
        text = " ".join(mended)
        if mended == typed:
            return ""
        corrected = replace(query, words=query_words(text))
        return text if self.asking.count(corrected) > found.total else ""

    def _mended(self, word: QueryWord, query: EngineQuery) -> str:
        if is_spelled_well(word.text):
            return word.text
        hits = self._hits(word, query)
        if hits >= FEW:
            return word.text
        vocabulary = self.asking.vocabulary(query.scope.codes)
        candidates = (one for text in meant(word.text, vocabulary) for one in query_words(text))
        return next((one for one in candidates if self._hits(one, query) > hits), word).text

    def _hits(self, word: QueryWord, query: EngineQuery) -> int:
        """Return how many workplaces in the scope have this word, whatever else is asked."""
        alone = replace(word, needed=True)
        return self.asking.count(replace(query, words=(alone,), chosen={}))

    def _of_some_words(self, query: EngineQuery) -> Answer | None:
        """Return what matches one word or some; None when nothing does.

        Of a single compound its parts are tried: a 'zorgboerderij' is a 'boerderij' as well.
        """
        telling = [word for word in query.words if word.needed]
        if len(telling) == 1:
            pieces = query_words(" ".join(parts(telling[0].text)))
            telling = [piece for piece in pieces if piece.needed]
        some = tuple(replace(word, needed=False) for word in telling)
        if not some:
            return None
        result = self.asking.find(replace(query, words=some))
        return Answer(result, is_partial=True) if result.total else None
