"""Daemons that look for viruses: a small one of our own, and ClamAV's where it is installed."""

import shutil
import socket
import socketserver
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from tests.support.mails import free_port
from tests.support.waiting import until

# What every scanner takes for a virus by agreement; in two pieces, so that this file is none.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + rb"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@dataclass
class SmallClamd:
    """Speaks INSTREAM as clamd does.

    It gives `answer` in place of a verdict, and as long as `is_mute` none at all.
    """

    address: str = ""
    answer: bytes | None = None
    is_mute: bool = False
    received: list[bytes] = field(default_factory=list)
    stopped: Event = field(default_factory=Event)

    def verdict(self, content: bytes) -> bytes:
        """Return what is said of a file."""
        self.received.append(content)
        if self.answer is not None:
            return self.answer
        return b"stream: Eicar-Test FOUND\0" if EICAR in content else b"stream: OK\0"


@contextmanager
def small_clamd(path: Path | None = None) -> Iterator[SmallClamd]:
    """Run the small one on a port of its own, or on a socket at `path`."""
    daemon = SmallClamd()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                assert self.rfile.read(10) == b"zINSTREAM\0"
                content = b""
                while length := struct.unpack("!L", self.rfile.read(4))[0]:
                    content += self.rfile.read(length)
                if daemon.is_mute:
                    daemon.stopped.wait(10)
                    return
                self.wfile.write(daemon.verdict(content))

    server: socketserver.BaseServer
    if path is None:
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        daemon.address = f"tcp://127.0.0.1:{server.server_address[1]}"
    else:
        server = socketserver.ThreadingUnixStreamServer(str(path), Handler)
        daemon.address = f"unix:{path}"
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield daemon
    finally:
        daemon.stopped.set()
        server.shutdown()
        server.server_close()


def has_clamav() -> bool:
    """Tell whether ClamAV's own daemon is installed."""
    return shutil.which("clamd") is not None


@contextmanager
def clamav(folder: Path) -> Iterator[str]:
    """Run ClamAV's daemon with EICAR as the only thing it knows; lend its address."""
    (folder / "known").mkdir(parents=True)
    (folder / "known" / "eicar.ndb").write_text(f"Eicar-Test:0:*:{EICAR.hex()}\n")
    port = free_port()
    (folder / "clamd.conf").write_text(
        f"Foreground yes\nDatabaseDirectory {folder / 'known'}\n"
        f"TCPSocket {port}\nTCPAddr 127.0.0.1\n"
    )
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(
            [shutil.which("clamd") or "", "-c", str(folder / "clamd.conf")],
            stdout=output,
            stderr=output,
        )
    try:
        until(lambda: _answers(port), f"no clamd: see {folder}/output.txt")
        yield f"tcp://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as line:
            line.sendall(b"zPING\0")
            return line.recv(16) == b"PONG\0"
    except OSError:
        return False
