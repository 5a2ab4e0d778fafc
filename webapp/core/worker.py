"""The worker: a loop that gives each job its turn, and shows that it lives."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event

import structlog

from webapp.core import clock, heartbeat, logs
from webapp.core.db import Database

NAME = "worker"
# All in seconds.
_PAUSE = 0.5
_BEAT_EVERY = 10
_REST_AFTER_FAULT = 5

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Job:
    """Something that the worker does again and again, `every` so many seconds (0: each round).

    A job takes a small bite at a time: the others, and the order to stop, wait for it.
    """

    name: str
    work: Callable[[], object]
    every: float = 0


class Worker:
    """Does jobs until it is told to stop.

    A job that fails is logged and rests a while; the others go on. So does the sign of life, of
    which a database that is away is the usual fault.
    """

    def __init__(self, database: Database, jobs: Sequence[Job], *, pause: float = _PAUSE) -> None:
        self._database = database
        self._jobs = (Job("heartbeat", self._beat, _BEAT_EVERY), *jobs)
        self._due = dict.fromkeys((job.name for job in self._jobs), 0.0)
        self._pause = pause
        self._stopped = Event()

    def stop(self) -> None:
        """Let the job in hand be the last."""
        self._stopped.set()

    def run(self) -> None:
        """Work until `stop` is called."""
        _log.info("worker.started", jobs=[job.name for job in self._jobs])
        while not self._stopped.is_set():
            for job in self._jobs:
                if not self._stopped.is_set():
                    self._give_turn(job)
            self._stopped.wait(self._pause)
        _log.info("worker.stopped")

    def _give_turn(self, job: Job) -> None:
        if time.monotonic() < self._due[job.name]:
            return
        try:
            job.work()
        except Exception as error:  # noqa: BLE001 (one job must not take the others with it)
            _log.error("worker.job_failed", job=job.name, **logs.about(error))
            self._due[job.name] = time.monotonic() + max(job.every, _REST_AFTER_FAULT)
        else:
            self._due[job.name] = time.monotonic() + job.every

    def _beat(self) -> None:
        with self._database.writing() as session:
            heartbeat.beat(session, NAME, now=clock.now())
