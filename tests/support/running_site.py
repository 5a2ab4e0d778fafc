"""The site as a municipality runs it: gunicorn with two workers, and the worker, as processes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class RunningSite:
    """A site that answers on a port of its own, with the demo's data."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]
    environment: dict[str, str]

    def address(self, slug: str | None = "duiven", path: str = "/") -> str:
        """Return the address of a path on a municipality's site (None: the platform's)."""
        host = f"{slug}.localhost" if slug else "localhost"
        return f"http://{host}:{self.port}{path}"

    @property
    def mails(self) -> list[str]:
        """The mails that were sent, oldest first."""
        folder = self.folder / "mail"
        return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.eml"))]

    def wait_until_ready(self, seconds: float = 90) -> None:
        """Wait until web, index and worker say that they are well."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            assert self.process.poll() is None, f"the site stopped: {self.process.returncode}"
            if self._is_ready():
                return
            time.sleep(0.2)
        message = f"not ready after {seconds} s; see {self.folder / 'output.txt'}"
        raise AssertionError(message)

    def _is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}/readyz", timeout=5
            ) as answer:
                return bool(json.load(answer)["status"] == "ok")
        except (urllib.error.URLError, OSError):
            return False


@contextmanager
def running_site(folder: Path, **environment: str) -> Iterator[RunningSite]:
    """Run the whole site over data in `folder`; stop it by SIGTERM at the end."""
    port = free_port()
    values = {
        **os.environ,
        "PORT": str(port),
        "DATA_DIR": str(folder),
        "BASE_DOMAIN": "localhost",
        "DEMO": "1",
        **environment,
    }
    with (folder / "output.txt").open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "webapp", "run"], env=values, stdout=output, stderr=output
        )
    site = RunningSite(port=port, folder=folder, process=process, environment=values)
    try:
        site.wait_until_ready()
        yield site
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


def free_port() -> int:
    """Return a port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
