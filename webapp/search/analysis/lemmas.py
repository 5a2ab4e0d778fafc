"""The form under which a dictionary lists a word; the door to simplemma."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import simplemma
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from webapp.core.text import fold
from webapp.search.analysis.lists import OWN_LEMMAS

_LANGUAGE = "nl"
_SHORTEST_STEM = 3
_VOWELS = frozenset("aeou")
# What a verb has between vowels, and at the end of a word: leven, leeft; lezen, leest.
_AT_THE_END = {"v": "f", "z": "s"}


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


@lru_cache(maxsize=20_000)
def is_verb(text: str) -> bool:
    """Tell whether `text` is an infinitive: the lemma of the form in 'hij bakt'."""
    return any(_entry(form) == text for form in _third_persons(text))


def _third_persons(infinitive: str) -> Iterator[str]:
    """Yield how the form of an infinitive with a t may be spelled: bakken, bakt; lopen, loopt."""
    stem = infinitive.removesuffix("en")
    if stem == infinitive or len(stem) < _SHORTEST_STEM:
        return
    if stem[-1] == stem[-2]:
        stem = stem[:-1]
    stem = stem[:-1] + _AT_THE_END.get(stem[-1], stem[-1])
    ending = "" if stem[-1] == "t" else "t"
    yield f"{stem}{ending}"
    if stem[-2] in _VOWELS:
        yield f"{stem[:-1]}{stem[-2]}{stem[-1]}{ending}"


def _one_step(word: str) -> str:
    own = OWN_LEMMAS.get(word)
    if own is not None:
        return own
    known = _accented().get(word, word)
    return _plain(simplemma.lemmatize(known, lang=_LANGUAGE, low_memory=True))


def _entry(form: str) -> str | None:
    """Return what the dictionary lists a form under, whatever else it is listed under."""
    found = _dictionary().get(form)
    return None if found is None else _plain(found)


def _plain(entry: str) -> str:
    """Return an entry as words are written: the dictionary has separable verbs as 'op_nemen'."""
    return fold(entry.replace("_", ""))


def _dictionary() -> Mapping[str, str]:
    """Return simplemma's forms with their lemmas: the variant of 11 MB instead of 47."""
    dictionary: Mapping[str, str] = LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(_LANGUAGE)
    return dictionary


@lru_cache(maxsize=1)
def _accented() -> Mapping[str, str]:
    """Return how the dictionary spells the words that it has with accents only: cafes, cafés."""
    spellings = {fold(form): form for form in _dictionary() if not form.isascii()}
    return {folded: form for folded, form in spellings.items() if _dictionary().get(folded) is None}
