"""What one process counted and did not write yet: no visitor waits for a sum to be written."""

import atexit
from collections import Counter
from collections.abc import Collection
from threading import Lock, Timer

import structlog

from webapp.core import clock, logs
from webapp.core.db import Database
from webapp.statistics import counts
from webapp.statistics.models import CountKind

# In seconds.
_PAUSE = 10.0
_log = structlog.get_logger(__name__)


class Tally:
    """Counts in memory; some seconds after the first count a thread writes the sums.

    Of a fault the log says only that there was one: the counts wait for the next time.
    """

    def __init__(self, database: Database, *, pause: float = _PAUSE) -> None:
        self._database = database
        self._pause = pause
        self._counted: Counter[tuple[str, CountKind]] = Counter()
        self._timer: Timer | None = None
        self._guard = Lock()

    def count(self, kind: CountKind, public_ids: Collection[str]) -> None:
        """Count once for each of these workplaces."""
        with self._guard:
            self._counted.update((public_id, kind) for public_id in public_ids)
            if self._timer is None and self._counted:
                self._wait()

    def write(self) -> None:
        """Add what was counted to the sums."""
        with self._guard:
            self._timer = None
            counted, self._counted = self._counted, Counter()
        if not counted:
            return
        try:
            with self._database.writing() as session:
                counts.add(session, counted, now=clock.now())
        except Exception as error:  # noqa: BLE001 (figures are never worth a fault)
            _log.warning("statistics.not_written", **logs.about(error))
            with self._guard:
                self._counted.update(counted)

    def close(self) -> None:
        """Write what is left, at the end of the process."""
        atexit.unregister(self.close)
        with self._guard:
            if self._timer is not None:
                self._timer.cancel()
        self.write()

    def _wait(self) -> None:
        # Only now: a server makes its processes out of one that has counted nothing.
        atexit.unregister(self.close)
        atexit.register(self.close)
        self._timer = Timer(self._pause, self.write)
        self._timer.daemon = True
        self._timer.start()
