"""Compounds: 'kruidentuin' holds 'kruid' and 'tuin', but 'fortuin' holds no garden."""

from functools import lru_cache

from webapp.search.analysis.lemmas import is_word, lemma
from webapp.search.analysis.lists import NO_HEADS, NO_TAILS, WHOLE

_SHORTEST_PART = 4
_LINKS = ("", "s", "en", "e", "n")


@lru_cache(maxsize=20_000)
def parts(word: str) -> frozenset[str]:
    """Return the lemmas of the words that `word` is made of; nothing when it is no compound."""
    whole = lemma(word)
    if word in WHOLE or whole in WHOLE:
        return frozenset()
    found: set[str] = set()
    for cut in range(_SHORTEST_PART, len(whole) - _SHORTEST_PART + 1):
        tail = whole[cut:]
        if _can_be_tail(tail):
            head = _head(whole[:cut])
            found.update((head, tail) if head else ())
    return frozenset(found)


def _can_be_tail(text: str) -> bool:
    """Tell whether `text` can end a compound: a word, and not a mere form of one."""
    return text not in NO_TAILS and is_word(text) and lemma(text) == text


def _head(text: str) -> str | None:
    """Return the lemma of a compound's first part, written with or without a linking letter."""
    for link in _LINKS:
        head = text.removesuffix(link) if text.endswith(link) else ""
        if len(head) >= _SHORTEST_PART and head not in NO_HEADS and is_word(head):
            return lemma(head)
    return None
