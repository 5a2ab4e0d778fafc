"""Waiting for other processes."""

import time
from collections.abc import Callable

_PATIENCE = 60


def until(is_so: Callable[[], object], what: str) -> None:
    """Wait until `is_so()`; fail with `what` when that takes too long."""
    limit = time.monotonic() + _PATIENCE
    while not is_so():
        assert time.monotonic() < limit, what
        time.sleep(0.1)
