"""As many requests as a server can answer: by wrk when it is installed, else by processes here."""

import multiprocessing
import re
import shutil
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection, HTTPException
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.serving import Server

_CONNECTIONS = 4
_WARM_UP = 300
_SCRIPT = Path(__file__).with_name("rotate.lua")
_RATE = re.compile(r"^Requests/sec:\s+([\d.]+)", re.MULTILINE)
_DONE = re.compile(r"^\s*(\d+) requests in", re.MULTILINE)
_REFUSED = re.compile(r"Non-2xx or 3xx responses: (\d+)")

# A host and a path.
Target = tuple[str, str]


@dataclass(frozen=True)
class Rate:
    """Requests a second, and the milliseconds of processor that the web processes took for one."""

    per_second: float
    cpu_ms: float


@dataclass(frozen=True)
class _Done:
    requests: int
    per_second: float


def tool() -> str:
    """Return with what is measured."""
    return "wrk" if shutil.which("wrk") else "Python's http.client (wrk is not installed)"


def rate(server: Server, targets: Sequence[Target], seconds: float, *, known: bool = True) -> Rate:
    """Ask for the targets in turn, on four connections.

    Before that each process was asked for nearly all of them when they are to be `known`, else for
    some hundreds.
    """
    ask = _by_wrk if shutil.which("wrk") else _by_processes
    _warm_up(server, targets, max(_WARM_UP, 4 * len(targets)) if known else _WARM_UP)
    before = server.cpu_seconds()
    done = ask(server, targets, seconds)
    return Rate(done.per_second, (server.cpu_seconds() - before) * 1000 / done.requests)


def _warm_up(server: Server, targets: Sequence[Target], count: int) -> None:
    """Let both web processes read what they keep in memory."""
    # The last ones first, so that what is to be new to the server still is.
    first = islice(cycle(reversed(targets)), count)
    with ThreadPoolExecutor(_CONNECTIONS) as pool:
        for _answer in pool.map(lambda target: server.get(*target), first):
            pass


def _by_wrk(server: Server, targets: Sequence[Target], seconds: float) -> _Done:
    with TemporaryDirectory(prefix="bench-") as folder:
        file = Path(folder) / "targets.txt"
        lines = (f"{host} {path}\n" for host, path in targets)
        file.write_text("".join(lines), encoding="ascii")
        command = ["wrk", "--threads", "1", "--connections", str(_CONNECTIONS)]
        command += ["--duration", f"{max(1, round(seconds))}s", "--script", str(_SCRIPT)]
        address = f"http://127.0.0.1:{server.port}/"
        ran = subprocess.run(
            [*command, address, str(file)], check=True, capture_output=True, text=True
        )
    refused, done, speed = (each.search(ran.stdout) for each in (_REFUSED, _DONE, _RATE))
    assert refused is None, f"some answers were no pages: {ran.stdout}"
    assert done is not None, ran.stdout
    assert speed is not None, ran.stdout
    return _Done(int(done[1]), float(speed[1]))


def _by_processes(server: Server, targets: Sequence[Target], seconds: float) -> _Done:
    context = multiprocessing.get_context("fork")
    ask = partial(_ask_in_turn, server.port, targets, seconds)
    with context.Pool(_CONNECTIONS) as pool:
        begins = [number * len(targets) // _CONNECTIONS for number in range(_CONNECTIONS)]
        answered = sum(pool.map(ask, begins, chunksize=1))
    return _Done(answered, answered / seconds)


def _ask_in_turn(port: int, targets: Sequence[Target], seconds: float, begin: int) -> int:
    """Return how many targets were answered in this time, from the one at `begin`."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    limit, number = time.perf_counter() + seconds, 0
    while time.perf_counter() < limit:
        host, path = targets[(begin + number) % len(targets)]
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            message = f"{host}{path} answered {answer.status}"
            raise HTTPException(message)
        number += 1
    connection.close()
    return number
