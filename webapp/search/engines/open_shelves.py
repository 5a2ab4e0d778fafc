"""What a web process keeps in memory of the index in the database."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from threading import Lock

from cachetools import LRUCache

from webapp.search.levels import Levels
from webapp.search.shelf import Shelf

# How many tokens the postings are kept of, in each municipality.
_TOKENS_KEPT = 500


@dataclass
class OpenShelf:
    """What was read so far of one generation of a municipality."""

    code: str
    generation: str
    shelf: Shelf
    postings: Mapping[str, Levels] = field(default_factory=dict)
    vocabulary: frozenset[str] | None = None

    def keep(self, read: Mapping[str, Levels], needed: Collection[str]) -> Mapping[str, Levels]:
        """Keep what was read too, and what is `needed` now in any case; return what is kept."""
        kept = self.postings
        if len(kept) >= _TOKENS_KEPT:
            kept = {token: levels for token, levels in kept.items() if token in needed}
        self.postings = {**kept, **read}
        return self.postings


class OpenShelves:
    """The shelves that were asked for last, with at most `most` workplaces together."""

    def __init__(self, most: int = 60_000) -> None:
        self._open: LRUCache[str, OpenShelf] = LRUCache(
            most, getsizeof=lambda opened: min(max(1, len(opened.shelf.facts)), most)
        )
        self._lock = Lock()

    def get(self, code: str, generation: str) -> OpenShelf | None:
        """Return what is known of this generation of a municipality, None when that is nothing."""
        with self._lock:
            known = self._open.get(code)
        return known if known is not None and known.generation == generation else None

    def keep(self, opened: OpenShelf) -> None:
        """Keep a shelf, in place of an earlier generation."""
        with self._lock:
            self._open[opened.code] = opened
