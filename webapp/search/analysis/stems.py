"""What is left of a word without its endings; the door to Snowball."""

from functools import lru_cache

import snowballstemmer

_PORTER = snowballstemmer.stemmer("dutch_porter")
_KRAAIJ_POHLMANN = snowballstemmer.stemmer("dutch")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stems that both Dutch algorithms give, as one text.

    Their faults differ: one makes 'begeleiding' the same as 'beleid', the other 'bom' the same as
    'boom'. Words are taken for one only where both algorithms agree.
    """
    return f"{_PORTER.stemWord(word)}/{_KRAAIJ_POHLMANN.stemWord(word)}"
