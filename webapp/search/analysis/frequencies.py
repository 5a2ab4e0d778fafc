"""How common a Dutch word is; the door to wordfreq."""

from collections.abc import Mapping
from functools import lru_cache

from webapp.core.text import fold

# Words that are rarer are as often a slip of the pen as a word.
_RAREST = 2.0
_EVERYBODY_KNOWS = 3.5


def zipf(word: str) -> float:
    """Return how common `word` (lower case, without accents) is, on the scale of Zipf.

    The base-10 logarithm of the times that it stands in a billion words: 'werk' 5.7, 'kruidentuin'
    2.4; 0.0 for a word that is rarer than 2 or not known.
    """
    return _known().get(word, 0.0)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return the words that everybody knows, some ten thousand."""
    return frozenset(word for word, common in _known().items() if common >= _EVERYBODY_KNOWS)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, float]:
    """Return the words that are common enough, under their spelling without accents."""
    from wordfreq import get_frequency_list  # noqa: PLC0415 (a third of a second of each start)

    known: dict[str, float] = {}
    # The list has the words by hundredths of a bel, the most common first.
    for centibels, words in enumerate(get_frequency_list("nl", wordlist="large")):
        common = 9.0 - centibels / 100
        if common < _RAREST:
            break
        for word in words:
            if word.isalpha():
                known.setdefault(fold(word), common)
    # wordfreq would keep its 300 000 words in memory for ever.
    get_frequency_list.cache_clear()
    return known
