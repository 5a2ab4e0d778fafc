"""A web process as a municipality runs it, and browsers that ask it over HTTP."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from werkzeug.exceptions import NotFound
from werkzeug.middleware.http_proxy import ProxyMiddleware
from werkzeug.test import Client

from tests.support.databases import SECRET_KEY
from tests.support.mails import free_port
from tests.support.page_client import PageClient
from tests.support.waiting import until

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment
    from flask import Flask


@dataclass
class WebProcess:
    """A gunicorn that listens on a port of its own, behind the addresses that the site has."""

    port: int

    def browser(self) -> PageClient:
        """Return somebody who looks at Duiven's site through this process."""
        return PageClient(cast("Flask", self))

    def test_client(self) -> Client:
        """Return what Flask's application would: a client, here one that asks over HTTP."""
        options: dict[str, Any] = {
            "target": f"http://127.0.0.1:{self.port}",
            "host": None,  # that of the address stays
            "headers": {},
            "remove_prefix": False,
            "ssl_context": None,
        }
        proxy = ProxyMiddleware(NotFound(), {}, timeout=60)

        def forward(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
            return proxy.proxy_to(options, environ["PATH_INFO"], "/")(environ, start)

        return Client(forward)

    def lives(self) -> bool:
        """Tell whether it answers at all."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5):
                return True
        except (urllib.error.URLError, OSError):
            return False


@contextmanager
def web_process(folder: Path, **environment: str) -> Iterator[WebProcess]:
    """Run a web process with this environment, its output in `folder`; end it by SIGTERM."""
    port = free_port()
    folder.mkdir()
    command = [
        *(sys.executable, "-m", "gunicorn", "webapp.app:create_app()"),
        *("--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--threads", "4"),
        *("--graceful-timeout", "5", "--no-control-socket"),
    ]
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(
            command,
            env=os.environ
            | {"DATA_DIR": str(folder), "DEMO": "0", "SECRET_KEY": SECRET_KEY}
            | environment,
            stdout=output,
            stderr=output,
        )
    web = WebProcess(port)
    try:
        until(web.lives, f"no web process: see {folder}/output.txt")
        yield web
    finally:
        process.terminate()
        process.wait(timeout=30)
