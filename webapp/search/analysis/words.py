"""From a text to its words: folded, without stop words."""

import re

from webapp.core.text import fold
from webapp.search.analysis.lists import STOP_WORDS

# Letters and digits, with an apostrophe inside: foto's is one word.
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Longer than any Dutch word that a person types; what comes after it is dropped.
_LONGEST = 64


def all_words(text: str) -> list[str]:
    """Return every word of `text`, lower case and without accents."""
    found: list[str] = _WORD.findall(fold(text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return found


def words(text: str) -> list[str]:
    """Return the words of `text` in their order: lower case, no accents, no stop words.

    A single letter says nothing and is left out; a digit stays.
    """
    return [
        word[:_LONGEST]
        for word in all_words(text)
        if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())
    ]
