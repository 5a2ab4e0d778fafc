"""The form under which a dictionary lists a word; the door to simplemma."""

from collections.abc import Mapping
from functools import lru_cache

import simplemma
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from webapp.core.text import fold
from webapp.search.analysis.lists import OWN_LEMMAS

_LANGUAGE = "nl"


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """Return one form for all forms of `word`: 'fietsen' and 'fiets' both give 'fiets'.

    simplemma takes some nouns and verbs in a circle (fiets to fietsen and back). The way is
    followed to its end, and of a circle the shortest form stands for all.
    """
    way = [word]
    while (form := _one_step(way[-1])) not in way:
        way.append(form)
    circle = way[way.index(form) :]
    return min(circle, key=lambda each: (len(each), each))


@lru_cache(maxsize=20_000)
def is_word(text: str) -> bool:
    """Tell whether the dictionary knows `text`, written without accents, as a form of a word."""
    return text in OWN_LEMMAS or text in _accented() or _dictionary().get(text) is not None


def _one_step(word: str) -> str:
    own = OWN_LEMMAS.get(word)
    if own is not None:
        return own
    known = _accented().get(word, word)
    # The dictionary writes separable verbs as 'op_nemen'.
    return fold(simplemma.lemmatize(known, lang=_LANGUAGE, low_memory=True).replace("_", ""))


def _dictionary() -> Mapping[str, str]:
    """Return simplemma's forms with their lemmas: the variant of 11 MB instead of 47."""
    dictionary: Mapping[str, str] = LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(_LANGUAGE)
    return dictionary


@lru_cache(maxsize=1)
def _accented() -> Mapping[str, str]:
    """Return how the dictionary spells the words that it has with accents only: cafes, cafés."""
    spellings = {fold(form): form for form in _dictionary() if not form.isascii()}
    return {folded: form for folded, form in spellings.items() if _dictionary().get(folded) is None}
