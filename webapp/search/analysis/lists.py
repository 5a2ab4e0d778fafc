"""The lists beside the code that the analysis works with."""

import tomllib
from zlib import crc32

from webapp.core import resources

_CONTENT = resources.base_file("search", "dutch.toml").read_text(encoding="utf-8")
_LISTS = tomllib.loads(_CONTENT)

STOP_WORDS = frozenset(_LISTS["stop_words"].split())
NO_HEADS = frozenset(_LISTS["compounds"]["no_heads"].split())
NO_TAILS = frozenset(_LISTS["compounds"]["no_tails"].split())
WHOLE = frozenset(_LISTS["compounds"]["whole"].split())
OWN_LEMMAS: dict[str, str] = _LISTS["lemmas"]

# Tells one state of the lists from another.
FINGERPRINT = f"{crc32(_CONTENT.encode()):08x}"
