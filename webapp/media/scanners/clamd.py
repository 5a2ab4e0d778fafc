"""ClamAV's daemon, over its own protocol: INSTREAM, pieces with their length before them."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from webapp.media.errors import ScannerAwayError

_PIECE = 64 * 1024
_PATIENCE = 30
_LONGEST_ANSWER = 4096
_END = struct.pack("!L", 0)


class ClamdScanner:
    """Asks clamd; `address` is tcp://host:port or unix:/path."""

    def __init__(self, address: str, *, patience: float = _PATIENCE) -> None:
        self._address = urlsplit(address)
        self._patience = patience

    def is_clean(self, file: BinaryIO) -> bool:
        """Send the whole file, and believe nothing but a plain answer."""
        file.seek(0)
        try:
            with self._connected() as line:
                answer = _ask(line, file)
        except OSError as error:
            raise ScannerAwayError(type(error).__name__) from error
        finally:
            file.seek(0)
        if answer == "stream: OK":
            return True
        if answer.startswith("stream: ") and answer.endswith(" FOUND"):
            return False
        message = "clamd gave no verdict"
        raise ScannerAwayError(message)

    @contextmanager
    def _connected(self) -> Iterator[socket.socket]:
        if self._address.scheme == "unix":
            line = socket.socket(socket.AF_UNIX)
            target: Any = self._address.path
        else:
            line = socket.socket()
            target = (self._address.hostname or "127.0.0.1", self._address.port or 3310)
        with line:
            line.settimeout(self._patience)
            line.connect(target)
            yield line


def _ask(line: socket.socket, file: BinaryIO) -> str:
    line.sendall(b"zINSTREAM\0")
    while piece := file.read(_PIECE):
        line.sendall(struct.pack("!L", len(piece)) + piece)
    line.sendall(_END)
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
        piece = line.recv(_LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0\n").decode("ascii", "replace")
