"""The web server as docs/deployment.md runs it: gunicorn, here with two workers."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.support.running_site import free_port

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
_PATIENCE = 60.0


@dataclass(frozen=True)
class Server:
    """A server that answers on a port of the loopback; `process` is gunicorn's own."""

    port: int
    process: int

    def get(self, host: str, path: str) -> tuple[HTTPResponse, bytes]:
        """Return the answer to one request, with its body."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def cpu_seconds(self) -> float:
        """Return how long the workers have been at work on a processor."""
        ticks = 0
        for worker in self._workers():
            fields = Path(f"/proc/{worker}/stat").read_text(encoding="utf-8").rpartition(")")[2]
            user, system = fields.split()[11:13]
            ticks += int(user) + int(system)
        return ticks / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> list[float]:
        """Return how much memory each worker holds (RSS)."""
        pages = [
            int(Path(f"/proc/{worker}/statm").read_text(encoding="utf-8").split()[1])
            for worker in self._workers()
        ]
        return [each * os.sysconf("SC_PAGE_SIZE") / 1e6 for each in pages]

    def _workers(self) -> list[str]:
        children = Path(f"/proc/{self.process}/task/{self.process}/children")
        return children.read_text(encoding="utf-8").split()


@contextmanager
def serving(app: str, folder: Path, path: str, **environment: str) -> Iterator[Server]:
    """Run gunicorn with `app` until the end; it is lent once it answers at `path`.

    What it says goes to a file in `folder`.
    """
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--workers", str(WORKERS)]
    with (folder / "gunicorn.txt").open("ab") as output:
        process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{port}", app],
            cwd=ROOT,
            env={**os.environ, "PORT": str(port), **environment},
            stdout=output,
            stderr=output,
        )
    server = Server(port, process.pid)
    try:
        _wait(server, path, folder)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


def _wait(server: Server, path: str, folder: Path) -> None:
    limit = time.monotonic() + _PATIENCE
    while time.monotonic() < limit:
        try:
            if server.get("localhost", path)[0].status == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    said = (folder / "gunicorn.txt").read_text(encoding="utf-8")
    message = f"the server does not answer:\n{said}"
    raise RuntimeError(message)
