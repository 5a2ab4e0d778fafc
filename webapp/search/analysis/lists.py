"""The lists beside the code that the analysis works with."""

import tomllib
from collections.abc import Mapping
from typing import NamedTuple
from zlib import crc32

from webapp.core import resources

_CONTENT = resources.base_file("search", "dutch.toml").read_text(encoding="utf-8")
_LISTS = tomllib.loads(_CONTENT)


class CompoundLists(NamedTuple):
    """What can and cannot begin or end a compound; `dutch.toml` says what each is for."""

    particles: frozenset[str]
    no_heads: frozenset[str]
    no_tails: frozenset[str]
    short_heads: frozenset[str]
    short_tails: frozenset[str]
    place_heads: frozenset[str]
    place_tails: frozenset[str]
    whole: frozenset[str]


STOP_WORDS = frozenset(_LISTS["stop_words"].split())
SOFT_WORDS = frozenset(_LISTS["soft_words"].split())
COMPOUNDS = CompoundLists(
    **{name: frozenset(_LISTS["compounds"][name].split()) for name in CompoundLists._fields}
)
CUTS: Mapping[str, tuple[str, ...]] = {
    word: tuple(parts.split()) for word, parts in _LISTS["cuts"].items()
}
OWN_LEMMAS: Mapping[str, str] = _LISTS["lemmas"]
OWN_FAMILIES: Mapping[str, str] = {
    word: family for family, words in _LISTS["families"].items() for word in words.split()
}
NO_FAMILY = frozenset(_LISTS["no_family"].split())

# Tells one state of the lists from another.
FINGERPRINT = f"{crc32(_CONTENT.encode()):08x}"
