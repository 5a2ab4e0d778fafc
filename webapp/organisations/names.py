"""Whether two names are those of one organisation."""

import re

from webapp.core.text import fold

# What people leave out of a name, or write in another way.
_LEGAL_FORMS = frozenset({"bv", "nv", "vof", "cv", "stichting", "vereniging", "cooperatie"})
_SMALL_WORDS = frozenset({"de", "het", "en", "van", "voor"})


def may_be_same(one: str, other: str) -> bool:
    """Tell whether the words that count in one of the names all stand in the other.

    Capitals, accents, dots and legal forms do not count: 'Hof B.V.' is 'Stichting De Hof'. That
    is too little to know an organisation by, and enough to doubt its number without it.
    """
    words, others = _words_that_count(one), _words_that_count(other)
    return words <= others or others <= words


def _words_that_count(name: str) -> set[str]:
    words = set(re.findall(r"\w+", re.sub(r"[.'\u2019]", "", fold(name))))
    return words - _LEGAL_FORMS - _SMALL_WORDS or words
