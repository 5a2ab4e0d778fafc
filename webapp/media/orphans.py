"""Removing files to which nothing refers any more."""

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from webapp.media.storage import Storage

# Somebody may still be filling in the form with which a new file was sent.
_YOUNG = timedelta(days=1)


class Orphans:
    """The files without a use; what is one twice in a row is removed.

    Between two looks a use that was being saved during the first has become known.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._suspects: frozenset[str] = frozenset()

    def remove(self, in_use: AbstractSet[str], *, now: datetime) -> int:
        """Remove what was not in use at the last look either; return how many keys."""
        unused = {
            key for key, since in self._storage.kept() if key not in in_use and now - since > _YOUNG
        }
        doomed = unused & self._suspects
        for key in doomed:
            self._storage.remove(key)
        self._suspects = frozenset(unused - doomed)
        return len(doomed)
