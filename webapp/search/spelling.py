"""What may have been meant by a word with a slip in it; the door to rapidfuzz."""

import re
from collections.abc import Collection, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from webapp.search.analysis.frequencies import common_words, zipf
from webapp.search.analysis.lemmas import is_word

_SHORTEST = 4
# From this length on two slips are one word still.
_LONG = 7
_COMMON = 2.5
_CANDIDATES = 5
# More slips than that are no slips, however alike two words sound.
_MOST_SLIPS = 3

# Spellings that sound the same in Dutch, as people write them who learned it by ear.
_SOUNDS = tuple(
    (re.compile(spelled), sound)
    for spelled, sound in (
        (r"ij|ei|y", "i"),
        (r"ou|au", "o"),
        (r"sch|sg", "sg"),
        (r"ch", "g"),
        (r"ck|[cq]", "k"),
        (r"ph|v", "f"),
        (r"z", "s"),
        (r"x", "ks"),
        (r"dt?\b|th", "t"),
        (r"ie", "i"),
        (r"oe", "u"),
        (r"eau", "o"),
        (r"(.)\1+", r"\1"),
    )
)


def is_spelled_well(word: str) -> bool:
    """Tell whether `word` is one that people use, so that nothing else can have been meant."""
    return len(word) < _SHORTEST or not word.isalpha() or (is_word(word) and zipf(word) >= _COMMON)


def meant(word: str, vocabulary: Collection[str]) -> Iterator[str]:
    """Yield what may have been meant by `word`, the likeliest first.

    `vocabulary` are the words of the workplaces that are searched; what they do not have may still
    be found by another form, so common words of the language come after them.
    """
    yield from _like(word, vocabulary)
    yield from _like(word, common_words())


def _like(word: str, vocabulary: Collection[str]) -> list[str]:
    """Return the words of `vocabulary` that are a slip or a sound away from `word`."""
    near = process.extract(
        word,
        vocabulary,
        scorer=OSA.distance,
        score_cutoff=_MOST_SLIPS if len(word) >= _LONG else _MOST_SLIPS - 1,
        limit=None,
    )
    allowed = 2 if len(word) >= _LONG else 1
    sound = _sound(word)
    ranked = []
    for other, slips, _ in near:
        sounds_alike = _sound(other) == sound
        if len(other) >= _SHORTEST and (slips <= allowed or sounds_alike):
            off = slips - sounds_alike + (other[0] != word[0])
            ranked.append((off, -zipf(other), other))
    return [other for _, _, other in sorted(ranked)[:_CANDIDATES]]


def _sound(word: str) -> str:
    for spelled, sound in _SOUNDS:
        word = spelled.sub(sound, word)
    return word
