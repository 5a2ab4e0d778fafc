"""Keeping processes alive, and ending them together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import partial
from threading import Event

import structlog

# All in seconds.
_LOOK_EVERY = 0.2
_LONGEST_WAIT = 30
_COUNTS_AS_WELL = 60
_PATIENCE_AT_THE_END = 15
_PR_SET_PDEATHSIG = 1

_log = structlog.get_logger(__name__)


class Child:
    """One process that must be there: started again when it dies, each time a little later."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self._name = name
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._wait = 1.0
        self._next_start = 0.0

    def keep_alive(self) -> None:
        """Start the process when it is not there, unless it died a moment ago."""
        now = time.monotonic()
        if self._process is None:
            if now >= self._next_start:
                self._start(now)
        elif self._process.poll() is not None:
            self._note_death(self._process.returncode, now)

    def terminate(self) -> None:
        """Ask the process to end."""
        if self._process is not None:
            self._process.terminate()

    def wait(self, seconds: float) -> None:
        """Wait until the process has ended; after `seconds` it is killed."""
        if self._process is None:
            return
        try:
            self._process.wait(max(seconds, 0))
        except subprocess.TimeoutExpired:
            _log.warning("child.killed", child=self._name)
            self._process.kill()
            self._process.wait()

    def _start(self, now: float) -> None:
        # A session of its own: Ctrl-C reaches the supervisor alone, which then ends its children
        # in order; and they end by themselves should it be killed.
        self._process = subprocess.Popen(  # noqa: S603 (our own commands)
            self._command,
            start_new_session=True,
            preexec_fn=_dying_with_parent(),  # noqa: PLW1509 (there are no threads here)
        )
        self._started_at = now

    def _note_death(self, status: int, now: float) -> None:
        if now - self._started_at > _COUNTS_AS_WELL:
            self._wait = 1.0
        _log.error("child.died", child=self._name, status=status, again_in=self._wait)
        self._process = None
        self._next_start = now + self._wait
        self._wait = min(self._wait * 2, _LONGEST_WAIT)


def supervise(commands: Mapping[str, Sequence[str]]) -> None:
    """Keep a process running for each command until SIGINT or SIGTERM; then end them all."""
    children = [Child(name, command) for name, command in commands.items()]
    told_to_stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told_to_stop.set())
    try:
        while not told_to_stop.is_set():
            for child in children:
                child.keep_alive()
            told_to_stop.wait(_LOOK_EVERY)
    finally:
        _end(children)


def _end(children: Sequence[Child]) -> None:
    limit = time.monotonic() + _PATIENCE_AT_THE_END
    for child in children:
        child.terminate()
    for child in children:
        child.wait(limit - time.monotonic())


def _dying_with_parent() -> partial[None] | None:
    """Return what a new process calls so that it ends with its parent; only Linux can."""
    if sys.platform != "linux":
        return None
    return partial(_end_with, os.getpid(), ctypes.CDLL(None))


def _end_with(parent: int, libc: ctypes.CDLL) -> None:
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # it died before we could ask to be told
        os._exit(1)
